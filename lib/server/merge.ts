import 'server-only'
import { rebuildCards } from './cards.ts'
import { renameIn } from './classes/assigned.ts'
import { db, type Tx, transaction } from './db.ts'
import { type EntryRow, entryColumns, type HashedEntry, insertEntries, storedEntry } from './entries.ts'
import { Refusal } from './errors.ts'
import { closeLog, lockLog } from './log.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What a guest has that an account could take over; a list of pairs counts as a document. */
export type GuestWork = { readonly answers: number; readonly documents: number }

export const guestWork = async (guest: Viewer): Promise<GuestWork> => ({
  answers: await db().entry.count({ where: { userId: guest.userId, kind: 'review' } }),
  documents: await db().questionSet.count({ where: { ownerId: guest.userId } }),
})

/** Of the guest's log what the member's lacks, in order of arrival. Settings stay behind: the member has their own. */
const missing = (tx: Tx, guestId: string, memberId: string): Promise<EntryRow[]> =>
  tx.$queryRaw`SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${guestId} AND e."kind" <> 'settings'
    AND NOT EXISTS (SELECT 1 FROM "Entry" m WHERE m."userId" = ${memberId} AND m."id" = e."id") ORDER BY e."serverSeq"`

/** Gives over what the guest made. A text that both have pasted is kept twice: the answers to each name its own facts. */
const handOver = async (tx: Tx, guestId: string, memberId: string): Promise<void> => {
  const from = { where: { ownerId: guestId }, data: { ownerId: memberId } }
  await tx.$executeRaw`UPDATE "Document" SET "importHash" = NULL WHERE "ownerId" = ${guestId} AND "importHash" IN
    (SELECT d."importHash" FROM "Document" d WHERE d."ownerId" = ${memberId})`
  await tx.document.updateMany(from)
  await tx.fact.updateMany(from)
  await tx.question.updateMany(from)
  await tx.questionSet.updateMany(from)
  await tx.job.updateMany(from)
  await tx.attempt.updateMany({ where: { userId: guestId }, data: { userId: memberId } })
  await tx.flag.updateMany({ where: { userId: guestId }, data: { userId: memberId } })
  await tx.$executeRaw`INSERT INTO "FactTag" ("userId", "factId", "tag") SELECT ${memberId}, t."factId", t."tag" FROM "FactTag" t
    WHERE t."userId" = ${guestId} ON CONFLICT DO NOTHING`
  const enrolled = await tx.enrolment.findMany({ where: { userId: memberId }, select: { setId: true } })
  const others = { userId: guestId, setId: { notIn: enrolled.map(({ setId }) => setId) } }
  await tx.enrolment.updateMany({ where: others, data: { userId: memberId } })
  await renameIn(tx, guestId, memberId)
  const classes = await tx.classMember.findMany({ where: { userId: memberId }, select: { classId: true } })
  const joined = { userId: guestId, classId: { notIn: classes.map(({ classId }) => classId) } }
  await tx.classMember.updateMany({ where: joined, data: { userId: memberId } })
  await tx.classEvent.updateMany({ where: { actorId: guestId }, data: { actorId: memberId } })
  await tx.classEvent.updateMany({ where: { userId: guestId }, data: { userId: memberId } })
  await mergeQuizzes(tx, guestId, memberId)
  const devices = await tx.device.findMany({ where: { userId: memberId }, select: { id: true } })
  const theirs = { userId: guestId, id: { notIn: devices.map(({ id }) => id) } }
  await tx.device.updateMany({ where: theirs, data: { userId: memberId } })
}

/** A guest's attempts come after those that the member made at the same quiz. */
const mergeQuizzes = async (tx: Tx, guestId: string, memberId: string): Promise<void> => {
  const attempts = await tx.quizAttempt.findMany({ where: { userId: guestId }, orderBy: { number: 'desc' } })
  for (const { id, assignmentId, number } of attempts) {
    const known = await tx.quizAttempt.aggregate({ where: { userId: memberId, assignmentId }, _max: { number: true } })
    const after = known._max.number ?? 0
    await tx.quizAttempt.update({ where: { id }, data: { userId: memberId, number: after + number } })
  }
  const extended = await tx.extension.findMany({ where: { userId: memberId }, select: { assignmentId: true } })
  const others = { userId: guestId, assignmentId: { notIn: extended.map(({ assignmentId }) => assignmentId) } }
  await tx.extension.updateMany({ where: others, data: { userId: memberId } })
}

const placed = (rows: readonly EntryRow[], after: number): HashedEntry[] =>
  rows.map((row, index) => ({
    entry: { ...storedEntry(row), serverSeq: after + index + 1 },
    body: row.body,
    hash: row.contentHash,
  }))

const isGone = (thrown: unknown): boolean => thrown instanceof Refusal && thrown.code === 'sign-in-needed'

/**
 * Makes all that a guest did the viewer's own, be they a member or a guest who came from another device: the logs become one, each entry once, and the cards are folded anew from it;
 * documents, sets and the rest change hands. The guest is then no more, so that a second call finds nothing to do. Returns
 * how many entries came over.
 */
export const mergeGuest = async (viewer: Viewer, guest: Viewer, now = new Date()): Promise<number> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  if (viewer.userId === guest.userId || guest.kind !== 'guest') throw new Refusal('not-allowed')
  const { userId } = viewer
  try {
    const came = await transaction(async (tx) => {
      // The guest's log is locked first: a device still sending to it waits, and is then told that the guest is gone.
      await lockLog(tx, guest.userId, 0, now)
      const before = await lockLog(tx, userId, 0, now)
      const rows = await missing(tx, guest.userId, userId)
      await handOver(tx, guest.userId, userId)
      await insertEntries(tx, userId, placed(rows, before), now)
      await closeLog(tx, userId, before + rows.length)
      await tx.user.delete({ where: { id: guest.userId } })
      await rebuildCards(tx, userId)
      return rows.length
    })
    await note('guest-merged', { userId, detail: { guest: guest.userId, entries: came } })
    return came
  } catch (thrown) {
    if (isGone(thrown)) return 0
    throw thrown
  }
}
