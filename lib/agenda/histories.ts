import type { History, Review } from '#lib/exams/index.ts'
import { cardKey, type StoredReview } from '#lib/log/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { guessOf, type Pack, USUAL_OPTIONS } from '#lib/session/index.ts'

/** What an answer counts that its giver judged, beside one that was marked. */
export const SELF_RATED = 0.5
/** Days in which what an answer says of its giver loses half its weight: people change. */
const HALF_LIFE = 180

const optionsIn = (packs: readonly Pack[]): ReadonlyMap<string, number> =>
  new Map(
    packs.flatMap(({ questions }) =>
      questions.flatMap(({ id, options }): [string, number][] => (options ? [[id, options.length]] : [])),
    ),
  )

type Where = { readonly packs: readonly Pack[]; readonly rolloverHour: number; readonly today: number }

/**
 * The answers to each of some cards as fits and forecasts take them: of a study day the first one, with its chance of having
 * been guessed and what it counts as evidence. `reviews`: the standing log in order.
 */
export const historiesOf = (
  keys: readonly string[],
  reviews: readonly StoredReview[],
  { packs, rolloverHour, today }: Where,
): History[] => {
  const histories = new Map<string, Review[]>(keys.map((key) => [key, []]))
  const options = optionsIn(packs)
  for (const review of reviews) {
    if (review.context === 'practice') continue
    const { form, questionId, grades, mode, overridden, auto } = review
    const day = studyDay(review.effectiveAt, review.tzOffsetMin, rolloverHour)
    const judged = mode === 'flip' || overridden || auto === null
    const trust = (judged ? SELF_RATED : 1) * 2 ** (-Math.max(0, today - day) / HALF_LIFE)
    const guess = judged ? 0 : guessOf(form, options.get(questionId) ?? USUAL_OPTIONS, grades.length)
    for (const { factId, direction, rating } of grades) {
      const history = histories.get(cardKey(factId, direction))
      if (history && history.at(-1)?.day !== day) history.push({ day, rating, guess, trust })
    }
  }
  return keys.map((key) => histories.get(key) ?? [])
}
