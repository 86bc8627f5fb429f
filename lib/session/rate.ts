import type { Rating } from '#lib/log/index.ts'
import type { SessionItem } from './types.ts'

/** How an answer was marked; `Marking` of lib/answers fits. */
export type AnswerMarking = { verdict: 'right' | 'wrong'; nearly: boolean; parts?: readonly ('right' | 'wrong')[] }

export type FactRating = { factId: string; rating: Rating }

const AGAIN = 1
const HARD = 2
const GOOD = 3

/** The same rating for every fact of an item. */
export const rateAll = (item: SessionItem, rating: Rating): FactRating[] =>
  item.factIds.map((factId) => ({ factId, rating }))

/**
 * The ratings that a marked answer stands for: right is good, wrong is again; right but misspelt, with a hint or as likely
 * guessed as known, is hard. The time it took says nothing: whoever was interrupted is not rated down for it. Where the marking has a part for each fact, each fact has its own.
 */
export const ratingsFor = (
  item: { readonly factIds: readonly string[]; readonly guess?: boolean },
  marking: AnswerMarking,
  hints: number,
): FactRating[] => {
  const right = marking.nearly || hints > 0 || item.guess ? HARD : GOOD
  const parts = marking.parts?.length === item.factIds.length ? marking.parts : null
  return item.factIds.map((factId, i) => ({
    factId,
    rating: (parts?.[i] ?? marking.verdict) === 'right' ? right : AGAIN,
  }))
}
