import { median } from '#lib/base/index.ts'
import type { StoredReview } from '#lib/log/index.ts'

/** Seconds an answer takes, before a learner's own answers tell. */
export const SECONDS_PER_ANSWER = 12
/** Answers that tell how fast somebody is, and how many of the last are asked. */
const ANSWERS_MIN = 5
const ANSWERS_ASKED = 200
/** A question left open longer than this was not studied all the time, in milliseconds. */
const ANSWER_MAX = 120_000

/** The time that an answer took, in milliseconds, as far as it was study. */
export const spentOn = ({ durationMs }: Pick<StoredReview, 'durationMs'>): number => Math.min(ANSWER_MAX, durationMs)

/** Median seconds of answers that took so many milliseconds, at least one; 12 where fewer than five tell. */
export const secondsOf = (times: readonly number[]): number =>
  times.length < ANSWERS_MIN ? SECONDS_PER_ANSWER : Math.max(1, median([...times]) / 1000)

/** Median seconds of the last answers that moved a schedule, at least one; 12 where fewer than five tell. */
export const secondsPerAnswer = (reviews: readonly StoredReview[]): number => {
  const last = reviews.filter(({ context }) => context !== 'practice').slice(-ANSWERS_ASKED)
  return secondsOf(last.map(spentOn))
}
