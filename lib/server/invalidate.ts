import 'server-only'
import type { Entry } from '#lib/log/index.ts'
import { cardsOfFacts } from './cards.ts'
import type { Tx } from './db.ts'
import { hashed } from './entries.ts'
import { newId } from './ids.ts'
import { jsonList } from './json-rows.ts'
import { append, lockLog, relatedTo } from './log.ts'

export type ChangedAnswer = { readonly factId: string; readonly factVersion: number }

/**
 * Tells the log of everyone who has met one of these facts that its answer is another now: its cards come due at once. Nothing
 * that was answered is taken back.
 */
export const invalidate = async (tx: Tx, changed: readonly ChangedAnswer[], now: Date): Promise<void> => {
  if (changed.length === 0) return
  const holders = await tx.$queryRaw<{ userId: string; factId: string }[]>`
    SELECT DISTINCT c."userId", c."factId" FROM "Card" c
    WHERE c."factId" IN ${jsonList(changed.map(({ factId }) => factId))} ORDER BY c."userId", c."factId"`
  const byUser = new Map<string, string[]>()
  for (const { userId, factId } of holders) byUser.set(userId, [...(byUser.get(userId) ?? []), factId])
  const versions = new Map(changed.map(({ factId, factVersion }) => [factId, factVersion]))
  const at = now.getTime()
  for (const [userId, factIds] of byUser) {
    const before = await lockLog(tx, userId, factIds.length, now)
    const added = factIds.map((factId, nth) => {
      const serverSeq = before + nth + 1
      const stamp = { v: 1, id: newId(at), deviceId: 'server', seq: serverSeq, at, tzOffsetMin: 0 } as const
      const entry: Entry = { ...stamp, kind: 'invalidate', factId, factVersion: versions.get(factId) ?? 1 }
      return { entry: { ...entry, effectiveAt: at, serverSeq }, ...hashed(entry) }
    })
    const related = await relatedTo(
      tx,
      userId,
      added.map(({ entry }) => entry),
    )
    await append(tx, userId, added, related.entries, await cardsOfFacts(tx, userId, factIds), now)
  }
}
