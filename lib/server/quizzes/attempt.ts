import 'server-only'
import { randomUUID } from 'node:crypto'
import { seededRandom } from '#lib/base/index.ts'
import { itemsOf, mayBegin, orderOf, type Running } from '#lib/quiz/index.ts'
import { signalIn } from '../classes/signal.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { type AttemptRow, closeOverdue, givenIn } from './closing.ts'
import { allowanceOf, askedQuiz, endsAt, type Quiz } from './quiz.ts'
import { toldOf } from './told.ts'
import { mendsOf, newestVersion, type QuizVersion, versionOf } from './versions.ts'

const runningOf = async (
  tx: Tx,
  quiz: Quiz,
  attempt: AttemptRow,
  version: QuizVersion,
  now: number,
): Promise<Running> => {
  const { rules, bank } = version
  const order = attempt.order as number[]
  const mends = await mendsOf(tx, quiz.assignmentId)
  const allowance = await allowanceOf(tx, quiz.assignmentId, attempt.userId)
  const answers = await tx.quizAnswer.findMany({
    where: { attemptId: attempt.id, late: false },
    orderBy: { place: 'asc' },
  })
  return {
    ...{ attemptId: attempt.id, assignmentId: quiz.assignmentId, title: quiz.title ?? bank.title },
    ...{ language: bank.language, number: attempt.number },
    items: itemsOf(bank, order, attempt.id),
    given: Object.fromEntries(
      answers.map(({ place, given, seq, toldAt }) => {
        const told = toldAt === null ? null : toldOf(bank, order, mends, place)
        return [place, { given: givenIn(given), seq, told }]
      }),
    ),
    ...{ feedback: rules.feedback, startedAt: attempt.startedAt.getTime() },
    ...{
      endsAt: endsAt(attempt.startedAt, rules, quiz, allowance),
      graceMs: rules.graceSeconds * 1_000,
      serverNow: now,
    },
  }
}

const WHY_NOT = { 'not-yet': 'quiz.notYet', closed: 'quiz.isClosed', 'used-up': 'quiz.usedUp' } as const

/** The next attempt's number. Throws `conflict` where none may be begun. */
const nextNumber = async (tx: Tx, viewer: Viewer, quiz: Quiz, { rules }: QuizVersion, now: number): Promise<number> => {
  const { assignmentId } = quiz
  const allowance = await allowanceOf(tx, assignmentId, viewer.userId)
  const before = await tx.quizAttempt.aggregate({
    where: { assignmentId, userId: viewer.userId, number: { gt: 0 } },
    ...{ _count: true, _max: { number: true } },
  })
  const may = mayBegin(quiz, rules, allowance, before._count, now)
  if (may !== 'yes') throw new Refusal('conflict', t(WHY_NOT[may]))
  return (before._max.number ?? 0) + 1
}

/**
 * Begins an attempt, or goes on with the one under way, on whatever device that was begun. Those who teach preview it as a
 * learner, which counts nowhere. Throws `not-found`, `conflict` where it is not open or all attempts are used up.
 */
export const beginQuiz = async (viewer: Viewer, assignmentId: string, now = Date.now()): Promise<Running> => {
  await closeOverdue(assignmentId, now, viewer.userId)
  return transaction(async (tx) => {
    const quiz = await askedQuiz(tx, viewer, assignmentId)
    if (quiz.kind !== 'quiz') throw new Refusal('not-found')
    const { userId } = viewer
    // A tap that came twice, or from two devices, begins one attempt: the second waits here and then finds it.
    await tx.$executeRaw`UPDATE "ClassMember" SET "joinedAt" = "joinedAt"
      WHERE "classId" = ${quiz.classId} AND "userId" = ${userId}`
    const preview = quiz.role !== 'learner'
    // Whoever taught here and learns now has a preview under way, with which nothing can be handed in.
    const open = await tx.quizAttempt.findFirst({
      where: { assignmentId, userId, handedInAt: null, number: preview ? 0 : { gt: 0 } },
      orderBy: { number: 'desc' },
    })
    if (open) return runningOf(tx, quiz, open, await versionOf(tx, open.versionId), now)
    const version = await newestVersion(tx, assignmentId)
    const number = preview ? 0 : await nextNumber(tx, viewer, quiz, version, now)
    // A preview is made anew as often as it is wanted.
    if (preview) await tx.quizAttempt.deleteMany({ where: { assignmentId, userId, number: 0 } })
    const order = orderOf(version.bank, version.rules, seededRandom(randomUUID()))
    const attempt = await tx.quizAttempt.create({
      data: { assignmentId, versionId: version.id, userId, number, order, startedAt: new Date(now) },
    })
    if (!preview) await signalIn(tx, quiz.classId, 'attempts', assignmentId)
    return runningOf(tx, quiz, attempt, version, now)
  })
}
