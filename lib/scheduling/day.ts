import { type Millis, MS_PER_DAY, MS_PER_MINUTE } from '#lib/base/index.ts'

/** The hour of the learner's wall clock at which a new study day begins. */
export const ROLLOVER_HOUR = 4

const shift = (tzOffsetMin: number, rolloverHour: number): Millis =>
  tzOffsetMin * MS_PER_MINUTE - rolloverHour * 60 * MS_PER_MINUTE

/**
 * The learner's study day as an integer: days since 1 January 1970 by the learner's wall clock, turning over at
 * `rolloverHour`. `tzOffsetMin` is added to UTC (540 in Tokyo).
 */
export const studyDay = (at: Millis, tzOffsetMin: number, rolloverHour = ROLLOVER_HOUR): number =>
  Math.floor((at + shift(tzOffsetMin, rolloverHour)) / MS_PER_DAY)

/** The instant at which study day `day` begins for a learner at `tzOffsetMin`. */
export const studyDayStart = (day: number, tzOffsetMin: number, rolloverHour = ROLLOVER_HOUR): Millis =>
  day * MS_PER_DAY - shift(tzOffsetMin, rolloverHour)

/** The study day of a calendar date, 'YYYY-MM-DD'. */
export const dayOfDate = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY)

/** The calendar date of a study day, 'YYYY-MM-DD'. */
export const studyDayDate = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
