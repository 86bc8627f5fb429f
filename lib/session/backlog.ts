import { intervalDays, reviewGain, studyDay } from '#lib/scheduling/index.ts'
import { SECONDS_PER_ANSWER } from './pace.ts'
import type { Candidate } from './pool.ts'
import type { Backlog, SessionInput } from './types.ts'

/** In how many days what has piled up is to be worked off, and how many cards a day are never too many. */
const WORKED_OFF_IN_DAYS = 7
const PER_DAY_MIN = 20
/** A pile is only what has waited at least so long; a full day is none. */
const WAITED_DAYS = 2
/** A review is worth what it adds to recall so many days from now. */
const HORIZON_DAYS = 30

/** Answers that still fit into the minutes of the day; all where the learner set none. */
export const answersLeft = ({ settings, today, secondsPerAnswer = SECONDS_PER_ANSWER }: SessionInput): number => {
  const minutes = settings.minutesPerDay ?? null
  if (minutes === null) return Number.POSITIVE_INFINITY
  return Math.max(0, Math.ceil((minutes * 60 - (today.spentMs ?? 0) / 1000) / secondsPerAnswer))
}

const answersADay = ({ settings, secondsPerAnswer = SECONDS_PER_ANSWER }: SessionInput): number => {
  const minutes = settings.minutesPerDay ?? null
  const fit = minutes === null ? Number.POSITIVE_INFINITY : Math.ceil((minutes * 60) / secondsPerAnswer)
  return Math.max(1, Math.min(fit, settings.reviewsPerDayMax))
}

/**
 * Reviews that a day brings once nothing has piled up: each card one in so many days as its interval, or as it has stayed away,
 * since what is recalled after so long comes back no sooner.
 */
const steadyLoad = (cards: Iterable<Candidate>, today: number): number => {
  let sum = 0
  for (const { card } of cards)
    if (card?.memory) sum += 1 / Math.max(intervalDays(card.memory, 0.9), today - card.lastDay)
  return sum
}

/**
 * What has piled up while the learner was away, or null: more than a day can hold, some of it waiting for days. It is
 * spread over about a week on top of what each day brings anyway.
 */
export const backlogOf = (
  due: readonly Candidate[],
  known: readonly Candidate[],
  input: SessionInput,
): Backlog | null => {
  const dayOf = (at: number) => studyDay(at, input.tzOffsetMin, input.settings.rolloverHour)
  const waits = ({ card }: Candidate) => (card ? dayOf(input.now) - dayOf(card.due) : 0)
  const steady = steadyLoad(known, dayOf(input.now))
  const waiting = due.length + input.today.reviewed.length
  const wanted = Math.ceil(Math.max(PER_DAY_MIN, steady + waiting / WORKED_OFF_IN_DAYS))
  const perDay = Math.min(wanted, answersADay(input))
  if (waiting <= perDay || !due.some((one) => waits(one) >= WAITED_DAYS)) return null
  return { waiting: due.length, perDay, days: Math.ceil(waiting / Math.max(1, perDay - Math.min(steady, perDay / 2))) }
}

/** The most valuable first, those that were just missed before them all. */
export const byValue = (due: readonly Candidate[], today: number): Candidate[] => {
  const worth = ({ card }: Candidate): number =>
    !card?.memory || card.state !== 'review'
      ? Number.POSITIVE_INFINITY
      : reviewGain(card.memory, today - card.lastDay, HORIZON_DAYS)
  return due
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth || (a.one.key < b.one.key ? -1 : 1))
    .map(({ one }) => one)
}
