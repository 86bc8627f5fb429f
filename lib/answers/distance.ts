/**
 * Optimal string alignment distance (Damerau–Levenshtein without editing a pair twice) over code points; anything above
 * `max` is told as `max + 1`.
 */
export const editDistance = (a: string, b: string, max: number = Number.POSITIVE_INFINITY): number => {
  const [x, y] = [[...a], [...b]]
  if (Math.abs(x.length - y.length) > max) return max + 1
  let before: number[] = []
  let previous = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const row = [i]
    for (let j = 1; j <= y.length; j++) {
      const change = (previous[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1)
      const best = Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const swaps = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]
      row.push(swaps ? Math.min(best, (before[j - 2] ?? 0) + 1) : best)
    }
    if (Math.min(...row) > max && Math.min(...previous) > max) return max + 1
    before = previous
    previous = row
  }
  return Math.min(previous[y.length] ?? 0, max + 1)
}
