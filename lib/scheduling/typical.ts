import type { Rating } from './model.ts'

/**
 * What answers are like and how long they take, in seconds, until a learner's own are known: the defaults of the simulator
 * of fsrs-rs (open-spaced-repetition), fitted to many learners of Anki.
 */
export const TYPICAL = {
  /** Shares of the four ratings at the first answer. */
  first: { 1: 0.24, 2: 0.094, 3: 0.495, 4: 0.171 },
  /** Shares after a success. */
  recalled: { 1: 0, 2: 0.224, 3: 0.631, 4: 0.145 },
  firstSeconds: { 1: 19.58, 2: 18.79, 3: 13.78, 4: 10.71 },
  reviewSeconds: { 1: 19.38, 2: 17.59, 3: 12.38, 4: 8.94 },
  /** What is missed comes again in the same sitting. */
  againSeconds: 12.32,
} as const satisfies Record<string, Record<Rating, number> | number>

export const RATINGS = [1, 2, 3, 4] as const satisfies readonly Rating[]

const expected = (shares: Record<Rating, number>, seconds: Record<Rating, number>): number =>
  RATINGS.reduce((sum, rating) => sum + shares[rating] * seconds[rating], 0)

/** Seconds that a first meeting is expected to take, with its second pass where it is missed. */
export const FIRST_SECONDS = expected(TYPICAL.first, TYPICAL.firstSeconds) + TYPICAL.first[1] * TYPICAL.againSeconds
/** Seconds of a review that succeeds, and of one that fails with its second pass. */
export const RECALLED_SECONDS = expected(TYPICAL.recalled, TYPICAL.reviewSeconds)
export const MISSED_SECONDS = TYPICAL.reviewSeconds[1] + TYPICAL.againSeconds
