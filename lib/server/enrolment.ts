import 'server-only'
import type { PackRef } from '#lib/sync/index.ts'
import { db, type Tx } from './db.ts'
import { authorise, type Viewer } from './viewer.ts'

type RefRow = {
  setId: string
  version: number
  packHash: string
  title: string
  addedAt: Date
  newPerDayMax: number | null
  pausedAt: Date | null
}

/** The sets that the viewer studies, but for those withheld, each at its newest version, in the order in which they were taken up. */
export const packRefs = async (viewer: Viewer): Promise<PackRef[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = await db().$queryRaw<RefRow[]>`
    SELECT e."setId", v."version", v."packHash", v."title", e."addedAt", e."newPerDayMax", e."pausedAt"
    FROM "Enrolment" e JOIN "SetVersion" v ON v."setId" = e."setId" JOIN "QuestionSet" s ON s."id" = e."setId"
    WHERE e."userId" = ${viewer.userId} AND (s."takenDownAt" IS NULL OR s."ownerId" = e."userId")
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = e."setId")
    ORDER BY e."addedAt", e."setId"`
  return rows.map(({ packHash, addedAt, pausedAt, ...row }) => ({
    setId: row.setId,
    version: row.version,
    hash: packHash,
    title: row.title,
    addedAt: addedAt.getTime(),
    newPerDayMax: row.newPerDayMax,
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
