import 'server-only'
import { countOf, type Mending, mendedQuestion } from '#lib/quiz/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { bankOf } from './bank.ts'

/** What is right at one place of an attempt, with what it cites: a pack of that question alone, and of no other sentence. */
export type Told = {
  readonly place: number
  readonly questionId: string
  readonly pack: Pack
  /** It was put right since, and so counts for nobody, or fully for everyone. */
  readonly count: 'normal' | 'drop' | 'full'
}

/** Null where the place asks nothing. */
export const toldOf = (bank: Pack, order: readonly number[], mends: readonly Mending[], place: number): Told | null => {
  const asked = bank.questions[order[place] ?? -1]
  if (!asked) return null
  const question = mendedQuestion(asked, mends)
  return { place, questionId: question.id, pack: bankOf(bank, [question]), count: countOf(question.id, mends) }
}
