import { type Random, shuffled } from '#lib/base/index.ts'

/**
 * How many to draw from each stratum so that `size` are drawn in all: the same from each, and where one has fewer, all of
 * it, with the rest shared by the others. What cannot be shared evenly goes to the first. Less than `size` only where there
 * is no more.
 */
export const quotas = (available: readonly number[], size: number): number[] => {
  const drawn = available.map(() => 0)
  let left = Math.min(
    size,
    available.reduce((sum, count) => sum + count, 0),
  )
  while (left > 0) {
    const open = available.flatMap((count, i) => (count > (drawn[i] ?? 0) ? [i] : []))
    const each = Math.max(1, Math.floor(left / open.length))
    for (const i of open) {
      const more = Math.min(each, left, (available[i] ?? 0) - (drawn[i] ?? 0))
      drawn[i] = (drawn[i] ?? 0) + more
      left -= more
    }
  }
  return drawn
}

/** A sample stratified by `stratumOf`, without replacement; strata in the order of their names. */
export const stratified = <T>(
  items: readonly T[],
  stratumOf: (item: T) => string,
  size: number,
  random: Random,
): T[] => {
  const names = [...new Set(items.map(stratumOf))].sort()
  const strata = names.map((name) =>
    shuffled(
      items.filter((item) => stratumOf(item) === name),
      random,
    ),
  )
  const share = quotas(
    strata.map((stratum) => stratum.length),
    size,
  )
  return strata.flatMap((stratum, i) => stratum.slice(0, share[i]))
}
