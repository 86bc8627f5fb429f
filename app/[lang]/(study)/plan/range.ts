import type { ExamReport } from '#lib/agenda/index.ts'
import type { Range } from '#lib/exams/index.ts'
import { formatNumber, formatPercent, t } from '#words'

/** "150–185", or one number where both ends are the same. */
export const rangeWords = ({ low, high }: Pick<Range, 'low' | 'high'>): string => {
  const [from, to] = [Math.round(low), Math.round(high)]
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`
}

/** The chance to reach the goal, as one would say it. */
export const chanceWords = ({ chance }: Pick<ExamReport, 'chance'>, goal: number): string => {
  const [n, share] = [Math.round(chance * 10), formatPercent(goal)]
  if (n === 0) return t('plan.chanceNone', { goal: share })
  return n === 10 ? t('plan.chanceSure', { goal: share }) : t('plan.chance', { n, goal: share })
}

/** A range this wide, as a share of the facts, is worth a word. */
const WIDE = 0.12

export const isWide = ({ recalled, facts }: Pick<ExamReport, 'recalled' | 'facts'>): boolean =>
  recalled.high - recalled.low > facts * WIDE

/** A share as a length of a bar in CSS, kept within it. */
export const along = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10}%`
