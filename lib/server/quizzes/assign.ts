import 'server-only'
import { Prisma } from '#lib/generated/sqlite/client.ts'
import type { QuizRules } from '#lib/quiz/index.ts'
import { findQuestion, type Pack, type PackQuestion } from '#lib/session/index.ts'
import { learnersIn, openSet } from '../classes/assign.ts'
import { noteIn } from '../classes/events.ts'
import { roleIn } from '../classes/read.ts'
import { signalIn } from '../classes/signal.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { newestPack } from '../packs.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { bankOf } from './bank.ts'
import type { QuizInput } from './input.ts'
import { dateOf } from './quiz.ts'

/** The questions of a set by their ids, in its order. Throws `cannot-use` where one of them is not in it. */
export const questionsIn = (pack: Pack, questionIds: readonly string[]): PackQuestion[] => {
  const found = [...new Set(questionIds)].map((id) => findQuestion(pack, id))
  const known = found.filter((question) => question !== null)
  if (known.length < found.length) throw new Refusal('cannot-use', t('quiz.questionsGone'))
  const numberOf = ({ factIds }: PackQuestion) => pack.facts.find(({ id }) => id === factIds[0])?.number ?? 0
  return known.sort((a, b) => numberOf(a) - numberOf(b))
}

/** Throws `cannot-use` for dates and rules that would leave nobody anything to do, or would never tell. */
export const requireSense = (
  { opensAt, closesAt }: { opensAt: number | null; closesAt: number | null },
  rules: QuizRules,
): void => {
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt)
    throw new Refusal('cannot-use', t('quiz.closesFirst'))
  if (rules.feedback === 'closed' && closesAt === null) throw new Refusal('cannot-use', t('quiz.neverTold'))
}

/** Throws `not-found`, `not-allowed`. */
const requireLead = async (tx: Tx, viewer: Viewer, classId: string, toIds: readonly string[] | null): Promise<void> => {
  const role = await roleIn(tx, viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  authorise(viewer, 'change', { kind: 'class', role })
  if (toIds) await learnersIn(tx, classId, toIds)
}

/**
 * Sets classes a quiz, or a live round, of some questions of a set, each class with its own dates. What it asks is copied
 * with all that marks it: later changes of the set change nothing of it. Throws `not-found` for a class, a set or a learner
 * that is not the viewer's to see, `not-allowed`, `cannot-use`.
 */
export const assignQuiz = async (viewer: Viewer, input: QuizInput<'assign'>): Promise<{ assignmentIds: string[] }> => {
  const { kind, classes, setId, title, questionIds, rules, draft, hides, toIds = null } = input
  for (const dates of classes) requireSense(dates, rules)
  return transaction(async (tx) => {
    const each = [...new Map(classes.map((one) => [one.classId, one])).values()]
    for (const { classId } of each) {
      await requireLead(tx, viewer, classId, toIds)
      await openSet(tx, viewer.userId, setId, classId)
    }
    const { pack } = await newestPack(tx, setId)
    const bank = bankOf(pack, questionsIn(pack, questionIds))
    const assignmentIds: string[] = []
    for (const { classId, opensAt, closesAt } of each) {
      const { id } = await tx.assignment.create({
        data: {
          ...{ classId, setId, kind, title, draft, hides, opensAt: dateOf(opensAt), closesAt: dateOf(closesAt) },
          toIds: toIds ? [...toIds] : Prisma.DbNull,
          versions: { create: { version: 1, rules, bank } },
        },
        select: { id: true },
      })
      assignmentIds.push(id)
      await noteIn(tx, { classId, kind: 'assigned', actorId: viewer.userId, detail: { setId, kind, draft } })
      await signalIn(tx, classId, 'attempts', id)
      // Those who learn hear of what is new.
      await signalIn(tx, classId, 'notices', id)
    }
    return { assignmentIds }
  })
}
