import 'server-only'
import { countOf, type Mending, mendedQuestion, type Told } from '#lib/quiz/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { bankOf } from './bank.ts'

/** Null where the place asks nothing. */
export const toldOf = (bank: Pack, order: readonly number[], mends: readonly Mending[], place: number): Told | null => {
  const asked = bank.questions[order[place] ?? -1]
  if (!asked) return null
  const question = mendedQuestion(asked, mends)
  return { place, questionId: question.id, pack: bankOf(bank, [question]), count: countOf(question.id, mends) }
}
