import { type Memory, nextMemory, type Rating, retrievability, type Weights } from './model.ts'
import { RECALLED_SECONDS, TYPICAL } from './typical.ts'

const AFTER_SUCCESS = [2, 3, 4] as const satisfies readonly Rating[]

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
  const recalled = AFTER_SUCCESS.reduce((sum, rating) => sum + TYPICAL.recalled[rating] * after(rating), 0)
  const gained = (1 - now) * after(1) + now * recalled - retrievability(memory, elapsedDays + horizonDays, weights)
  return gained / ((1 - now) * TYPICAL.reviewSeconds[1] + now * RECALLED_SECONDS)
}
