import { MS_PER_MINUTE } from '#lib/base/index.ts'
import type { Exam, Plans } from '#lib/log/index.ts'
import { daysOff, studyDayDate, weekdayOf } from '#lib/scheduling/index.ts'

/** Minutes a day of whoever has said nothing. */
const USUAL_MINUTES = 20

/** What a learner's settings say of their days. */
export type Days = {
  readonly minutesPerDay: number | null
  readonly weekdaysOff: number
  /** 'YYYY-MM-DD' with a comma between. */
  readonly datesOff: string
}

/** The minutes of each weekday, from Sunday: as planned or, where nothing was, as the settings have them. */
export const weekdaysOf = (said: Plans['minutes'], { minutesPerDay, weekdaysOff }: Days): readonly number[] =>
  said?.weekdays ??
  Array.from({ length: 7 }, (_, weekday) => ((weekdaysOff >> weekday) & 1 ? 0 : (minutesPerDay ?? USUAL_MINUTES)))

/** The minutes of a study day. A day that was planned by itself goes before a holiday, and that before its weekday. */
export const minutesOn = (said: Plans['minutes'], days: Days): ((day: number) => number) => {
  const weekdays = weekdaysOf(said, days)
  const dates = new Map(said?.dates.map(({ date, minutes }) => [date, minutes]))
  const isOff = daysOff({ weekdaysOff: 0, datesOff: days.datesOff })
  return (day) => dates.get(studyDayDate(day)) ?? (isOff(day) ? 0 : (weekdays[weekdayOf(day)] ?? 0))
}

/** The instant of an exam for whoever is where `tzOffsetMin` says. */
export const startOf = ({ date, time }: Pick<Exam, 'date' | 'time'>, tzOffsetMin: number): number =>
  Date.parse(`${date}T${time}:00Z`) - tzOffsetMin * MS_PER_MINUTE
