import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { ReviewEntry } from '#lib/log/index.ts'
import { PRAGMAS } from '#lib/server/sqlite.ts'

/** What a post of answers comes down to, straight on the driver: no HTTP, no session, no Prisma, no memory model. */
export type Peer = {
  take: (userId: string, entries: readonly ReviewEntry[]) => void
  close: () => void
}

const values = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${Array(columns).fill('?').join(', ')})`).join(', ')

const marks = (count: number): string => Array(count).fill('?').join(', ')

/** The statements of one post of `n` answers, as lib/server/sync.ts sends them. */
const statements = (db: Database.Database, n: number) => ({
  lock: db.prepare('UPDATE "User" SET "logSeq" = "logSeq" + ?, "lastSeenAt" = ? WHERE "id" = ? RETURNING "logSeq"'),
  related:
    db.prepare(`SELECT "id", "body", "effectiveAt", "serverSeq", "contentHash" FROM "Entry" WHERE "userId" = ? AND "id" IN (${marks(n)})
    UNION SELECT "id", "body", "effectiveAt", "serverSeq", "contentHash" FROM "Entry" WHERE "userId" = ? AND "target" IN (${marks(n)})
    UNION SELECT "id", "body", "effectiveAt", "serverSeq", "contentHash" FROM "Entry" WHERE "userId" = ? AND "kind" = 'settings'`),
  cards: db.prepare(`SELECT * FROM "Card" WHERE "userId" = ? AND "factId" IN (${marks(n)})`),
  entries:
    db.prepare(`INSERT INTO "Entry" ("userId", "id", "deviceId", "seq", "kind", "at", "tzOffsetMin", "effectiveAt",
    "serverSeq", "target", "questionId", "attemptId", "body", "contentHash", "receivedAt") VALUES ${values(n, 15)}`),
  grades:
    db.prepare(`INSERT INTO "Grade" ("userId", "entryId", "position", "factId", "direction", "factVersion", "rating",
    "effectiveAt") VALUES ${values(n, 8)}`),
  card: db.prepare(`INSERT INTO "Card" ("userId", "factId", "direction", "factVersion", "state", "stability", "difficulty",
    "due", "lastAt", "lastDay", "reps", "lapses", "suspended", "buriedDay") VALUES ${values(n, 14)}
    ON CONFLICT ("userId", "factId", "direction") DO UPDATE SET "factVersion" = excluded."factVersion",
    "state" = excluded."state", "stability" = excluded."stability", "difficulty" = excluded."difficulty",
    "due" = excluded."due", "lastAt" = excluded."lastAt", "lastDay" = excluded."lastDay", "reps" = excluded."reps",
    "lapses" = excluded."lapses", "suspended" = excluded."suspended", "buriedDay" = excluded."buriedDay"`),
  device: db.prepare(`INSERT INTO "Device" ("userId", "id", "firstSeenAt", "lastSeenAt") VALUES (?, ?, ?, ?)
    ON CONFLICT ("userId", "id") DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"`),
})

/** Opens a database that a server has migrated and that no server uses now, with the server's own pragmas. */
export const openPeer = (path: string): Peer => {
  const db = new Database(path)
  db.exec(PRAGMAS)
  const prepared = new Map<number, ReturnType<typeof statements>>()
  const forCount = (n: number) => {
    const known = prepared.get(n) ?? statements(db, n)
    prepared.set(n, known)
    return known
  }
  const post = db.transaction((userId: string, entries: readonly ReviewEntry[], now: number) => {
    const run = forCount(entries.length)
    const { logSeq } = run.lock.get(entries.length, now, userId) as { logSeq: number }
    const before = logSeq - entries.length
    const ids = entries.map(({ id }) => id)
    const facts = entries.map(({ grades }) => grades[0]?.factId ?? '')
    run.related.all(userId, ...ids, userId, ...ids, userId)
    run.cards.all(userId, ...facts)
    run.entries.run(
      ...entries.flatMap((entry, i) => {
        const body = JSON.stringify(entry)
        const hash = createHash('sha256').update(body).digest('hex')
        const stamp = [userId, entry.id, entry.deviceId, entry.seq, entry.kind, entry.at, entry.tzOffsetMin, entry.at]
        return [...stamp, before + i + 1, null, entry.questionId, null, body, hash, now]
      }),
    )
    run.grades.run(...entries.flatMap(({ id, at }, i) => [userId, id, 0, facts[i], 'forward', 1, 3, at]))
    run.card.run(
      ...entries.flatMap(({ at }, i) => {
        const key = [userId, facts[i], 'forward', 1]
        return [...key, 'review', 2.5, 5.1, at + 172_800_000, at, Math.floor(at / 86_400_000), 1, 0, 0, null]
      }),
    )
    run.device.run(userId, entries[0]?.deviceId, now, now)
  })
  return { take: (userId, entries) => post.immediate(userId, entries, Date.now()), close: () => db.close() }
}
