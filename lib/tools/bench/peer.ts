import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { ReviewEntry } from '#lib/log/index.ts'
import { PRAGMAS } from '#lib/server/sqlite.ts'

/** What a post of answers comes down to, straight on the driver: no HTTP, no session, no Prisma, no memory model. */
export type Peer = {
  take: (userId: string, entries: readonly ReviewEntry[]) => void
  close: () => void
}

const fromJson = (columns: number): string =>
  `SELECT ${Array.from({ length: columns }, (_, at) => `value->>${at}`).join(', ')} FROM jsonb_each(?) WHERE true`

const ENTRY = '"id", "body", "effectiveAt", "serverSeq", "contentHash"'
const LISTED = '(SELECT value FROM json_each(?))'

/** The statements of one post of answers, as lib/server/sync.ts sends them. */
const statements = (db: Database.Database) => ({
  lock: db.prepare('UPDATE "User" SET "logSeq" = "logSeq" + ?, "lastSeenAt" = ? WHERE "id" = ? RETURNING "logSeq"'),
  related: db.prepare(`SELECT ${ENTRY} FROM "Entry" WHERE "userId" = ? AND "id" IN ${LISTED}
    UNION ALL SELECT ${ENTRY} FROM "Entry" WHERE "userId" = ? AND "target" IN ${LISTED}
    UNION ALL SELECT ${ENTRY} FROM "Entry" WHERE "userId" = ? AND "kind" = 'settings'`),
  cards: db.prepare(`SELECT * FROM "Card" WHERE "userId" = ? AND "factId" IN ${LISTED}`),
  entries:
    db.prepare(`INSERT INTO "Entry" ("userId", "id", "deviceId", "seq", "kind", "at", "tzOffsetMin", "effectiveAt",
    "serverSeq", "target", "questionId", "attemptId", "body", "contentHash", "receivedAt") ${fromJson(15)}`),
  grades:
    db.prepare(`INSERT INTO "Grade" ("userId", "entryId", "position", "factId", "direction", "factVersion", "rating",
    "effectiveAt") ${fromJson(8)}`),
  card: db.prepare(`INSERT INTO "Card" ("userId", "factId", "direction", "factVersion", "state", "stability", "difficulty",
    "due", "lastAt", "lastDay", "reps", "lapses", "suspended", "buriedDay") ${fromJson(14)}
    ON CONFLICT ("userId", "factId", "direction") DO UPDATE SET "factVersion" = excluded."factVersion",
    "state" = excluded."state", "stability" = excluded."stability", "difficulty" = excluded."difficulty",
    "due" = excluded."due", "lastAt" = excluded."lastAt", "lastDay" = excluded."lastDay", "reps" = excluded."reps",
    "lapses" = excluded."lapses", "suspended" = excluded."suspended", "buriedDay" = excluded."buriedDay"`),
  device: db.prepare(`INSERT INTO "Device" ("userId", "id", "firstSeenAt", "lastSeenAt") VALUES (?, ?, ?, ?)
    ON CONFLICT ("userId", "id") DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"`),
})

const entryRow = (userId: string, entry: ReviewEntry, serverSeq: number, now: number) => {
  const body = JSON.stringify(entry)
  const hash = createHash('sha256').update(body).digest('hex')
  const stamp = [userId, entry.id, entry.deviceId, entry.seq, entry.kind, entry.at, entry.tzOffsetMin, entry.at]
  return [...stamp, serverSeq, null, entry.questionId, null, body, hash, now]
}

const cardRow = (userId: string, factId: string, at: number) => {
  const key = [userId, factId, 'forward', 1]
  return [...key, 'review', 2.5, 5.1, at + 172_800_000, at, Math.floor(at / 86_400_000), 1, 0, false, null]
}

/** Opens a database that a server has migrated and that no server uses now, with the server's own pragmas. */
export const openPeer = (path: string): Peer => {
  const db = new Database(path)
  db.exec(PRAGMAS)
  const run = statements(db)
  const post = db.transaction((userId: string, entries: readonly ReviewEntry[], now: number) => {
    const { logSeq } = run.lock.get(entries.length, now, userId) as { logSeq: number }
    const before = logSeq - entries.length
    const ids = JSON.stringify(entries.map(({ id }) => id))
    const facts = entries.map(({ grades }) => grades[0]?.factId ?? '')
    run.related.all(userId, ids, userId, ids, userId)
    run.cards.all(userId, JSON.stringify(facts))
    run.entries.run(JSON.stringify(entries.map((entry, i) => entryRow(userId, entry, before + i + 1, now))))
    run.grades.run(JSON.stringify(entries.map(({ id, at }, i) => [userId, id, 0, facts[i], 'forward', 1, 3, at])))
    run.card.run(JSON.stringify(entries.map(({ at }, i) => cardRow(userId, facts[i] ?? '', at))))
    run.device.run(userId, entries[0]?.deviceId, now, now)
  })
  return { take: (userId, entries) => post.immediate(userId, entries, Date.now()), close: () => db.close() }
}
