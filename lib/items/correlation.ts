import { Z } from '#lib/base/index.ts'
import type { Estimate } from './types.ts'

/** Fewest people of whom a correlation says anything. */
const PEOPLE_MIN = 3
/** What rounding makes of equal numbers. */
const NOTHING = 1e-12

export const NO_ESTIMATE: Estimate = { value: null, low: null, high: null }

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean square from the mean, over n − 1. */
export const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** Pearson's product-moment correlation of pairs; null of fewer than three people, or where one side does not vary. */
export const correlationOf = (xs: readonly number[], ys: readonly number[]): number | null => {
  if (xs.length < PEOPLE_MIN) return null
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)]
  let [xx, yy, xy] = [0, 0, 0]
  xs.forEach((x, at) => {
    const [dx, dy] = [x - meanX, (ys[at] ?? 0) - meanY]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  })
  const least = NOTHING * xs.length
  if (xx < least || yy < least) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/**
 * A correlation with its 95 % interval by Fisher's z: tanh(artanh r ± 1.96 / √(n − 3)). Fisher (1921), "On the probable error
 * of a coefficient of correlation deduced from a small sample", Metron 1. It supposes two normal variables; of an item that is
 * right or wrong it is an approximation, and a rough one where nearly all or nearly none are right. No interval of three
 * people, nor of a perfect correlation, whose z is infinite.
 */
export const correlationWithin = (r: number | null, n: number): Estimate => {
  if (r === null) return NO_ESTIMATE
  if (n <= PEOPLE_MIN || 1 - Math.abs(r) < NOTHING) return { value: r, low: null, high: null }
  const [z, half] = [Math.atanh(r), Z / Math.sqrt(n - 3)]
  return { value: r, low: Math.tanh(z - half), high: Math.tanh(z + half) }
}
