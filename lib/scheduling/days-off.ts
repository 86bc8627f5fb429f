import { studyDayDate } from './day.ts'

/** When a learner does not study. `weekdaysOff`: Sunday 1, Monday 2 … Saturday 64, summed. `datesOff`: 'YYYY-MM-DD,…'. */
export type DaysOff = { weekdaysOff: number; datesOff: string }

export const NO_DAYS_OFF: DaysOff = { weekdaysOff: 0, datesOff: '' }

/** 1 January 1970 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4
const WEEK = 7

/** Sunday 0 … Saturday 6. */
export const weekdayOf = (day: number): number => (((day + WEEKDAY_OF_DAY_ZERO) % WEEK) + WEEK) % WEEK

/** Tells of a study day whether it is one without study. */
export const daysOff = ({ weekdaysOff, datesOff }: DaysOff): ((day: number) => boolean) => {
  const dates = new Set(datesOff.split(',').filter(Boolean))
  return (day) => ((weekdaysOff >> weekdayOf(day)) & 1) === 1 || (dates.size > 0 && dates.has(studyDayDate(day)))
}
