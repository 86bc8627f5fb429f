import type { StoredEntry } from '#lib/log/index.ts'
import { type DaysOff, daysOff, weekdayOf } from '#lib/scheduling/index.ts'
import { dayOf, studied, type Today, todayOf } from './reviews.ts'

export type WeeklyGoal = {
  /** Days studied this week, and how many it asks for: no more than the days that are not off. */
  done: number
  goal: number
  /** Weeks in a row that met their goal; this one too, once it does. A week that is off altogether neither counts nor breaks. */
  weeks: number
}

const WEEK = 7
const WEEKS_MAX = 520

/** The Monday of a study day's week. */
const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % WEEK)

/** How a learner's weeks went, against `goal` days of study each (1–7). */
export const weeklyGoal = (entries: Iterable<StoredEntry>, goal: number, off: DaysOff, today: Today): WeeklyGoal => {
  const isOff = daysOff(off)
  const days = new Set(studied(entries).map((review) => dayOf(review, today)))
  const first = Math.min(...days)
  const weekAt = (monday: number) => {
    const all = Array.from({ length: WEEK }, (_, i) => monday + i)
    const free = all.filter((day) => !isOff(day)).length
    return { done: all.filter((day) => days.has(day)).length, goal: Math.min(goal, free) }
  }
  const monday = mondayOf(todayOf(today))
  const now = weekAt(monday)
  let weeks = now.goal > 0 && now.done >= now.goal ? 1 : 0
  for (let n = 1; n < WEEKS_MAX && monday - n * WEEK + WEEK > first; n++) {
    const week = weekAt(monday - n * WEEK)
    if (week.done < week.goal) break
    if (week.goal > 0) weeks += 1
  }
  return { ...now, weeks }
}
