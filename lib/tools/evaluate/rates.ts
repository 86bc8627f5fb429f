import type { Counts } from './measure.ts'
import type { Tally } from './tally.ts'

const per = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const total = (counted: Tally): number => Object.values(counted).reduce((sum, count) => sum + count, 0)

/** What the counts come to; null where there was nothing to divide by. */
export type Rates = {
  factsPer100: number | null
  wordsPerFact: number | null
  wordsPerSentence: number | null
  questionsPer100: number | null
  /** Shares of the listed facts, 0–1, over all importances. */
  answered: number | null
  asked: number | null
  wordsPerSecond: number | null
}

export const ratesOf = (counts: Counts): Rates => ({
  factsPer100: per(100 * counts.facts, counts.words),
  wordsPerFact: per(counts.words, counts.facts),
  wordsPerSentence: per(counts.words, counts.sentences),
  questionsPer100: per(100 * counts.questions, counts.words),
  answered: per(total(counts.answered), total(counts.listed)),
  asked: per(total(counts.asked), total(counts.listed)),
  wordsPerSecond: per(counts.words, counts.seconds),
})

/** Words per distinct fact that a document should have at most, and what would be better still. */
export const GOAL_WORDS_PER_FACT = 60
export const STRETCH_WORDS_PER_FACT = 40
