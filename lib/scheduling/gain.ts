import { type Memory, nextMemory, type Rating, retrievability, type Weights } from './model.ts'

/** After a success: the shares of hard, good and easy; and the seconds that a review takes by its rating. From the simulator of fsrs-rs. */
const AFTER_SUCCESS: readonly (readonly [Rating, number])[] = [
  [2, 0.224],
  [3, 0.631],
  [4, 0.145],
]
const REVIEW_SECONDS: Readonly<Record<Rating, number>> = { 1: 19.38, 2: 17.59, 3: 12.38, 4: 8.94 }

/**
 * What a review now is worth: the chance of recall that it adds at a day `horizonDays` from now, for each second it is
 * expected to take. `elapsedDays`: since the last answer.
 * gain = [(1-R)·R(X,S'1) + R·Σ q_g·R(X,S'g) - R(t+X,S)] / [(1-R)·c1 + R·Σ q_g·c_g].
 */
export const reviewGain = (
  memory: Memory,
  elapsedDays: number,
  horizonDays: number,
  weights: Weights = null,
): number => {
  const now = retrievability(memory, elapsedDays, weights)
  const after = (rating: Rating) =>
    retrievability(nextMemory(memory, elapsedDays, rating, weights), horizonDays, weights)
  const recalled = AFTER_SUCCESS.reduce((sum, [rating, share]) => sum + share * after(rating), 0)
  const seconds = AFTER_SUCCESS.reduce((sum, [rating, share]) => sum + share * REVIEW_SECONDS[rating], 0)
  const gained = (1 - now) * after(1) + now * recalled - retrievability(memory, elapsedDays + horizonDays, weights)
  return gained / ((1 - now) * REVIEW_SECONDS[1] + now * seconds)
}
