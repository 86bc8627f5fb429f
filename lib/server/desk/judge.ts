import 'server-only'
import { transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { resolveFlags } from '../flags.ts'
import { instantInJson, withRows } from '../json-rows.ts'
import type { Viewer } from '../viewer.ts'
import type { DeskInput } from './input.ts'
import { ownSet } from './own-set.ts'

/**
 * Writes down what the viewer decided about facts of theirs, all or none. Throws `not-found` where one of them is not theirs.
 * The set that learners study changes when it is published and not before.
 */
export const judge = async (viewer: Viewer, { setId, judgements }: DeskInput<'judge'>): Promise<void> => {
  const now = new Date()
  await transaction(async (tx) => {
    await ownSet(viewer, setId, tx)
    const rows = judgements.map(({ factId, verdict, reason }) => ({
      factId,
      verdict,
      reason: verdict === 'rejected' ? reason : null,
      at: verdict === null ? null : instantInJson(now.getTime()),
    }))
    const columns = { factId: 'text', verdict: 'text', reason: 'text', at: 'instant' } as const
    const changed = await tx.$executeRaw`${withRows(columns, rows)} UPDATE "Fact"
      SET "verdict" = (SELECT r."verdict" FROM r WHERE r."factId" = "Fact"."id"),
        "verdictReason" = (SELECT r."reason" FROM r WHERE r."factId" = "Fact"."id"),
        "judgedAt" = (SELECT r."at" FROM r WHERE r."factId" = "Fact"."id")
      WHERE "ownerId" = ${viewer.userId} AND "id" IN (SELECT r."factId" FROM r)`
    if (changed !== new Set(rows.map(({ factId }) => factId)).size) throw new Refusal('not-found')
  })
}

/** Closes what learners reported of a question of the viewer's. Throws `not-found`. */
export const closeFlags = async (viewer: Viewer, { setId, questionId }: DeskInput<'closeFlags'>): Promise<void> =>
  transaction(async (tx) => {
    await ownSet(viewer, setId, tx)
    const own = await tx.question.findFirst({ where: { id: questionId, ownerId: viewer.userId }, select: { id: true } })
    if (own === null) throw new Refusal('not-found')
    await resolveFlags(tx, questionId, new Date())
  })

/** Whether a question of the viewer's is asked; null leaves it to how good it is. Throws `not-found`. */
export const ask = async (viewer: Viewer, { setId, questionId, asked }: DeskInput<'ask'>): Promise<void> =>
  transaction(async (tx) => {
    await ownSet(viewer, setId, tx)
    const { count } = await tx.question.updateMany({
      where: { id: questionId, ownerId: viewer.userId },
      data: { asked },
    })
    if (count === 0) throw new Refusal('not-found')
  })
