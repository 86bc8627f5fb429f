import { type Random, seededRandom } from '#lib/base/index.ts'
import { drawRating, type MadeLearner, madeLearner, normal } from '#lib/exams/index.ts'
import { makeFsrs, TYPICAL } from '#lib/scheduling/index.ts'

/** Someone who learns, as nobody who plans for them may see. The same seed is the same person with the same luck. */
export type Truth = (weights: readonly number[], facts: number, seed: string) => MadeLearner

const STABILITY_SPREAD = 0.5
const DIFFICULTY_SPREAD = 0.7

const drawsOf =
  (seed: string): ((fact: number) => Random) =>
  (fact) =>
    seededRandom(`${seed} ${fact}`)

/** FSRS-6 with the learner's own weights, each fact a little unlike the model. */
export const fsrsWorld: Truth = (weights, facts, seed) => {
  const luck = seededRandom(`${seed} factors`)
  const factors = Array.from({ length: facts }, () => Math.exp(STABILITY_SPREAD * normal(luck)))
  const never = factors.map(() => ({ memory: null, day: null }))
  return madeLearner(makeFsrs(weights), never, factors, DIFFICULTY_SPREAD, drawsOf(seed))
}

const CLARITY = 0.8
const TIRED_AFTER_SECONDS = 900

/**
 * A memory that is not FSRS: every presentation leaves a trace that fades as a power of its age, recall is logistic in the
 * logarithm of their sum (the base-level activation of ACT-R: Anderson & Schooler, 1991), a failed try leaves a weaker trace,
 * and whoever sits long grows tired, which shows in their answers and not in the exam. Of the weights only the first stability is
 * used, for who remembers more. The constants are such that recall a day, a week and a month after a first sitting is on
 * average that of the learners in the other world: .87, .71, .54.
 */
export const tracesWorld: Truth = (weights, facts, seed) => {
  const person = seededRandom(`${seed} person`)
  const fading = 0.35 + 0.2 * person()
  const threshold = -1.85 - 0.25 * Math.tanh(Math.log((weights[2] ?? 2) / 2.3)) + 0.3 * normal(person)
  const draws = drawsOf(seed)
  const all = Array.from({ length: facts }, (_, fact) => {
    const random = draws(fact)
    return { random, threshold: threshold + 0.5 * normal(random), traces: [] as { day: number; strength: number }[] }
  })
  type Fact = (typeof all)[number]
  const recall = ({ traces, threshold: least }: Fact, day: number, tired = 0): number => {
    if (traces.length === 0) return 0
    const sum = traces.reduce(
      (total, { day: at, strength }) => total + strength * Math.max(0.5, day - at) ** -fading,
      0,
    )
    return 1 / (1 + Math.exp(-(Math.log(sum) - least - tired) / CLARITY))
  }
  return {
    ask: (index, day, spent) => {
      const fact = all[index] as Fact
      const isFirst = fact.traces.length === 0
      const luck = fact.random()
      const drawn = drawRating(isFirst ? TYPICAL.first : TYPICAL.recalled, fact.random)
      const rating = isFirst || luck < recall(fact, day, 0.3 * Math.min(1, spent / TIRED_AFTER_SECONDS)) ? drawn : 1
      fact.traces.push({ day, strength: { 1: 0.7, 2: 0.85, 3: 1, 4: 1.3 }[rating] })
      const seconds = (isFirst ? TYPICAL.firstSeconds : TYPICAL.reviewSeconds)[rating]
      return { rating, seconds: seconds + (rating === 1 ? TYPICAL.againSeconds : 0) }
    },
    recallAt: (index, day) => recall(all[index] as Fact, day),
  }
}
