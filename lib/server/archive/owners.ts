import 'server-only'
import type { Column, Table, Thing } from '#lib/interchange/index.ts'
import { join, raw, type Sql, sql, type Tx } from '../db.ts'
import { namedId } from '../ids.ts'
import { jsonList } from '../json-rows.ts'

/** Where a thing is, and whose it is: `o` is what has an owner. */
const WHOSE: Readonly<Record<Thing, { from: string; id: string; owner: string }>> = {
  document: { from: '"Document" o', id: 'o."id"', owner: 'o."ownerId"' },
  edition: {
    from: '"DocumentVersion" x JOIN "Document" o ON o."id" = x."documentId"',
    id: 'x."id"',
    owner: 'o."ownerId"',
  },
  section: {
    from: '"Section" x JOIN "DocumentVersion" e ON e."id" = x."documentVersionId" JOIN "Document" o ON o."id" = e."documentId"',
    id: 'x."id"',
    owner: 'o."ownerId"',
  },
  fact: { from: '"Fact" o', id: 'o."id"', owner: 'o."ownerId"' },
  question: { from: '"Question" o', id: 'o."id"', owner: 'o."ownerId"' },
  set: { from: '"QuestionSet" o', id: 'o."id"', owner: 'o."ownerId"' },
  'set-version': {
    from: '"SetVersion" x JOIN "QuestionSet" o ON o."id" = x."setId"',
    id: 'x."id"',
    owner: 'o."ownerId"',
  },
  attempt: { from: '"Attempt" o', id: 'o."id"', owner: 'o."userId"' },
}

const VERSIONS: Partial<Record<Thing, string>> = {
  fact: '"FactVersion" n WHERE n."factId"',
  question: '"QuestionVersion" n WHERE n."questionId"',
}

/** Columns by which a row speaks of something that it is no part of; that may also be what ships with Footnote. */
const CITES: Readonly<Record<string, readonly string[]>> = {
  FactVersion: ['documentVersionId', 'sectionId'],
  FactTag: ['factId'],
  QuestionFact: ['factId'],
  QuestionSet: ['documentId'],
  SetItem: ['factId'],
  SetQuestion: ['questionId'],
  SetDocument: ['documentVersionId'],
  SetPart: ['partId'],
}

/** A public set that nobody withholds can be studied by anyone. */
const READABLE_SET = sql`EXISTS (SELECT 1 FROM "QuestionSet" o WHERE o."id" = r."setId" AND o."visibility" = 'public'
  AND o."takenDownAt" IS NULL)`

const guard = (table: Table, name: string, { names, nullable, versionIn }: Column, userId: string): Sql | null => {
  if (names === null || name === 'id') return null
  const { from, id, owner } = WHOSE[names]
  const cited = CITES[table.model]?.includes(name) || table.model === 'Enrolment'
  const column = raw(`r."${name}"`)
  const theirs = cited ? sql`(${raw(owner)} = ${userId} OR ${raw(owner)} IS NULL)` : sql`${raw(owner)} = ${userId}`
  const there = sql`EXISTS (SELECT 1 FROM ${raw(from)} WHERE ${raw(id)} = ${column} AND ${theirs})`
  const versions = versionIn && VERSIONS[names]
  if (versions)
    return sql`${there} AND EXISTS (SELECT 1 FROM ${raw(versions)} = ${column} AND n."version" = ${raw(`r."${versionIn}"`)})`
  if (table.model === 'Enrolment') return sql`(${there} OR ${READABLE_SET})`
  return nullable ? sql`(${column} IS NULL OR ${there})` : there
}

/**
 * What has to hold of a row `r` before it is put in: that all it hangs on is the learner's own, and all it cites theirs or
 * shipped. So no archive, whatever it says, reaches into what belongs to somebody else.
 */
export const guardOf = (table: Table, userId: string): Sql => {
  const guards = Object.entries(table.columns).flatMap(([name, column]) => guard(table, name, column, userId) ?? [])
  return guards.length === 0 ? sql`true` : join(guards, ' AND ')
}

/** Of some ids those that are in use here: by the learner, or by somebody else. */
export type InUse = { readonly mine: ReadonlySet<string>; readonly others: ReadonlySet<string> }

const AT_ONCE = 5_000

export const inUse = async (tx: Tx, userId: string, thing: Thing, ids: ReadonlySet<string>): Promise<InUse> => {
  const { from, id, owner } = WHOSE[thing]
  const [mine, others] = [new Set<string>(), new Set<string>()]
  const all = [...ids]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const rows = await tx.$queryRaw<{ id: string; owner: string | null }[]>`
      SELECT ${raw(id)} AS "id", ${raw(owner)} AS "owner" FROM ${raw(from)}
      WHERE ${raw(id)} IN ${jsonList(all.slice(at, at + AT_ONCE))}`
    for (const row of rows) (row.owner === userId ? mine : others).add(row.id)
  }
  return { mine, others }
}

/** The id under which a learner has a thing whose own id somebody else has: the same each time. */
export const otherId = (userId: string, id: string): string => namedId(`restored ${userId} ${id}`)
