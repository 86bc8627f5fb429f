import { wilson } from '#lib/base/index.ts'
import { cardKey, type StoredReview } from '#lib/log/index.ts'
import { type Memory, nextMemory, retrievability } from '#lib/scheduling/index.ts'
import { guessOf, USUAL_OPTIONS } from '#lib/session/index.ts'
import { dayOf, type Today } from './reviews.ts'

/** Answers of which about the same was predicted. Shares 0–1; `low` and `high`: Wilson's 95 % interval of what came. */
export type Calibration = {
  readonly predicted: number
  readonly asked: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** What was predicted of one practice test beside what came. `spread`: the standard deviation that chance alone gives. */
export type SittingCalibration = {
  readonly attemptId: string
  readonly asked: number
  readonly predicted: number
  readonly right: number
  readonly spread: number
}

export type Calibrations = { readonly bins: readonly Calibration[]; readonly sittings: readonly SittingCalibration[] }

/** Where one bin ends and the next begins: finer where most answers are. */
const EDGES = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]

type Bin = { predicted: number; asked: number; right: number }
const emptyBin = (): Bin => ({ predicted: 0, asked: 0, right: 0 })

const add = (bin: Bin, chance: number, right: boolean): void => {
  bin.predicted += chance
  bin.asked += 1
  if (right) bin.right += 1
}

/**
 * How often what was predicted came true. Before each marked answer that is the first of its study day, the memory model is
 * asked for the chance of a right one, guessing included; a fact that was never met counts in tests only, by guessing alone.
 * `reviews`: answers that count, in order.
 */
export const calibrationOf = (reviews: readonly StoredReview[], today: Today): Calibrations => {
  const bins = [...EDGES, 1].map(emptyBin)
  const sittings = new Map<string, Bin & { variance: number }>()
  const memories = new Map<string, { memory: Memory; day: number }>()
  for (const review of reviews) {
    const day = dayOf(review, today)
    const marked = review.auto !== null && !review.overridden
    const guess = guessOf(review.form, USUAL_OPTIONS, review.grades.length)
    for (const { factId, direction, rating } of review.grades) {
      const key = cardKey(factId, direction)
      const before = memories.get(key)
      const recall = before ? retrievability(before.memory, day - before.day) : 0
      const chance = guess + (1 - guess) * recall
      const isFirst = before === undefined || before.day < day
      if (marked && isFirst && before)
        add(bins[EDGES.filter((edge) => chance >= edge).length] as Bin, chance, rating > 1)
      if (marked && isFirst && review.attemptId !== undefined && review.context === 'mock') {
        const sitting = sittings.get(review.attemptId) ?? { ...emptyBin(), variance: 0 }
        add(sitting, chance, rating > 1)
        sitting.variance += chance * (1 - chance)
        sittings.set(review.attemptId, sitting)
      }
      const memory = nextMemory(before?.memory ?? null, before ? day - before.day : 0, rating)
      memories.set(key, { memory, day })
    }
  }
  return {
    bins: bins.flatMap(({ predicted, asked, right }) =>
      asked === 0 ? [] : [{ predicted: predicted / asked, asked, right, ...wilson(right, asked) }],
    ),
    sittings: [...sittings].map(([attemptId, { predicted, asked, right, variance }]) => ({
      ...{ attemptId, asked, predicted: predicted / asked, right: right / asked },
      spread: Math.sqrt(variance) / asked,
    })),
  }
}
