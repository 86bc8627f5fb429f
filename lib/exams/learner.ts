import type { Random } from '#lib/base/index.ts'
import { type Fsrs, TYPICAL } from '#lib/scheduling/index.ts'
import { drawRating, normal } from './chance.ts'
import { type Held, step } from './planner.ts'
import type { World } from './play.ts'

export type MadeLearner = World & {
  /** The chance of recall on the morning of a day; 0 where the fact was never met. */
  recallAt: (fact: number, day: number) => number
}

const clampDifficulty = (difficulty: number): number => Math.min(10, Math.max(1, difficulty))

/**
 * Somebody whose memory follows the model, but for what it does not know: a factor on the stability of each fact, how much
 * harder some are (standard deviation of difficulty), and `scale`, a factor on every stability. `randomOf` gives each fact
 * its own draws, so that two plans of the same learner meet with the same luck.
 */
export const madeLearner = (
  model: Fsrs,
  held: readonly Held[],
  factors: readonly number[],
  harder: number,
  randomOf: (fact: number) => Random,
  scale = 1,
): MadeLearner => {
  const facts = held.map((one, index) => {
    const random = randomOf(index)
    return { held: one, factor: scale * (factors[index] ?? 1), harder: harder * normal(random), random }
  })
  type Fact = (typeof facts)[number]
  const recall = ({ held: { memory, day: last }, factor }: Fact, day: number): number =>
    memory === null || last === null ? 0 : model.recall(day - last, memory.stability * factor)
  return {
    ask: (index, day) => {
      const fact = facts[index] as Fact
      const isFirst = fact.held.memory === null
      const luck = fact.random()
      const drawn = drawRating(isFirst ? TYPICAL.first : TYPICAL.recalled, fact.random)
      const rating = isFirst || luck < recall(fact, day) ? drawn : 1
      const memory = step(model, fact.held, day, rating)
      const difficulty = clampDifficulty(memory.difficulty + (isFirst ? fact.harder : 0))
      fact.held = { memory: { ...memory, difficulty }, day }
      const seconds = (isFirst ? TYPICAL.firstSeconds : TYPICAL.reviewSeconds)[rating]
      return { rating, seconds: seconds + (rating === 1 ? TYPICAL.againSeconds : 0) }
    },
    recallAt: (index, day) => recall(facts[index] as Fact, day),
  }
}
