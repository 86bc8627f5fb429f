import 'server-only'
import { type Given, type Mending, NO_ALLOWANCE, type QuizRules, scoreOf, worthOf } from '#lib/quiz/index.ts'
import { signalIn } from '../classes/signal.ts'
import { db, type Tx, transaction } from '../db.ts'
import { allowancesOf, endsAt, lockQuiz, type Quiz, quizRow } from './quiz.ts'
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

/** Attempts of a quiz, or of one learner at it, whose end and grace have passed, handed in as they were at the end. */
export const closeOverdue = async (assignmentId: string, now: number, userId?: string): Promise<void> => {
  const overdueIn = async (tx: Tx, quiz: Quiz) => {
    const where = { assignmentId, handedInAt: null, ...(userId === undefined ? {} : { userId }) }
    const open = await tx.quizAttempt.findMany({ where, orderBy: { id: 'asc' } })
    if (open.length === 0) return []
    const allowances = await allowancesOf(tx, assignmentId)
    const overdue: { attempt: (typeof open)[number]; version: QuizVersion; end: number }[] = []
    for (const attempt of open) {
      const version = await versionOf(tx, attempt.versionId)
      const allowance = allowances.get(attempt.userId) ?? NO_ALLOWANCE
      const end = endsAt(attempt.startedAt, version.rules, quiz, allowance)
      if (end !== null && end + graceMs(version.rules) < now) overdue.push({ attempt, version, end })
    }
    return overdue
  }
  // Most looks find none under way, and wait for nobody.
  if ((await db().quizAttempt.count({ where: { assignmentId, handedInAt: null } })) === 0) return
  await transaction(async (tx) => {
    await lockQuiz(tx, assignmentId)
    const quiz = await quizRow(tx, assignmentId)
    const overdue = await overdueIn(tx, quiz)
    if (overdue.length === 0) return
    const mends = await mendsOf(tx, assignmentId)
    for (const { attempt, version, end } of overdue) await settle(tx, attempt, version, mends, new Date(end))
    await signalIn(tx, quiz.classId, 'attempts', assignmentId)
  })
}
