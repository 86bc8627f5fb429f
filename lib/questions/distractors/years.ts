import { type Random, shuffled } from '#lib/base/index.ts'
import type { Fact } from '../draft.ts'
import type { Distractor, Pool } from '../pool.ts'

const WANTED = 3

/** The years that the rest of the stem leaves possible: before or after the other dates in it, as the right one is. */
const bounds = (fact: Fact, year: number, pool: Pool): { low: number; high: number } => {
  const reach = year >= 1900 ? 14 : year >= 1700 ? 30 : 60
  let low = year - reach
  let high = Math.min(year + reach, Math.max(pool.lastYear ?? year, year))
  for (const date of fact.dates) {
    if (date === fact.slot.date || date.year === year) continue
    if (date.year < year) low = Math.max(low, date.year + 1)
    else high = Math.min(high, date.year - 1)
  }
  return { low, high }
}

/** Years near the right one, from the document where it has them; how many are earlier is left to chance. */
export const yearDistractors = (fact: Fact, pool: Pool, random: Random): Distractor[] => {
  const year = fact.slot.date?.year
  if (year === undefined || year < 0 || !fact.slot.exclusive) return []
  const { low, high } = bounds(fact, year, pool)
  const stated = fact.quote.exact
  const fits = (candidate: number) =>
    candidate >= low &&
    candidate <= high &&
    candidate !== year &&
    !stated.includes(String(candidate)) &&
    !pool.yearAlsoTrue(fact, candidate)
  const own = shuffled(pool.yearsBetween(low, high).filter(fits), random)
  const near = shuffled(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 11].flatMap((step) => [year - step, year + step]).filter(fits),
    random,
  )
  const candidates = [...new Set([...own, ...near])]
  const earlierWanted = Math.floor(random() * (WANTED + 1))
  const earlier = candidates.filter((candidate) => candidate < year)
  const later = candidates.filter((candidate) => candidate > year)
  const takeEarlier = Math.min(earlier.length, Math.max(earlierWanted, WANTED - later.length))
  const picked = [...earlier.slice(0, takeEarlier), ...later.slice(0, WANTED - takeEarlier)]
  return picked.map((candidate) => ({ text: String(candidate), wrongBecause: `The document gives ${year}.` }))
}
