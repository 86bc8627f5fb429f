import type { Mode, StoredEntry } from '#lib/log/index.ts'

/** Where "today" is for a learner. */
export type Today = { now: number; tzOffsetMin: number; rolloverHour?: number }

export type DayOfReviews = {
  /** Study day; `studyDayDate` gives its date. */
  day: number
  answers: number
  /** Facts answered for the first time. */
  introduced: number
  minutes: number
}

/** Answers on each of the last `days` study days, oldest first, today last, days without any included. */
export const reviewsPerDay = (_entries: Iterable<StoredEntry>, _days: number, _today: Today): DayOfReviews[] => []

/** Median seconds that an answer takes in each mode; 12 where fewer than 5 answers tell. */
export const secondsPerAnswer = (_entries: Iterable<StoredEntry>): Record<Mode, number> => ({
  flip: 12,
  type: 12,
  tap: 12,
})

/** Whole minutes for so many answers, rounded up. */
export const minutesFor = (answers: number, seconds: number): number => Math.ceil((answers * seconds) / 60)
