import 'server-only'
import type { LivePhase } from '#lib/quiz/index.ts'
import { signalIn } from '../../classes/signal.ts'
import { databaseKind, db, type Tx, transaction } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import type { Viewer } from '../../viewer.ts'
import { askedQuiz, type Quiz } from '../quiz.ts'
import { newestVersion } from '../versions.ts'

/** Where a class is that answers together. */
export type Round = {
  readonly versionId: string
  /** By place the question of the bank; none before it has started. */
  readonly order: readonly number[]
  readonly phase: LivePhase
  readonly place: number
  /** Since when it is there, in milliseconds. */
  readonly since: number
}

/** A live round for whoever is in its class and may see it. Throws `not-found`. */
export const askedRound = async (tx: Tx, viewer: Viewer, assignmentId: string): ReturnType<typeof askedQuiz> => {
  const quiz = await askedQuiz(tx, viewer, assignmentId)
  if (quiz.kind !== 'live') throw new Refusal('not-found')
  return quiz
}

/** Null before somebody who teaches has opened it. */
export const roundOf = async (tx: Tx, assignmentId: string): Promise<Round | null> => {
  const row = await tx.liveRound.findUnique({ where: { assignmentId } })
  if (!row) return null
  const { versionId, order, phase, place, since } = row
  return { versionId, order: order as number[], phase: phase as LivePhase, place, since: since.getTime() }
}

/**
 * Opens a round to its class, which can come in from then on. What it asks is settled when it starts. Once it is open, again
 * changes nothing.
 */
export const openRound = async ({ assignmentId, classId }: Quiz): Promise<void> =>
  transaction(async (tx) => {
    if (await roundOf(tx, assignmentId)) return
    const { id: versionId } = await newestVersion(tx, assignmentId)
    const opened = { assignmentId, versionId, order: [], phase: 'waiting', since: new Date() }
    await tx.liveRound.upsert({ where: { assignmentId }, create: opened, update: {} })
    await signalIn(tx, classId, 'live', assignmentId)
  })

/** Of a learner's attempts at a round, the one that counts. */
export const ownPart = (userId: string, assignmentId: string) =>
  db().quizAttempt.findFirst({
    where: { assignmentId, userId, number: { gt: 0 } },
    orderBy: { number: 'asc' },
  })

/** Lets a learner into a round that is not over; what they have missed of it counts as open. */
export const joinRound = async ({ assignmentId, classId }: Quiz, userId: string, now: number): Promise<void> =>
  transaction(async (tx) => {
    // SQLite has one writer; elsewhere a start that is under way is waited for, since it hands its order to who is there.
    if (databaseKind() === 'postgresql')
      await tx.$queryRaw`SELECT 1 FROM "LiveRound" WHERE "assignmentId" = ${assignmentId} FOR SHARE`
    const round = await roundOf(tx, assignmentId)
    if (round === null || round.phase === 'over') return
    const part = { assignmentId, userId, number: 1 }
    if ((await tx.quizAttempt.count({ where: { assignmentId, userId, number: { gt: 0 } } })) > 0) return
    await tx.quizAttempt.upsert({
      where: { assignmentId_userId_number: part },
      create: { ...part, versionId: round.versionId, order: [...round.order], startedAt: new Date(now) },
      update: {},
    })
    await signalIn(tx, classId, 'attempts', assignmentId)
  })
