import 'server-only'
import type { EntryLine, Row, Table, Thing } from '#lib/interchange/index.ts'
import type { Entry } from '#lib/log/index.ts'
import { raw, type Tx } from '../db.ts'
import { type HashedEntry, hashed, insertEntries } from '../entries.ts'
import { type ColumnType, jsonList, withRows } from '../json-rows.ts'
import { entriesIn, rowsIn } from './check.ts'
import { guardOf } from './owners.ts'
import type { Unpacked } from './zip.ts'

/** Ids that are other ones here. */
export type Renamed = Readonly<Record<Thing, ReadonlyMap<string, string>>>

const ROWS_AT_ONCE = 2_000
/** Rows that carry texts make a smaller handful. */
const LENGTH_AT_ONCE = 4_000_000

/** Rows by the handful. */
async function* handfuls<T>(rows: AsyncIterable<T>): AsyncGenerator<T[], void, void> {
  let some: T[] = []
  let length = 0
  for await (const row of rows) {
    some.push(row)
    length += String((row as { text?: unknown }).text ?? (row as { data?: unknown }).data ?? '').length
    if (some.length < ROWS_AT_ONCE && length < LENGTH_AT_ONCE) continue
    yield some
    some = []
    length = 0
  }
  if (some.length > 0) yield some
}

/** What a row gets besides its own: whose it is. A set comes back private, under no public name. */
const OWNED: Readonly<Record<string, (userId: string) => Row>> = {
  Document: (ownerId) => ({ ownerId }),
  Media: (ownerId) => ({ ownerId }),
  Fact: (ownerId) => ({ ownerId }),
  Question: (ownerId) => ({ ownerId }),
  QuestionSet: (ownerId) => ({ ownerId, visibility: 'private', slug: null, takenDownAt: null }),
  FactTag: (userId) => ({ userId }),
  Enrolment: (userId) => ({ userId }),
  Attempt: (userId) => ({ userId }),
}

const renamedRow = ({ columns }: Table, row: Row, renamed: Renamed): Row =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { names, stored }]) => {
      const value = row[name]
      if (typeof value !== 'string') return [name, value]
      if (stored === 'instant') return [name, new Date(value)]
      return [name, names === null ? value : (renamed[names].get(value) ?? value)]
    }),
  )

/** Puts back a table's rows, but those that are here or speak of what is not; returns how many came new. */
export const putBackRows = async (
  tx: Tx,
  userId: string,
  archive: Unpacked,
  table: Table,
  renamed: Renamed,
): Promise<number> => {
  const owned = OWNED[table.model]?.(userId) ?? {}
  const whose = Object.keys(owned).filter((name) => name === 'ownerId' || name === 'userId')
  const types: Record<string, ColumnType> = Object.fromEntries([
    ...whose.map((name) => [name, 'text'] as const),
    ...Object.entries(table.columns).map(([name, { stored }]) => [name, stored] as const),
  ])
  // An archive writes it as a text; PostgreSQL has a type for it.
  if (table.model === 'QuestionSet') types.visibility = '"Visibility"'
  const names = raw(
    Object.keys(types)
      .map((name) => `"${name}"`)
      .join(', '),
  )
  const pasted = table.model === 'Document' ? await pastedAnew(tx, userId) : new Map<string, string>()
  const once = (row: Row): Row =>
    (pasted.get(String(row.importHash)) ?? row.id) === row.id ? row : { ...row, importHash: null }
  const into = raw(`"${table.model}"`)
  let count = 0
  for await (const some of handfuls(rowsIn(archive, table))) {
    const rows = some.map((row) => ({ ...once(renamedRow(table, row, renamed)), ...owned }))
    count += await tx.$executeRaw`${withRows(types, rows)} INSERT INTO ${into} (${names}) SELECT ${names} FROM r
      WHERE ${guardOf(table, userId)} ON CONFLICT DO NOTHING`
    // SQLite works in this very thread: between two statements, whoever reads has their turn.
    await new Promise(setImmediate)
  }
  return count
}

/** Fingerprints of texts that the learner has pasted here anew: a text that comes back goes without one beside those. */
const pastedAnew = async (tx: Tx, userId: string): Promise<Map<string, string>> => {
  const rows = await tx.document.findMany({
    where: { ownerId: userId, importHash: { not: null } },
    select: { id: true, importHash: true },
  })
  return new Map(rows.map(({ id, importHash }) => [importHash ?? '', id]))
}

const renamedEntry = (entry: Entry, { fact, question, attempt, set }: Renamed): Entry => {
  const factOf = (factId: string) => fact.get(factId) ?? factId
  const setOf = (setId: string) => set.get(setId) ?? setId
  const sittingOf = (attemptId: string) => attempt.get(attemptId) ?? attemptId
  if (entry.kind === 'exam' && entry.exam) {
    const parts = entry.exam.parts.map((part) => ({ ...part, setId: setOf(part.setId) }))
    return { ...entry, exam: { ...entry.exam, parts } }
  }
  if (entry.kind === 'attempt') {
    const unanswered = entry.unanswered.map((questionId) => question.get(questionId) ?? questionId)
    return { ...entry, attemptId: sittingOf(entry.attemptId), setIds: entry.setIds.map(setOf), unanswered }
  }
  if (entry.kind === 'regrade' || entry.kind === 'review') {
    const grades = entry.grades.map((grade) => ({ ...grade, factId: factOf(grade.factId) }))
    if (entry.kind === 'regrade') return { ...entry, grades }
    const { questionId, attemptId } = entry
    const sitting = attemptId === undefined ? {} : { attemptId: sittingOf(attemptId) }
    return { ...entry, grades, questionId: question.get(questionId) ?? questionId, ...sitting }
  }
  return 'factId' in entry ? { ...entry, factId: factOf(entry.factId) } : entry
}

const knownAmong = async (tx: Tx, userId: string, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Entry" WHERE "userId" = ${userId}
    AND "id" IN ${jsonList(ids)}`
  return new Set(rows.map(({ id }) => id))
}

/** An entry at its place in the log; what an archive says of the future is taken to have happened now. */
const placed = ({ entry, effectiveAt }: EntryLine, serverSeq: number, now: Date, renamed: Renamed): HashedEntry => {
  const named = renamedEntry(entry, renamed)
  return { entry: { ...named, effectiveAt: Math.min(effectiveAt, now.getTime()), serverSeq }, ...hashed(named) }
}

/** Appends what the learner's log lacks, behind `before`; returns the last place taken and how many answers came. */
export const putBackEntries = async (
  tx: Tx,
  userId: string,
  archive: Unpacked,
  renamed: Renamed,
  before: number,
  now: Date,
): Promise<{ last: number; answers: number }> => {
  let [last, answers] = [before, 0]
  for await (const some of handfuls(entriesIn(archive))) {
    const once = [...new Map(some.map((line) => [line.entry.id, line])).values()]
    const known = await knownAmong(
      tx,
      userId,
      once.map(({ entry }) => entry.id),
    )
    const fresh = once.filter(({ entry }) => !known.has(entry.id))
    const from = last
    await insertEntries(
      tx,
      userId,
      fresh.map((line, index) => placed(line, from + index + 1, now, renamed)),
      now,
    )
    last += fresh.length
    answers += fresh.filter(({ entry }) => entry.kind === 'review').length
    await new Promise(setImmediate)
  }
  return { last, answers }
}

/** The sets that an archive's enrolments speak of and that are not here, or not open. */
export const setsMissing = async (tx: Tx, userId: string, archive: Unpacked, table: Table, renamed: Renamed) => {
  const wanted = new Set<string>()
  for await (const { setId } of rowsIn(archive, table)) wanted.add(renamed.set.get(String(setId)) ?? String(setId))
  const rows = await tx.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS "n" FROM "Enrolment"
    WHERE "userId" = ${userId} AND "setId" IN ${jsonList([...wanted])}`
  return wanted.size - Number(rows[0]?.n ?? 0)
}
