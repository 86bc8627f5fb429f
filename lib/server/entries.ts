import 'server-only'
import type { Direction, Entry, StoredEntry } from '#lib/log/index.ts'
import { sql, type Tx } from './db.ts'
import { sha256 } from './ids.ts'
import { type ColumnType, instantInJson, jsonList, jsonRows } from './json-rows.ts'

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

/** An entry with its wire form as it is kept and hashed; the parser's own order of keys makes the hash the content's. */
export type HashedEntry = { readonly entry: PlacedEntry; readonly body: string; readonly hash: string }

export const hashed = (entry: Entry): { body: string; hash: string } => {
  const body = JSON.stringify(entry)
  return { body, hash: sha256(body) }
}

type Touch = { factId: string; direction: Direction; factVersion: number | null; rating: number | null }

/** The cards that an entry names by itself, in the order of its grades. */
const touches = (entry: Entry): Touch[] => {
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

const ENTRY: readonly ColumnType[] = [
  ...(['text', 'text', 'text', 'bigint', 'text', 'bigint', 'integer', 'instant'] as const),
  ...(['integer', 'text', 'text', 'text', 'text', 'text', 'instant'] as const),
]
const entryRow = (userId: string, { entry, body, hash }: HashedEntry, receivedAt: Date) => {
  const review = entry.kind === 'review' ? entry : null
  return [
    ...[userId, entry.id, entry.deviceId, entry.seq, entry.kind, entry.at, entry.tzOffsetMin],
    ...[instantInJson(entry.effectiveAt), entry.serverSeq, 'target' in entry ? entry.target : null],
    ...[review?.questionId ?? null, review?.attemptId ?? null, body, hash, instantInJson(receivedAt.getTime())],
  ]
}

const GRADE: readonly ColumnType[] = ['text', 'text', 'integer', 'text', '"Direction"', 'integer', 'integer', 'instant']
const gradeRows = (userId: string, entry: PlacedEntry) =>
  touches(entry).map(({ factId, direction, factVersion, rating }, position) => {
    const at = instantInJson(entry.effectiveAt)
    return [userId, entry.id, position, factId, direction, factVersion, rating, at]
  })

/** Adds entries that are known to be new, with the cards they name: two statements, however many there are. */
export const insertEntries = async (tx: Tx, userId: string, entries: readonly HashedEntry[], receivedAt: Date) => {
  if (entries.length === 0) return
  const rows = entries.map((entry) => entryRow(userId, entry, receivedAt))
  await tx.$executeRaw`INSERT INTO "Entry" ("userId", "id", "deviceId", "seq", "kind", "at", "tzOffsetMin", "effectiveAt",
    "serverSeq", "target", "questionId", "attemptId", "body", "contentHash", "receivedAt") ${jsonRows(ENTRY, rows)}`
  const grades = entries.flatMap(({ entry }) => gradeRows(userId, entry))
  if (grades.length === 0) return
  await tx.$executeRaw`INSERT INTO "Grade" ("userId", "entryId", "position", "factId", "direction", "factVersion", "rating",
    "effectiveAt") ${jsonRows(GRADE, grades)}`
}

const read = async (rows: Promise<EntryRow[]>): Promise<PlacedEntry[]> => (await rows).map(storedEntry)

/** Every entry that names one of these facts, in either direction, with the undos and regrades that target those. */
export const historyOf = async (tx: Tx, userId: string, factIds: readonly string[]): Promise<PlacedEntry[]> => {
  if (factIds.length === 0) return []
  const named = await read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."id" IN
      (SELECT g."entryId" FROM "Grade" g WHERE g."userId" = ${userId} AND g."factId" IN ${jsonList(factIds)})`,
  )
  if (named.length === 0) return []
  const targeting = await read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."target" IN
      (SELECT g."entryId" FROM "Grade" g WHERE g."userId" = ${userId} AND g."factId" IN ${jsonList(factIds)})`,
  )
  return [...named, ...targeting]
}

/** At most `limit` entries after a place in the log, in order of arrival. */
export const entriesAfter = (tx: Tx, userId: string, serverSeq: number, limit: number): Promise<PlacedEntry[]> =>
  read(
    tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."serverSeq" > ${serverSeq}
      ORDER BY e."serverSeq" LIMIT ${limit}`,
  )
