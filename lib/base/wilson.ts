/** The 97.5 % quantile of the standard normal distribution: of intervals that hold 95 %. */
export const Z = 1.959963984540054

/**
 * The 95 % score interval of a share, `yes` of `n`; 0 to 1 where nothing was counted. Wilson (1927), "Probable inference, the
 * law of succession, and statistical inference", J. Am. Stat. Assoc. 22. Where parts of a whole count (a half right), the
 * interval is wider than it would have to be, since such shares vary less.
 */
export const wilson = (yes: number, n: number): { low: number; high: number } => {
  if (n === 0) return { low: 0, high: 1 }
  const share = yes / n
  const scale = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  // At 0 and at n the bound is exact; rounding would put it a hair beside.
  return { low: yes === 0 ? 0 : centre - half, high: yes === n ? 1 : centre + half }
}
