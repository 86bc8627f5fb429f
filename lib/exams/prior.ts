import { DEFAULT_WEIGHTS } from '#lib/scheduling/index.ts'
import { cholesky, type Triangle } from './linear.ts'

/** Weights that are times, or factors on times: what learners differ by there is a ratio. */
const IS_RATIO = new Set([0, 1, 2, 3, 11, 12, 13, 20])
const RATIO_MIN = 1e-3
const SPREAD_MIN = 1e-3

const toScale = (value: number, at: number): number => (IS_RATIO.has(at) ? Math.log(Math.max(value, RATIO_MIN)) : value)
const fromScale = (value: number, at: number): number => (IS_RATIO.has(at) ? Math.exp(value) : value)

/** Of few learners a correlation is half chance: it is drawn halfway to none (shrinkage towards the diagonal). */
const SHRINKAGE = 0.5

/** What learners' weights are like: on the scale of each weight its mean and standard deviation, and how they go together. */
export type Prior = {
  readonly mean: readonly number[]
  readonly spread: readonly number[]
  /** L of the correlations L·Lᵀ. */
  readonly together: Triangle
}

/** Of at least two learners' weights. */
export const priorOf = (learners: readonly (readonly number[])[]): Prior => {
  const mean = DEFAULT_WEIGHTS.map(
    (_, at) => learners.reduce((sum, weights) => sum + toScale(weights[at] ?? 0, at), 0) / learners.length,
  )
  const spread = mean.map((middle, at) => {
    const squares = learners.reduce((sum, weights) => sum + (toScale(weights[at] ?? 0, at) - middle) ** 2, 0)
    return Math.max(SPREAD_MIN, Math.sqrt(squares / (learners.length - 1)))
  })
  const scores = learners.map((weights) =>
    mean.map((middle, at) => (toScale(weights[at] ?? 0, at) - middle) / (spread[at] as number)),
  )
  const correlations = mean.map((_, i) =>
    Float64Array.from(mean, (_, j) => {
      const sum = scores.reduce((all, row) => all + (row[i] as number) * (row[j] as number), 0)
      return i === j ? 1 : ((1 - SHRINKAGE) * sum) / (learners.length - 1)
    }),
  )
  return { mean, spread, together: cholesky(correlations) }
}

/** w = T⁻¹(μ + σ·L·z): the weights of a learner at z, which is N(0, I) over the population. */
export const weightsAt = ({ mean, spread, together }: Prior, z: ArrayLike<number>): number[] =>
  mean.map((middle, at) => {
    const row = together[at] as Float64Array
    let away = 0
    for (let k = 0; k < row.length; k++) away += (row[k] as number) * (z[k] as number)
    return fromScale(middle + (spread[at] as number) * away, at)
  })
