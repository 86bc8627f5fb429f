import type { Today } from '#lib/analytics/index.ts'
import { MS_PER_DAY } from '#lib/base/index.ts'
import { tzOffsetMin } from '#lib/client/zone.ts'
import type { DateStyle } from '#lib/messages/index.ts'
import { formatDate } from '#words'

/** Where today is for a learner with these settings. */
export const todayAt = (now: number, settings: { timeZone: string | null; rolloverHour: number }): Today => ({
  now,
  tzOffsetMin: tzOffsetMin(now, settings.timeZone),
  rolloverHour: settings.rolloverHour,
})

/** The date of a study day (an integer, see `studyDay`), whatever the clock here says. */
export const formatDay = (day: number, style: DateStyle): string => formatDate(day * MS_PER_DAY, style, 'UTC')
