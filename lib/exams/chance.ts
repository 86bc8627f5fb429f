import type { Random } from '#lib/base/index.ts'
import { RATINGS, type Rating } from '#lib/scheduling/index.ts'

/** A draw from the standard normal distribution (Box–Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A rating drawn by the shares of each. */
export const drawRating = (shares: Readonly<Record<Rating, number>>, random: Random): Rating => {
  let left = random()
  for (const rating of RATINGS) {
    left -= shares[rating]
    if (left < 0) return rating
  }
  return 3
}
