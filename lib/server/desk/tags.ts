import 'server-only'
import { db, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { insertRows, jsonList } from '../json-rows.ts'
import { authorise, type Viewer } from '../viewer.ts'
import type { DeskInput } from './input.ts'

const FACT_TAG = { userId: 'text', factId: 'text', tag: 'text' } as const

/** The ids, of those named, on which something changed: all that taking it back needs. */
export type Tagged = { readonly changed: readonly string[] }

/**
 * Puts a word on facts of the viewer's own or of sets that they study, or takes it off. Throws `not-found` where one of them is
 * neither.
 */
export const tagFacts = async (viewer: Viewer, { factIds, tag, on }: DeskInput<'tag'>): Promise<Tagged> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  return transaction(async (tx) => {
    const ids = [...new Set(factIds)]
    const rows = await tx.$queryRaw<{ id: string; has: boolean | number | bigint }[]>`
      SELECT f."id", EXISTS (SELECT 1 FROM "FactTag" t WHERE t."userId" = ${userId} AND t."factId" = f."id"
        AND t."tag" = ${tag}) AS "has"
      FROM "Fact" f WHERE f."id" IN ${jsonList(ids)} AND (f."ownerId" = ${userId} OR EXISTS (SELECT 1 FROM "SetItem" i
        JOIN "SetVersion" v ON v."id" = i."setVersionId" JOIN "Enrolment" e ON e."setId" = v."setId"
        WHERE i."factId" = f."id" AND e."userId" = ${userId}))
      ORDER BY f."id"`
    if (rows.length < ids.length) throw new Refusal('not-found')
    const changed = rows.filter(({ has }) => Boolean(has) !== on).map(({ id }) => id)
    if (on)
      await insertRows(
        tx,
        'FactTag',
        FACT_TAG,
        changed.map((factId) => ({ userId, factId, tag })),
      )
    else if (changed.length > 0)
      await tx.$executeRaw`DELETE FROM "FactTag" WHERE "userId" = ${userId} AND "tag" = ${tag}
        AND "factId" IN ${jsonList(changed)}`
    return { changed }
  })
}

export type TagCount = { readonly tag: string; readonly facts: number }

/** Every tag on the viewer's own facts, in order, with how many bear it. */
export const tagsOf = async (viewer: Viewer): Promise<TagCount[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = await db().$queryRaw<{ tag: string; facts: number | bigint }[]>`
    SELECT t."tag", COUNT(*) AS "facts" FROM "FactTag" t JOIN "Fact" f ON f."id" = t."factId"
    WHERE t."userId" = ${viewer.userId} AND f."ownerId" = ${viewer.userId} GROUP BY t."tag" ORDER BY t."tag"`
  return rows.map(({ tag, facts }) => ({ tag, facts: Number(facts) }))
}

/** The viewer's tags by fact, in order; facts without any are left out. */
export const taggedFacts = async (viewer: Viewer): Promise<Record<string, string[]>> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = await db().factTag.findMany({
    where: { userId: viewer.userId },
    orderBy: [{ factId: 'asc' }, { tag: 'asc' }],
  })
  const tags: Record<string, string[]> = {}
  for (const { factId, tag } of rows) tags[factId] = [...(tags[factId] ?? []), tag]
  return tags
}
