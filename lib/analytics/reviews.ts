import { cardKey, type Mode, type StoredEntry, type StoredReview, standingReviews } from '#lib/log/index.ts'
import { ROLLOVER_HOUR, studyDay } from '#lib/scheduling/index.ts'

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

/** A question left open longer than this was not studied all the time, in milliseconds. */
const ANSWER_MAX = 120_000

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
      row.ms += Math.min(ANSWER_MAX, review.durationMs)
    }
    for (const key of keys) seen.add(key)
  }
  return rows.map(({ ms, ...row }) => ({ ...row, minutes: Math.round(ms / 60_000) }))
}

/** Seconds an answer takes before a learner's own tell, and how many of those it takes to tell. */
const SECONDS_DEFAULT = 12
const ANSWERS_MIN = 5

const median = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Median seconds that an answer takes in each mode; 12 where fewer than five answers tell. */
export const secondsPerAnswer = (entries: Iterable<StoredEntry>): Record<Mode, number> => {
  const spent: Record<Mode, number[]> = { flip: [], type: [], tap: [] }
  for (const review of studied(entries)) spent[review.mode].push(Math.min(ANSWER_MAX, review.durationMs) / 1000)
  const seconds = (mode: Mode) => (spent[mode].length < ANSWERS_MIN ? SECONDS_DEFAULT : median(spent[mode]))
  return { flip: seconds('flip'), type: seconds('type'), tap: seconds('tap') }
}

/** Whole minutes for so many answers, rounded up. */
export const minutesFor = (answers: number, seconds: number): number => Math.ceil((answers * seconds) / 60)
