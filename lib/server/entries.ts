import 'server-only'
import type { Direction, StoredEntry } from '#lib/log/index.ts'
import { join, sql, type Tx } from './db.ts'
import { sha256 } from './ids.ts'

/** An entry with its place in its learner's log. */
export type PlacedEntry = StoredEntry & { serverSeq: number }

/** The columns from which an entry is read back. */
export type EntryRow = { id: string; body: string; effectiveAt: Date; serverSeq: number; contentHash: string }

export const entryColumns = sql`e."id", e."body", e."effectiveAt", e."serverSeq", e."contentHash"`

export const storedEntry = ({ body, effectiveAt, serverSeq }: EntryRow): PlacedEntry => ({
  ...JSON.parse(body),
  effectiveAt: effectiveAt.getTime(),
  serverSeq,
})

/** The wire form alone, as it is kept and hashed. Its keys come in the parser's order, whatever order they were sent in. */
export const bodyOf = ({ effectiveAt: _, serverSeq: __, ...entry }: StoredEntry): string => JSON.stringify(entry)

type Touch = { factId: string; direction: Direction; factVersion: number | null; rating: number | null }

/** The cards that an entry names by itself, in the order of its grades. */
const touches = (entry: StoredEntry): Touch[] => {
  switch (entry.kind) {
    case 'review':
      return entry.grades
    case 'invalidate': {
      const { factId, factVersion } = entry
      return (['forward', 'backward'] as const).map((direction) => ({ factId, direction, factVersion, rating: null }))
    }
    case 'suspend':
    case 'unsuspend':
    case 'bury':
    case 'reset':
      return [{ factId: entry.factId, direction: entry.direction, factVersion: null, rating: null }]
    default:
      return []
  }
}

const entryRow = (userId: string, entry: PlacedEntry, receivedAt: Date) => {
  const body = bodyOf(entry)
  const review = entry.kind === 'review' ? entry : null
  return join([
    ...[userId, entry.id, entry.deviceId, entry.seq, entry.kind, entry.at, entry.tzOffsetMin],
    ...[new Date(entry.effectiveAt), entry.serverSeq, 'target' in entry ? entry.target : null],
    ...[review?.questionId ?? null, review?.attemptId ?? null, body, sha256(body), receivedAt],
  ])
}

const inParentheses = (row: ReturnType<typeof join>) => sql`(${row})`

/** Adds entries that are known to be new, with the cards they name: two statements, however many there are. */
export const insertEntries = async (tx: Tx, userId: string, entries: readonly PlacedEntry[], receivedAt: Date) => {
  if (entries.length === 0) return
  const rows = entries.map((entry) => inParentheses(entryRow(userId, entry, receivedAt)))
  await tx.$executeRaw`INSERT INTO "Entry" ("userId", "id", "deviceId", "seq", "kind", "at", "tzOffsetMin", "effectiveAt",
    "serverSeq", "target", "questionId", "attemptId", "body", "contentHash", "receivedAt") VALUES ${join(rows)}`
  const grades = entries.flatMap((entry) =>
    touches(entry).map(({ factId, direction, factVersion, rating }, position) => {
      const at = new Date(entry.effectiveAt)
      return inParentheses(join([userId, entry.id, position, factId, direction, factVersion, rating, at]))
    }),
  )
  if (grades.length === 0) return
  await tx.$executeRaw`INSERT INTO "Grade" ("userId", "entryId", "position", "factId", "direction", "factVersion", "rating",
    "effectiveAt") VALUES ${join(grades)}`
}

const read = async (rows: Promise<EntryRow[]>): Promise<PlacedEntry[]> => (await rows).map(storedEntry)

/** Every entry that names one of these facts, in either direction, with the undos and regrades that target those. */
export const historyOf = async (tx: Tx, userId: string, factIds: readonly string[]): Promise<PlacedEntry[]> => {
  if (factIds.length === 0) return []
  const named = await read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."id" IN
      (SELECT g."entryId" FROM "Grade" g WHERE g."userId" = ${userId} AND g."factId" IN (${join([...factIds])}))`,
  )
  if (named.length === 0) return []
  const targeting = await read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."target" IN
      (SELECT g."entryId" FROM "Grade" g WHERE g."userId" = ${userId} AND g."factId" IN (${join([...factIds])}))`,
  )
  return [...named, ...targeting]
}

/** At most `limit` entries after a place in the log, in order of arrival. */
export const entriesAfter = (tx: Tx, userId: string, serverSeq: number, limit: number): Promise<PlacedEntry[]> =>
  read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."serverSeq" > ${serverSeq}
      ORDER BY e."serverSeq" LIMIT ${limit}`,
  )
