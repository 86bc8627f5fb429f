import 'server-only'
import { analyse, type ItemAnalysis, type Taken, type WholeAnalysis } from '#lib/items/index.ts'
import { countOf } from '#lib/quiz/index.ts'
import type { Pack, PackQuestion } from '#lib/session/index.ts'
import { db } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { type AskedQuestion, askedQuestion } from './asked.ts'
import { closeWhatIsOver } from './over.ts'
import { taughtQuiz } from './quiz.ts'
import { countedAnswers, type FirstAttempt, firstAttempts } from './taken.ts'
import { mendsOf, newestVersion, type QuizVersion, versionOf } from './versions.ts'

export type AnalysedItem = { readonly question: AskedQuestion; readonly analysis: ItemAnalysis }

export type AnalysedQuiz = {
  readonly assignmentId: string
  readonly classId: string
  readonly title: string
  readonly language: string
  /** What at least one learner was asked, in the quiz's order. */
  readonly items: readonly AnalysedItem[]
  readonly whole: WholeAnalysis
}

/** The newest version, and those before it that somebody was asked, the newest first. */
const versionsOf = async (
  assignmentId: string,
  attempts: readonly FirstAttempt[],
): Promise<[QuizVersion, ...QuizVersion[]]> => {
  const newest = await newestVersion(db(), assignmentId)
  const used = new Set(attempts.map(({ versionId }) => versionId))
  used.delete(newest.id)
  const older: QuizVersion[] = []
  for (const id of used) older.push(await versionOf(db(), id))
  return [newest, ...older.sort((a, b) => b.version - a.version)]
}

/** Who was asked which question, and what they answered; what was not answered is wrong. */
const takenByQuestion = async (
  versions: readonly QuizVersion[],
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
const newestWordings = (versions: readonly QuizVersion[]): Map<string, { bank: Pack; question: PackQuestion }> => {
  const found = new Map<string, { bank: Pack; question: PackQuestion }>()
  for (const { bank } of versions)
    for (const question of bank.questions) if (!found.has(question.id)) found.set(question.id, { bank, question })
  return found
}

/**
 * How each question of a quiz did, for those who teach the class: by the first attempt that each learner handed in, as the mends
 * that hold mark it. What was dropped, or gives everyone the mark, is measured too and in nobody's total. Throws `not-found`.
 */
export const itemsOf = async (viewer: Viewer, assignmentId: string, now = Date.now()): Promise<AnalysedQuiz> => {
  const { classId, title } = await taughtQuiz(db(), viewer, assignmentId, 'teach')
  await closeWhatIsOver(assignmentId, now)
  const attempts = await firstAttempts(assignmentId)
  const versions = await versionsOf(assignmentId, attempts)
  const [mends, taken] = [await mendsOf(db(), assignmentId), await takenByQuestion(versions, attempts)]
  const asked = [...newestWordings(versions)].flatMap(([itemId, { bank, question }]) => {
    const answered = taken.get(itemId)
    return answered ? [{ itemId, taken: answered, question: askedQuestion(bank, question, mends) }] : []
  })
  const { items, whole } = analyse(
    asked.map(({ question: { options }, itemId, taken: answered }) => ({
      ...{ itemId, options, taken: answered, counts: countOf(itemId, mends) === 'normal' },
    })),
  )
  const { bank } = versions[0]
  return {
    ...{ assignmentId, classId, title: title ?? bank.title, language: bank.language, whole },
    items: asked.flatMap(({ question }, at) => (items[at] ? [{ question, analysis: items[at] }] : [])),
  }
}
