import { median } from '#lib/base/index.ts'
import type { CardState, Form, StoredReview } from '#lib/log/index.ts'
import { spentOn } from '#lib/session/index.ts'
import { dayOf, type Today, todayOf } from './reviews.ts'

export type WeekOfSpeed = {
  /** First study day of the week's seven; the last week ends today. */
  readonly day: number
  readonly answers: number
  /** Median seconds of an answer; null where none was given. */
  readonly seconds: number | null
}

const DAYS_PER_WEEK = 7

/** How long an answer took, week by week, the oldest first. */
export const speedByWeek = (reviews: readonly StoredReview[], weeks: number, today: Today): WeekOfSpeed[] => {
  const first = todayOf(today) - weeks * DAYS_PER_WEEK + 1
  const times: number[][] = Array.from({ length: weeks }, () => [])
  for (const review of reviews)
    times[Math.floor((dayOf(review, today) - first) / DAYS_PER_WEEK)]?.push(spentOn(review) / 1_000)
  return times.map((each, week) => ({
    day: first + week * DAYS_PER_WEEK,
    answers: each.length,
    seconds: each.length === 0 ? null : median(each),
  }))
}

export type FormTally = {
  readonly form: Form
  readonly answers: number
  readonly right: number
  readonly seconds: number
}

/** How often each form was asked, how often it was right, and the median seconds it took; the most asked first. */
export const byForm = (reviews: readonly StoredReview[]): FormTally[] => {
  const forms = new Map<Form, { right: number; times: number[] }>()
  for (const review of reviews) {
    const tally = forms.get(review.form) ?? { right: 0, times: [] }
    const { grades } = review
    tally.right += grades.filter(({ rating }) => rating > 1).length / Math.max(1, grades.length)
    tally.times.push(spentOn(review) / 1_000)
    forms.set(review.form, tally)
  }
  return [...forms]
    .map(([form, { right, times }]) => ({ form, answers: times.length, right, seconds: median(times) }))
    .sort((a, b) => b.answers - a.answers)
}

/** Days of stability from which a memory falls into each group: a day, a week, a month, three months, a year. */
export const STABILITY_FROM = [0, 1, 7, 30, 90, 365] as const

/** Cards in each group of stability. */
export const stabilityGroups = (cards: Iterable<CardState>): number[] => {
  const groups = STABILITY_FROM.map(() => 0)
  for (const { memory, suspended } of cards) {
    if (!memory || suspended) continue
    const at = STABILITY_FROM.filter((from) => memory.stability >= from).length - 1
    groups[at] = (groups[at] ?? 0) + 1
  }
  return groups
}

export type HardFact = { readonly factId: string; readonly lapses: number; readonly difficulty: number }

/** The cards that were missed most often after they were known; of those missed as often, the more difficult first. */
export const hardestOf = (cards: Iterable<CardState>, count: number): HardFact[] => {
  const hard = new Map<string, HardFact>()
  for (const { factId, lapses, memory } of cards) {
    if (lapses === 0 || !memory || (hard.get(factId)?.lapses ?? 0) > lapses) continue
    hard.set(factId, { factId, lapses, difficulty: memory.difficulty })
  }
  return [...hard.values()]
    .sort((a, b) => b.lapses - a.lapses || b.difficulty - a.difficulty || (a.factId < b.factId ? -1 : 1))
    .slice(0, count)
}
