import 'server-only'
import { type Given, type Mending, NO_ALLOWANCE, type QuizRules, scoreOf, worthOf } from '#lib/quiz/index.ts'
import { signalIn } from '../classes/signal.ts'
import { db, type Tx, transaction } from '../db.ts'
import { allowancesOf, endsAt, lockAttempt, lockQuiz, type Quiz, quizRow } from './quiz.ts'
import { mendsOf, type QuizVersion, versionOf } from './versions.ts'

export type AttemptRow = {
  readonly id: string
  readonly userId: string
  readonly number: number
  readonly versionId: string
  readonly order: unknown
  readonly startedAt: Date
  readonly handedInAt: Date | null
}

type AnswerRow = { readonly place: number; readonly late: boolean; readonly given: string; readonly standing: string }

/** Standings of answers that count. */
export const COUNTED = ['counts', 'accepted']

/** The answers that count, one a place: what was decided on later stands before what came in time. */
export const countedOf = <A extends AnswerRow>(answers: readonly A[]): Map<number, A> => {
  const counted = answers.filter(({ standing }) => COUNTED.includes(standing))
  return new Map(counted.sort((a, b) => Number(a.late) - Number(b.late)).map((answer) => [answer.place, answer]))
}

export const givenIn = (kept: string): Given => JSON.parse(kept) as Given

/** What an attempt comes to by all its answers. */
export const scoredBy = (
  { rules, bank }: QuizVersion,
  order: readonly number[],
  mends: readonly Mending[],
  answers: readonly (AnswerRow & { readonly spentMs: number })[],
) => {
  const counted = [...countedOf(answers)].map(([place, { given, spentMs }]) => ({
    ...{ place, given: givenIn(given), worth: worthOf(rules, spentMs) },
  }))
  return scoreOf(bank, order, mends, counted)
}

/** Reckons anew what an attempt comes to. */
export const settle = async (
  tx: Tx,
  attempt: Pick<AttemptRow, 'id' | 'order'>,
  version: QuizVersion,
  mends: readonly Mending[],
  handedInAt: Date,
): Promise<void> => {
  const answers = await tx.quizAnswer.findMany({ where: { attemptId: attempt.id } })
  const { points, outOf } = scoredBy(version, attempt.order as number[], mends, answers)
  const undecided = answers.filter(({ standing }) => standing === 'late' || standing === 'unsure').length
  await tx.quizAttempt.update({
    where: { id: attempt.id },
    data: { handedInAt, points, outOf, undecided, loggedAt: null },
  })
}

const graceMs = ({ graceSeconds }: QuizRules): number => graceSeconds * 1_000

type Open = AttemptRow & { readonly version: QuizVersion; readonly end: number }

/** Attempts of a quiz, or of one learner at it, that are under way although their end and grace have passed. */
const overdueIn = async (tx: Tx, quiz: Quiz, now: number, userId?: string): Promise<Open[]> => {
  const { assignmentId } = quiz
  const where = { assignmentId, handedInAt: null, ...(userId === undefined ? {} : { userId }) }
  const open = await tx.quizAttempt.findMany({ where, orderBy: { id: 'asc' } })
  if (open.length === 0) return []
  const allowances = await allowancesOf(tx, assignmentId)
  const overdue: Open[] = []
  for (const attempt of open) {
    const version = await versionOf(tx, attempt.versionId)
    const end = endsAt(attempt.startedAt, version.rules, quiz, allowances.get(attempt.userId) ?? NO_ALLOWANCE)
    if (end !== null && end + graceMs(version.rules) < now) overdue.push({ ...attempt, version, end })
  }
  return overdue
}

/** Hands those in as they were at their end. */
export const closeOverdue = async (assignmentId: string, now: number, userId?: string): Promise<void> => {
  // Most looks find none, and wait for nobody.
  if ((await overdueIn(db(), await quizRow(db(), assignmentId), now, userId)).length === 0) return
  await transaction(async (tx) => {
    await lockQuiz(tx, assignmentId)
    const quiz = await quizRow(tx, assignmentId)
    const mends = await mendsOf(tx, assignmentId)
    let closed = 0
    for (const attempt of await overdueIn(tx, quiz, now, userId)) {
      // What was still on its way may have come in between.
      if ((await lockAttempt(tx, attempt.id)) !== null) continue
      await settle(tx, attempt, attempt.version, mends, new Date(attempt.end))
      closed += 1
    }
    if (closed > 0) await signalIn(tx, quiz.classId, 'attempts', assignmentId)
  })
}
