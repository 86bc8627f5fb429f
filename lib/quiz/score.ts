import type { QuizRules } from './rules.ts'

/** What an attempt came to; `outOf` 0 where every question of it was dropped. */
export type Score = { readonly points: number; readonly outOf: number }

/** 0–1; null where nothing was asked. */
export const shareOf = ({ points, outOf }: Score): number | null => (outOf > 0 ? points / outOf : null)

/** The mark that attempts handed in come to, the first first, 0–1; null while there is none. */
export const gradeOf = (scores: readonly Score[], counts: QuizRules['counts']): number | null => {
  const shares = scores.map(shareOf).filter((share) => share !== null)
  if (shares.length === 0) return null
  if (counts === 'best') return Math.max(...shares)
  if (counts === 'last') return shares.at(-1) ?? null
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}
