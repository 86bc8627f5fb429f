import 'server-only'
import { analyse, type ItemAnalysis, type Taken, type WholeAnalysis } from '#lib/items/index.ts'
import type { Pack, PackQuestion } from '#lib/session/index.ts'
import { roleIn } from '../classes/read.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { type AskedQuestion, askedQuestion, mendsOf } from './asked.ts'
import { countedAnswers, type FirstAttempt, firstAttempts } from './taken.ts'

export type QuizItem = { readonly question: AskedQuestion; readonly analysis: ItemAnalysis }

export type QuizItems = {
  readonly assignmentId: string
  readonly classId: string
  readonly title: string
  readonly language: string
  /** What at least one learner was asked, in the quiz's order. */
  readonly items: readonly QuizItem[]
  readonly whole: WholeAnalysis
}

type Version = { readonly id: string; readonly bank: Pack }

/** Versions that somebody was asked, the newest first; where nobody was yet, the newest. Throws `not-found` where it is no quiz. */
const versionsOf = async (
  assignmentId: string,
  attempts: readonly FirstAttempt[],
): Promise<[Version, ...Version[]]> => {
  const used = [...new Set(attempts.map(({ versionId }) => versionId))]
  const rows = await db().quizVersion.findMany({
    where: { assignmentId, ...(used.length > 0 ? { id: { in: used } } : {}) },
    orderBy: { version: 'desc' },
    ...(used.length > 0 ? {} : { take: 1 }),
    select: { id: true, bank: true },
  })
  const [newest, ...older] = rows.map(({ id, bank }) => ({ id, bank: bank as unknown as Pack }))
  if (!newest) throw new Refusal('not-found')
  return [newest, ...older]
}

/** Who was asked which question, and what they answered; what was not answered is wrong. */
const takenByQuestion = async (
  versions: readonly Version[],
  attempts: readonly FirstAttempt[],
): Promise<Map<string, Taken[]>> => {
  const banks = new Map(versions.map(({ id, bank }) => [id, bank]))
  const answers = await countedAnswers(attempts.map(({ id }) => id))
  const found = new Map<string, Taken[]>()
  for (const { id, userId, versionId, order } of attempts)
    order.forEach((index, place) => {
      const question = banks.get(versionId)?.questions[index]
      if (!question) return
      const { given, share } = answers.get(id)?.get(place) ?? { given: null, share: 0 }
      const taken = found.get(question.id)
      const one = { takerId: userId, given, share }
      if (taken) taken.push(one)
      else found.set(question.id, [one])
    })
  return found
}

/** Every question as its newest version words it, with the bank that it is of. */
const newestWordings = (versions: readonly Version[]): Map<string, { bank: Pack; question: PackQuestion }> => {
  const found = new Map<string, { bank: Pack; question: PackQuestion }>()
  for (const { bank } of versions)
    for (const question of bank.questions) if (!found.has(question.id)) found.set(question.id, { bank, question })
  return found
}

/**
 * How each question of a quiz did, for those who teach the class: by the first attempt that each learner handed in, with the marks
 * as they are now. What was dropped is in nobody's total. Throws `not-found`.
 */
export const itemsOf = async (viewer: Viewer, assignmentId: string): Promise<QuizItems> => {
  const assignment = await db().assignment.findUnique({
    where: { id: assignmentId },
    select: { classId: true, title: true },
  })
  const role = assignment ? await roleIn(db(), viewer.userId, assignment.classId) : null
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  if (!assignment) throw new Refusal('not-found')
  const attempts = await firstAttempts(assignmentId)
  const versions = await versionsOf(assignmentId, attempts)
  const [mends, taken] = [await mendsOf(assignmentId), await takenByQuestion(versions, attempts)]
  const asked = [...newestWordings(versions)].flatMap(([questionId, { bank, question }]) => {
    const answered = taken.get(questionId)
    if (!answered) return []
    return [{ questionId, answered, question: askedQuestion(bank, question, mends.get(questionId) ?? []) }]
  })
  const { items, whole } = analyse(
    asked.map(({ questionId, answered, question: { options, mended } }) => ({
      ...{ itemId: questionId, counts: mended !== 'drop', options, taken: answered },
    })),
  )
  const { bank } = versions[0]
  return {
    ...{ assignmentId, classId: assignment.classId, title: assignment.title ?? bank.title, language: bank.language },
    items: asked.flatMap(({ question }, at) => (items[at] ? [{ question, analysis: items[at] }] : [])),
    whole,
  }
}
