import { wilson } from '#lib/base/index.ts'
import { cardKey, type StoredEntry } from '#lib/log/index.ts'
import { dayOf, studied, type Today, todayOf } from './reviews.ts'

export type WeekOfRetention = {
  /** First study day of the week's seven; the last week ends today. */
  day: number
  asked: number
  right: number
  /** `right / asked`, and the bounds of its Wilson 95 % interval; null where nothing was asked. */
  share: number | null
  low: number | null
  high: number | null
  target: number
}

const DAYS_PER_WEEK = 7

/**
 * The share recalled, week by week, oldest first. Only the first answer of a study day to a card that was answered on an
 * earlier one is a test of memory: first meetings and same-day repeats are left out. Hard counts as recalled.
 */
export const retentionByWeek = (
  entries: Iterable<StoredEntry>,
  weeks: number,
  target: number,
  today: Today,
): WeekOfRetention[] => {
  const first = todayOf(today) - weeks * DAYS_PER_WEEK + 1
  const tally = Array.from({ length: weeks }, (_, i) => ({ day: first + i * DAYS_PER_WEEK, asked: 0, right: 0 }))
  const lastDays = new Map<string, number>()
  for (const review of studied(entries)) {
    const day = dayOf(review, today)
    for (const { factId, direction, rating } of review.grades) {
      const key = cardKey(factId, direction)
      const before = lastDays.get(key)
      lastDays.set(key, day)
      const week = tally[Math.floor((day - first) / DAYS_PER_WEEK)]
      if (!week || before === undefined || before >= day) continue
      week.asked += 1
      if (rating > 1) week.right += 1
    }
  }
  return tally.map(({ day, asked, right }) => {
    const { low, high } = wilson(right, asked)
    return asked === 0
      ? { day, asked, right, share: null, low: null, high: null, target }
      : { day, asked, right, share: right / asked, low, high, target }
  })
}
