import { makeFsrs, type Rating } from '#lib/scheduling/index.ts'
import { cholesky, solve, type Triangle } from './linear.ts'
import { type Prior, weightsAt } from './prior.ts'

/**
 * One answer to a fact. `day`: its study day. `guess`: the chance of a right answer by guessing, 0 where it was typed. `trust`:
 * what it counts as evidence, 1 where it was marked lately.
 */
export type Review = {
  readonly day: number
  readonly rating: Rating
  readonly guess?: number
  readonly trust?: number
}
/** A fact's answers, the first one first. */
export type History = readonly Review[]

export type Fit = {
  readonly weights: readonly number[]
  /** In standard deviations of the prior; the last is the logarithm of the factor on stability, in `SCALE_SPREAD`. */
  readonly z: Float64Array
  /** Of the inverse of its covariance, for draws. */
  readonly precision: Triangle
  /** Answers that say something: those on a later day than the one before. */
  readonly evidence: number
}

/** How far a learner's stabilities may lie from what their weights say, as a standard deviation of the logarithm. */
const SCALE_SPREAD = 0.35
const ROUNDS = 8
const STEP = 1e-3
const ENOUGH = 1e-3
const P_MIN = 0.005

export const scaleOf = (z: ArrayLike<number>): number => Math.exp(SCALE_SPREAD * (z[z.length - 1] as number))

const bounded = (p: number): number => Math.min(1 - P_MIN, Math.max(P_MIN, p))

/** The chance of a right answer that weights give each answer on a later day, in the order of the histories. */
const predicted = (weights: readonly number[], scale: number, histories: readonly History[]): number[] => {
  const model = makeFsrs(weights)
  const chances: number[] = []
  for (const history of histories) {
    let [memory, last] = [model.first(history[0]?.rating ?? 3), history[0]?.day ?? 0]
    for (let at = 1; at < history.length; at++) {
      const { day, rating, guess = 0 } = history[at] as Review
      const elapsed = Math.max(0, day - last)
      if (elapsed > 0) chances.push(bounded(guess + (1 - guess) * model.recall(elapsed, memory.stability * scale)))
      memory = model.next(memory, elapsed, rating)
      last = day
    }
  }
  return chances
}

type Outcome = { readonly right: 0 | 1; readonly trust: number }

const outcomesOf = (histories: readonly History[]): Outcome[] =>
  histories.flatMap((history) =>
    history.flatMap(({ day, rating, trust = 1 }, at): Outcome[] =>
      at > 0 && day > (history[at - 1]?.day ?? day) ? [{ right: rating > 1 ? 1 : 0, trust }] : [],
    ),
  )

const lossOf = (outcomes: readonly Outcome[], chances: readonly number[]): number =>
  outcomes.reduce((sum, { right, trust }, at) => {
    const p = chances[at] as number
    return sum - trust * Math.log(right ? p : 1 - p)
  }, 0)

const wholeLoss = (weights: readonly number[], histories: readonly History[], scale = 1): number =>
  lossOf(outcomesOf(histories), predicted(weights, scale, histories))

/** Mean log loss of the answers on later days, each by what it counts. */
export const logLoss = (weights: readonly number[], histories: readonly History[], scale = 1): number => {
  const all = outcomesOf(histories).reduce((sum, { trust }) => sum + trust, 0)
  return all === 0 ? 0 : wholeLoss(weights, histories, scale) / all
}

/** The slope of the log posterior at z, and Fisher's information with that of the prior: its lower triangle. */
const scoring = (
  z: Float64Array,
  slopes: readonly (readonly number[])[],
  chances: readonly number[],
  outcomes: readonly Outcome[],
) => {
  const downhill = Float64Array.from(z, (value) => -value)
  const matrix = slopes.map(() => new Float64Array(slopes.length))
  for (const [i, slope] of slopes.entries())
    for (const [at, { right, trust }] of outcomes.entries()) {
      const p = chances[at] as number
      const each = (trust * (slope[at] as number)) / (p * (1 - p))
      downhill[i] = (downhill[i] as number) + (right - p) * each
      const row = matrix[i] as Float64Array
      for (let j = 0; j <= i; j++) row[j] = (row[j] as number) + each * (slopes[j]?.[at] as number)
    }
  for (const [i, row] of matrix.entries()) row[i] = (row[i] as number) + 1
  return { downhill, matrix }
}

/**
 * The most probable weights of a learner (MAP) with a population as prior, by Fisher scoring: z with z ~ N(0, I), each answer
 * a Bernoulli trial. `from`: where an earlier fit ended.
 */
export const fitWeights = (histories: readonly History[], prior: Prior, from?: ArrayLike<number>): Fit => {
  const size = prior.mean.length + 1
  const outcomes = outcomesOf(histories)
  const chancesAt = (z: Float64Array) => predicted(weightsAt(prior, z), scaleOf(z), histories)
  const costOf = (z: Float64Array, chances: readonly number[]): number =>
    z.reduce((sum, each) => sum + each * each, 0) / 2 + lossOf(outcomes, chances)
  let z = from ? Float64Array.from(from) : new Float64Array(size)
  let chances = chancesAt(z)
  let cost = costOf(z, chances)
  let precision: Triangle = []
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = Array.from({ length: size }, (_, k) => {
      const beside = Float64Array.from(z)
      beside[k] = (beside[k] as number) + STEP
      return chancesAt(beside).map((p, at) => (p - (chances[at] as number)) / STEP)
    })
    const { downhill, matrix } = scoring(z, slopes, chances, outcomes)
    precision = cholesky(matrix)
    const direction = solve(precision, downhill)
    let stride = 1
    let moved = false
    for (; stride > 0.05 && !moved; stride /= 2) {
      const next = z.map((value, k) => value + stride * (direction[k] as number))
      const nextChances = chancesAt(next)
      const nextCost = costOf(next, nextChances)
      if (nextCost >= cost) continue
      moved = true
      const gained = cost - nextCost
      ;[z, chances, cost] = [next, nextChances, nextCost]
      if (gained < ENOUGH) round = ROUNDS
    }
    if (!moved) break
  }
  return { weights: weightsAt(prior, z), z, precision, evidence: outcomes.length }
}

/** The last part of the log, by which new weights are judged. */
const HELD_OUT = 0.2
const TRIED_MIN = 20

/**
 * Whether weights of one's own may replace those in use: fitted to the earlier part of the log, they must predict the last
 * part no worse. With too few answers in that, they may not.
 */
export const predictsBetter = (histories: readonly History[], prior: Prior, inUse: readonly number[]): boolean => {
  const days = histories.flatMap((history) => history.slice(1).map(({ day }) => day)).sort((a, b) => a - b)
  const cut = days[Math.floor(days.length * (1 - HELD_OUT))] ?? 0
  const before = histories.map((history) => history.filter(({ day }) => day < cut)).filter(({ length }) => length > 0)
  const tail = tailFrom(histories, cut)
  if (tail < TRIED_MIN) return false
  const { weights } = fitWeights(before, prior)
  const lossAfter = (of: readonly number[]) => wholeLoss(of, histories) - wholeLoss(of, before)
  return lossAfter(weights) <= lossAfter(inUse)
}

const tailFrom = (histories: readonly History[], cut: number): number =>
  outcomesOf(histories).length - outcomesOf(histories.map((history) => history.filter(({ day }) => day < cut))).length
