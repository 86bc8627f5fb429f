import 'server-only'
import type { Tx } from './db.ts'

/** A learner who has seen so many sets leaves no room for the others: the oldest are forgotten first. */
const KEPT_MAX = 10_000

type Seen = Map<string, number>
const known = globalThis as { footnoteSeen?: Seen }
const seen = (): Seen => {
  known.footnoteSeen ??= new Map()
  return known.footnoteSeen
}
const keyOf = (userId: string, setVersionId: string) => `${userId} ${setVersionId}`

/** To be called where cards of a learner go away: their facts are new again. */
export const forgetSeen = (userId: string): void => {
  for (const key of seen().keys()) if (key.startsWith(`${userId} `)) seen().delete(key)
}

/**
 * The first facts of a set version that the learner has no card of, in its order. Where the search began last time is
 * remembered by this process, so that a learner who knows ten thousand facts does not walk past them all each time.
 */
export const firstUnseen = async (tx: Tx, userId: string, setVersionId: string, limit: number): Promise<string[]> => {
  if (limit <= 0) return []
  const key = keyOf(userId, setVersionId)
  const rows = await tx.$queryRaw<{ factId: string; position: number }[]>`
    SELECT i."factId", i."position" FROM "SetItem" i
    WHERE i."setVersionId" = ${setVersionId} AND i."position" >= ${seen().get(key) ?? 0}
      AND NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."userId" = ${userId} AND c."factId" = i."factId")
    ORDER BY i."position" LIMIT ${limit}`
  const from = rows[0]?.position ?? (await lastPosition(tx, setVersionId)) + 1
  seen().delete(key)
  seen().set(key, from)
  for (const oldest of seen().keys()) {
    if (seen().size <= KEPT_MAX) break
    seen().delete(oldest)
  }
  return rows.map(({ factId }) => factId)
}

const lastPosition = async (tx: Tx, setVersionId: string): Promise<number> => {
  const last = await tx.setItem.findFirst({ where: { setVersionId }, orderBy: { position: 'desc' } })
  return last?.position ?? -1
}
