import type { DayOfReviews, WeekOfRetention } from '#lib/analytics/index.ts'
import { sentence } from '#lib/messages/index.ts'
import { formatPercent, inWords, t } from '#words'
import type { SectionView } from '../_view/sets.ts'

/** Cards that a study day asks for. */
export type DueDay = { day: number; due: number }

/** Below so many answers a share says nothing yet. */
const ANSWERS_MIN = 20
/** A day is heavy with half as much again as the usual day, and no less than this. */
const HEAVY_MIN = 15
/** The longest pair of headings that a title can hold. */
const HEADINGS_LENGTH_MAX = 56

/** Over all weeks shown: how many were asked, and the share that was right (null: none were asked). */
const keptOf = (weeks: readonly WeekOfRetention[]): { asked: number; share: number | null } => {
  const asked = weeks.reduce((sum, week) => sum + week.asked, 0)
  const right = weeks.reduce((sum, week) => sum + week.right, 0)
  return { asked, share: asked > 0 ? right / asked : null }
}

/** The latest weeks that together hold enough answers to speak of. */
const latest = (weeks: readonly WeekOfRetention[]): WeekOfRetention[] => {
  for (let from = weeks.length - 1; from > 0; from--) {
    if (keptOf(weeks.slice(from)).asked >= ANSWERS_MIN) return weeks.slice(from)
  }
  return [...weeks]
}

export const retentionFinding = (weeks: readonly WeekOfRetention[]): string => {
  const { asked, share } = keptOf(latest(weeks))
  if (share === null) return t('progress.keptNone')
  if (asked < ANSWERS_MIN) return t('progress.keptFew', { n: asked })
  return t('progress.kept', { share: formatPercent(share) })
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The days after today that ask for much more than the usual one. */
export const heavyDays = (ahead: readonly DueDay[]): DueDay[] => {
  const later = ahead.slice(1)
  const bound = Math.max(HEAVY_MIN, 1.5 * median(later.map(({ due }) => due)))
  return later.filter(({ due }) => due > bound)
}

export const loadFinding = (ahead: readonly DueDay[]): string => {
  const all = ahead.reduce((sum, { due }) => sum + due, 0)
  const heavy = heavyDays(ahead).length
  if (all === 0) return t('progress.loadNone')
  if (heavy > 0 && heavy <= 3) return t('progress.loadHeavy', { n: heavy, words: sentence(inWords(heavy)) })
  const each = Math.ceil(all / ahead.length)
  return t('progress.loadEven', { n: each, words: inWords(each) })
}

/** The days up to today and the days from today on, as one row of columns: today has one for what was done, one for what is due. */
export type LoadDay = { day: number; count: number; when: 'past' | 'today' | 'ahead' }
export const loadDays = (past: readonly DayOfReviews[], ahead: readonly DueDay[]): LoadDay[] => [
  ...past.map(({ day, answers }): LoadDay => ({ day, count: answers, when: 'past' })),
  ...ahead.map(({ day, due }, index): LoadDay => ({ day, count: due, when: index === 0 ? 'today' : 'ahead' })),
]

export const masteryFinding = (sections: readonly SectionView[]): string => {
  const facts = sections.reduce((sum, section) => sum + section.facts.length, 0)
  const held = sections.reduce((sum, section) => sum + section.held, 0)
  const named = sections.filter((section) => section.heading !== null && section.facts.length > 0)
  const shareOf = (section: SectionView) => section.held / section.facts.length
  const [best] = [...named].sort((a, b) => shareOf(b) - shareOf(a))
  const fresh = named.find((section) => section.facts.every(({ level }) => level === 0))
  if (best?.heading && fresh?.heading && shareOf(best) >= 0.5) {
    const words = { best: best.heading, fresh: fresh.heading }
    if (words.best.length + words.fresh.length <= HEADINGS_LENGTH_MAX) return t('progress.masteryBoth', words)
  }
  return held === 0 ? t('progress.masteryNone') : t('progress.mastery', { held, all: facts })
}

/** Labels of columns nearer than this touch. */
const LABEL_APART = 3

/** The columns, by their place, that have their number over them: today's due, the highest, heavy days, as far as the labels fit. */
export const labelledColumns = (days: readonly LoadDay[], heavy: ReadonlySet<number>): ReadonlySet<number> => {
  const byCount = days
    .map((day, place) => ({ ...day, place }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const wanted = [
    ...byCount.filter(({ when }) => when === 'today'),
    ...byCount.slice(0, 1),
    ...byCount.filter(({ day, when }) => when === 'ahead' && heavy.has(day)),
  ]
  const chosen = new Set<number>()
  for (const { place } of wanted) {
    if ([...chosen].every((other) => Math.abs(other - place) >= LABEL_APART)) chosen.add(place)
  }
  return chosen
}

/** The weeks to draw: from the first that holds an answer, and never fewer than a month. */
export const drawnWeeks = (weeks: readonly WeekOfRetention[]): WeekOfRetention[] => {
  const first = weeks.findIndex(({ asked }) => asked > 0)
  return weeks.slice(Math.max(0, Math.min(first < 0 ? weeks.length : first, weeks.length - 4)))
}
