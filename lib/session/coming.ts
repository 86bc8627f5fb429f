import { daysOff, NO_DAYS_OFF, studyDay, studyDayStart } from '#lib/scheduling/index.ts'
import { buildSession } from './build.ts'
import { poolOf } from './pool.ts'
import type { SessionCounts, SessionInput } from './types.ts'

/** How far ahead a first day of study is looked for. */
const SEARCH_DAYS = 400

const todayOf = ({ now, tzOffsetMin, settings }: SessionInput): number =>
  studyDay(now, tzOffsetMin, settings.rolloverHour)

/**
 * Known cards that come on each of the next `days` study days: today, the first, as `counts` says; then what is planned, and
 * of what has piled up its share. New facts are not among those of later days.
 */
export const comingDays = (
  input: SessionInput,
  counts: SessionCounts,
  days: number,
): { day: number; cards: number }[] => {
  const today = todayOf(input)
  const { known, dayOf } = poolOf(input, false)
  const rows = Array.from({ length: days }, (_, i) => ({
    day: today + i,
    cards: i === 0 ? counts.due + counts.new : 0,
  }))
  for (const one of known) {
    const row = rows[dayOf(one) - today]
    if (row && row.day > today) row.cards += 1
  }
  let piled = (counts.backlog?.waiting ?? 0) - counts.due
  for (const row of rows.slice(1)) {
    if (piled <= 0 || !counts.backlog) break
    const more = Math.max(0, Math.min(piled, counts.backlog.perDay - row.cards))
    row.cards += more
    piled -= more
  }
  return rows
}

/**
 * The next instant with something to study, once today has nothing more: a missed card's minute, or the start of the first
 * day that a card is planned for or, where something new or held back waits, of the first that is not off. Null: nothing will.
 */
export const nextToDo = (input: SessionInput): number | null => {
  const { now, tzOffsetMin, settings } = input
  const today = todayOf(input)
  const { known, fresh, joinedOnly, dayOf } = poolOf(input, false)
  const isOff = daysOff({ ...NO_DAYS_OFF, ...settings })
  const startOf = (day: number) => studyDayStart(day, tzOffsetMin, settings.rolloverHour)
  let first = today + 1
  while (isOff(first) && first < today + SEARCH_DAYS) first++
  const times = known.map((one) => {
    const day = dayOf(one)
    if (one.card?.state !== 'review' && day === today) return Math.max(one.card?.due ?? 0, now + 1)
    return startOf(day > today ? day : first)
  })
  if (fresh.length + joinedOnly.length > 0) times.push(startOf(first))
  const next = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  return Number.isFinite(next) ? next : null
}

/** What today holds, without the questions. */
export const countsOfToday = (input: SessionInput): SessionCounts =>
  buildSession({ ...input, limits: { items: 1 } }).counts
