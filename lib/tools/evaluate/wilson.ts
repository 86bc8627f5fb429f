import { wilson as interval } from '#lib/base/index.ts'

/** A share of `n` with its bounds; all null where nothing was counted. */
export type Share = { n: number; yes: number; share: number | null; low: number | null; high: number | null }

/** Share of successes with its 95 % score interval. */
export const wilson = (yes: number, n: number): Share =>
  n === 0 ? { n, yes, share: null, low: null, high: null } : { n, yes, share: yes / n, ...interval(yes, n) }
