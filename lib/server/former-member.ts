import 'server-only'
import type { Tx } from './db.ts'
import { namedId } from './ids.ts'

/** Who owns what others still study after its owner's account was deleted: nobody can sign in as them. */
export const FORMER_MEMBER = namedId('former member')

const lendsToOthers = async (tx: Tx, userId: string): Promise<string[]> => {
  const sets = await tx.questionSet.findMany({
    where: {
      ...{ ownerId: userId, takenDownAt: null },
      OR: [
        { enrolments: { some: { userId: { not: userId } } } },
        { partOf: { some: { set: { ownerId: { not: userId } } } } },
      ],
    },
    select: { id: true },
  })
  return sets.map(({ id }) => id)
}

/** Facts and questions that a set of somebody else shows, and the documents which those cite, change hands. */
const handOverParts = async (tx: Tx, from: string): Promise<void> => {
  await tx.$executeRaw`UPDATE "Fact" SET "ownerId" = ${FORMER_MEMBER} WHERE "ownerId" = ${from} AND EXISTS
    (SELECT 1 FROM "SetItem" i JOIN "SetVersion" v ON v."id" = i."setVersionId" JOIN "QuestionSet" s ON s."id" = v."setId"
     WHERE i."factId" = "Fact"."id" AND (s."ownerId" IS NULL OR s."ownerId" <> ${from}))`
  await tx.$executeRaw`UPDATE "Question" SET "ownerId" = ${FORMER_MEMBER} WHERE "ownerId" = ${from} AND EXISTS
    (SELECT 1 FROM "SetQuestion" i JOIN "SetVersion" v ON v."id" = i."setVersionId" JOIN "QuestionSet" s ON s."id" = v."setId"
     WHERE i."questionId" = "Question"."id" AND (s."ownerId" IS NULL OR s."ownerId" <> ${from}))`
  await tx.$executeRaw`UPDATE "Document" SET "ownerId" = ${FORMER_MEMBER}, "importHash" = NULL WHERE "ownerId" = ${from} AND (
    EXISTS (SELECT 1 FROM "QuestionSet" s WHERE s."documentId" = "Document"."id" AND s."ownerId" = ${FORMER_MEMBER})
    OR EXISTS (SELECT 1 FROM "FactVersion" f JOIN "DocumentVersion" d ON d."id" = f."documentVersionId"
      JOIN "Fact" o ON o."id" = f."factId" WHERE d."documentId" = "Document"."id" AND o."ownerId" = ${FORMER_MEMBER})
    OR EXISTS (SELECT 1 FROM "SetDocument" i JOIN "DocumentVersion" d ON d."id" = i."documentVersionId"
      JOIN "SetVersion" v ON v."id" = i."setVersionId" JOIN "QuestionSet" s ON s."id" = v."setId"
      WHERE d."documentId" = "Document"."id" AND (s."ownerId" IS NULL OR s."ownerId" <> ${from})))`
}

const isUsedElsewhere = async (tx: Tx, userId: string): Promise<boolean> => {
  const others = { setVersion: { set: { OR: [{ ownerId: null }, { ownerId: { not: userId } }] } } }
  const facts = await tx.setItem.findFirst({ where: { ...others, fact: { fact: { ownerId: userId } } } })
  return facts !== null
}

/**
 * Before an account goes: leaves to a nameless former member the sets that others study, with the text, the facts and the
 * questions they stand on. All else goes with its owner.
 */
const leaveToOthers = async (tx: Tx, userId: string): Promise<void> => {
  const sets = await lendsToOthers(tx, userId)
  if (sets.length === 0 && !(await isUsedElsewhere(tx, userId))) return
  const nobody = { id: FORMER_MEMBER, kind: 'member', suspendedAt: new Date(0) } as const
  await tx.user.upsert({ where: { id: FORMER_MEMBER }, create: nobody, update: {} })
  await tx.questionSet.updateMany({ where: { id: { in: sets } }, data: { ownerId: FORMER_MEMBER, slug: null } })
  await handOverParts(tx, userId)
}

/** What the security log says of others but names this person in: an operator's doings, a guest who was taken over. */
const forgetIn = async (tx: Tx, userId: string): Promise<void> => {
  const naming = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "SecurityEvent"
    WHERE CAST("detail" AS TEXT) LIKE ${`%${userId}%`}`
  for (const { id } of naming) {
    const { detail } = await tx.securityEvent.findUniqueOrThrow({ where: { id }, select: { detail: true } })
    const without = JSON.parse(JSON.stringify(detail).replaceAll(userId, 'former member')) as object
    await tx.securityEvent.update({ where: { id }, data: { detail: without } })
  }
}

/** Classes that nobody would lead any more go too: whoever learns in them keeps what they learned. */
const endClasses = async (tx: Tx, userId: string): Promise<void> => {
  const others = { userId: { not: userId }, role: 'instructor' as const }
  await tx.class.deleteMany({ where: { members: { some: { userId }, none: others } } })
}

/**
 * Deletes a person with everything that is theirs and every line that names them. The rows that hang on a person go by
 * the database's own rules; flags and the security log would only lose the name.
 */
export const removePerson = async (tx: Tx, userId: string): Promise<void> => {
  await leaveToOthers(tx, userId)
  await endClasses(tx, userId)
  await tx.securityEvent.deleteMany({ where: { userId } })
  await forgetIn(tx, userId)
  await tx.flag.deleteMany({ where: { userId } })
  await tx.setReport.deleteMany({ where: { userId } })
  await tx.user.delete({ where: { id: userId } })
}
