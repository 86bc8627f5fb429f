import 'server-only'
import * as v from 'valibot'
import type { PackRef } from '#lib/sync/index.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { hiddenFacts, variantsOf } from './quizzes/hidden.ts'
import { authorise, type Viewer } from './viewer.ts'

type RefRow = {
  setId: string
  version: number
  packHash: string
  title: string
  addedAt: Date
  newPerDayMax: number | null
  desiredRetention: number | null
  answering: 'mixed' | 'cards' | null
  pausedAt: Date | null
}

/** The sets that the viewer studies, but for those withheld, each at its newest version, in the order in which they were taken up. */
export const packRefs = async (viewer: Viewer): Promise<PackRef[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = await db().$queryRaw<RefRow[]>`
    SELECT e."setId", v."version", v."packHash", v."title", e."addedAt", e."newPerDayMax", e."desiredRetention",
      e."answering", e."pausedAt"
    FROM "Enrolment" e JOIN "SetVersion" v ON v."setId" = e."setId" JOIN "QuestionSet" s ON s."id" = e."setId"
    WHERE e."userId" = ${viewer.userId} AND (s."takenDownAt" IS NULL OR s."ownerId" = e."userId")
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = e."setId")
    ORDER BY e."addedAt", e."setId"`
  const hidden = await hiddenFacts(viewer.userId)
  const variants = await variantsOf(
    rows.map(({ setId }) => setId),
    hidden,
  )
  const variantIn = (setId: string) => {
    const variant = variants.get(setId)
    return variant === undefined ? {} : { variant }
  }
  return rows.map(({ packHash, addedAt, pausedAt, ...row }) => ({
    ...row,
    ...variantIn(row.setId),
    hash: packHash,
    addedAt: addedAt.getTime(),
    paused: pausedAt !== null,
  }))
}

/** Takes up a set; doing so again changes nothing. Call it where the set is known to be open to the user. */
export const enrol = async (tx: Tx, userId: string, setId: string, addedAt: Date): Promise<void> => {
  await tx.enrolment.upsert({
    where: { userId_setId: { userId, setId } },
    create: { userId, setId, addedAt },
    update: {},
  })
}

const WAYS = v.object({
  setId: v.pipe(v.string(), v.maxLength(100)),
  newPerDayMax: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
  desiredRetention: v.nullable(v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99))),
  answering: v.nullable(v.picklist(['mixed', 'cards'])),
  paused: v.boolean(),
})
/** How one set is studied; null follows what holds for all sets. */
export type StudyWays = v.InferOutput<typeof WAYS>

/** Throws `bad-request`. */
export const parseWays = (sent: unknown): StudyWays => {
  const read = v.safeParse(WAYS, sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output
}

/** Changes how the viewer studies a set; throws `not-found` where they do not. */
export const setWays = async (
  viewer: Viewer,
  { setId, paused, ...ways }: StudyWays,
  now = new Date(),
): Promise<void> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  await transaction(async (tx) => {
    const where = { userId_setId: { userId: viewer.userId, setId } }
    const known = await tx.enrolment.findUnique({ where, select: { pausedAt: true } })
    if (known === null) throw new Refusal('not-found')
    await tx.enrolment.update({ where, data: { ...ways, pausedAt: paused ? (known.pausedAt ?? now) : null } })
  })
}
