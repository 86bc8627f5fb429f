import type { Draft } from './draft.ts'
import type { Tier } from './types.ts'

/** Least score of a question that publishes itself, and of one that waits for a person. */
const TIER_A = 0.66
const TIER_B = 0.5

/** A: no check failed and the score is high. B: fit for review. C: hidden. */
export const tierOf = ({ question, score }: Draft): Tier => {
  if (question.lints.length === 0 && score >= TIER_A) return 'A'
  return question.lints.length <= 1 && score >= TIER_B ? 'B' : 'C'
}
