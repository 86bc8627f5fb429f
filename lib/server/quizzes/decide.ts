import 'server-only'
import { noteIn } from '../classes/events.ts'
import { signalIn } from '../classes/signal.ts'
import { transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { settle } from './closing.ts'
import type { QuizInput } from './input.ts'
import { lockAttempt, taughtQuiz } from './quiz.ts'
import { mendsOf, versionOf } from './versions.ts'

/**
 * Whether an answer that came late, or does not add up, counts. One that does stands before what came in time; the decision
 * can be taken the other way at any time. Throws `not-found`, `not-allowed`, `conflict` while the attempt is under way.
 */
export const decideLate = async (viewer: Viewer, input: QuizInput<'decide'>): Promise<void> => {
  const { attemptId, place, accept } = input
  await transaction(async (tx) => {
    await lockAttempt(tx, attemptId)
    const attempt = await tx.quizAttempt.findUnique({ where: { id: attemptId } })
    if (!attempt) throw new Refusal('not-found')
    const quiz = await taughtQuiz(tx, viewer, attempt.assignmentId, 'change')
    if (attempt.handedInAt === null) throw new Refusal('conflict')
    const where = { attemptId_place_late: { attemptId, place, late: true } }
    const answer = await tx.quizAnswer.findUnique({ where })
    if (!answer) throw new Refusal('not-found')
    await tx.quizAnswer.update({ where, data: { standing: accept ? 'accepted' : 'refused' } })
    const version = await versionOf(tx, attempt.versionId)
    await settle(tx, attempt, version, await mendsOf(tx, quiz.assignmentId), attempt.handedInAt)
    const detail = { assignmentId: quiz.assignmentId, attemptId, place: String(place), accepted: accept }
    await noteIn(tx, { classId: quiz.classId, kind: 'decided', actorId: viewer.userId, userId: attempt.userId, detail })
    await signalIn(tx, quiz.classId, 'grades', quiz.assignmentId)
  })
}
