import { cardKey, type StoredEntry, type StoredReview, standingReviews } from '#lib/log/index.ts'
import { ROLLOVER_HOUR, studyDay } from '#lib/scheduling/index.ts'
import { spentOn } from '#lib/session/index.ts'

/** Where "today" is for a learner. */
export type Today = { now: number; tzOffsetMin: number; rolloverHour?: number }

export const todayOf = ({ now, tzOffsetMin, rolloverHour = ROLLOVER_HOUR }: Today): number =>
  studyDay(now, tzOffsetMin, rolloverHour)

/** The study day of an answer, where it was given. */
export const dayOf = (review: StoredReview, { rolloverHour = ROLLOVER_HOUR }: Today): number =>
  studyDay(review.effectiveAt, review.tzOffsetMin, rolloverHour)

/** Answers that moved a schedule, in order. */
export const studied = (entries: Iterable<StoredEntry>): StoredReview[] =>
  standingReviews(entries).filter((review) => review.context !== 'practice')

export type DayOfReviews = {
  /** Study day; `studyDayDate` gives its date. */
  day: number
  answers: number
  /** Cards answered for the first time. */
  introduced: number
  /** Time on the questions, each counted as at most two minutes. */
  minutes: number
}

/** Answers on each of the last `days` study days, oldest first, today last, days without any included. */
export const reviewsPerDay = (entries: Iterable<StoredEntry>, days: number, today: Today): DayOfReviews[] => {
  const first = todayOf(today) - days + 1
  const rows = Array.from({ length: days }, (_, i) => ({ day: first + i, answers: 0, introduced: 0, ms: 0 }))
  const seen = new Set<string>()
  for (const review of studied(entries)) {
    const keys = review.grades.map((grade) => cardKey(grade.factId, grade.direction))
    const row = rows[dayOf(review, today) - first]
    if (row) {
      row.answers += 1
      row.introduced += keys.filter((key) => !seen.has(key)).length
      row.ms += spentOn(review)
    }
    for (const key of keys) seen.add(key)
  }
  return rows.map(({ ms, ...row }) => ({ ...row, minutes: Math.round(ms / 60_000) }))
}

/** Whole minutes for so many answers, rounded up. */
export const minutesFor = (answers: number, seconds: number): number => Math.ceil((answers * seconds) / 60)
