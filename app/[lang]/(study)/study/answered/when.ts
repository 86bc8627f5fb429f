import type { Today } from '#lib/analytics/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { formatRelative, t } from '#words'

const MINUTE = 60_000
const DAY = 86_400_000

/** How far off a due time is in study days: 1 is all of tomorrow, whatever the hour now. */
const daysAway = (due: number, today: Today): number =>
  studyDay(due, today.tzOffsetMin, today.rolloverHour) - studyDay(today.now, today.tzOffsetMin, today.rolloverHour)

/** Ten minutes are ten minutes, also where a study day begins in between. */
const isSoon = (due: number, today: Today): boolean => daysAway(due, today) < 1 || due - today.now < 60 * MINUTE

/** Where today is, and of each card the study day of the next exam that asks it. */
export type StudyToday = Today & { until?: ReadonlyMap<string, number> | undefined }

/** Whether a card's next exam comes no later than its due time: the plan asks it once more before that. */
export const isAfterExam = (key: string, due: number, today: StudyToday): boolean => {
  const examDay = today.until?.get(key)
  return examDay !== undefined && studyDay(due, today.tzOffsetMin, today.rolloverHour) >= examDay
}

/** When something comes back, in a sentence: "in 10 minutes", "tomorrow", "in 6 days". */
export const comesBack = (due: number, today: Today): string => {
  const days = daysAway(due, today)
  if (isSoon(due, today)) return formatRelative(Math.max(due, today.now + MINUTE), today.now)
  return formatRelative(today.now + days * DAY, today.now)
}

/** The interval on a rating button: "10 min", "6 days", "3 months". */
export const intervalLabel = (due: number, today: Today): string => {
  const days = daysAway(due, today)
  if (isSoon(due, today)) return t('study.inMinutes', { n: Math.max(1, Math.round((due - today.now) / MINUTE)) })
  if (days < 60) return t('study.inDays', { n: days })
  return days < 720
    ? t('study.inMonths', { n: Math.round(days / 30) })
    : t('study.inYears', { n: Math.round(days / 365) })
}
