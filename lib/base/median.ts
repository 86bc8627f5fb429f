/** The middle of some values, or between the two in the middle; 0 where there is none. Puts them in order. */
export const median = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
