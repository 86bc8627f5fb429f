/** Two-sided 95 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/** A share of `n` with its bounds; all null where nothing was counted. */
export type Share = { n: number; yes: number; share: number | null; low: number | null; high: number | null }

/**
 * Share of successes with the 95 % score interval of Wilson (1927), "Probable inference, the law of succession, and
 * statistical inference", J. Am. Stat. Assoc. 22.
 */
export const wilson = (yes: number, n: number): Share => {
  if (n === 0) return { n, yes, share: null, low: null, high: null }
  const share = yes / n
  const scale = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  // At 0 and at n the bound is exact; rounding would put it a hair beside.
  return { n, yes, share, low: yes === 0 ? 0 : centre - half, high: yes === n ? 1 : centre + half }
}
