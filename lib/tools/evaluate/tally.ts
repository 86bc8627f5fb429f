/** How often each thing was met. */
export type Tally = Record<string, number>

export const tally = (names: readonly string[]): Tally => {
  const counted: Tally = {}
  for (const name of names) counted[name] = (counted[name] ?? 0) + 1
  return counted
}

export const addTallies = (tallies: readonly Tally[]): Tally => {
  const sum: Tally = {}
  for (const one of tallies) for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** The commonest first, equals by name. */
export const ranked = (counted: Tally): [string, number][] =>
  Object.entries(counted).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
