import type { CardState } from '#lib/log/index.ts'
import { ROLLOVER_HOUR, studyDay } from '#lib/scheduling/index.ts'
import { type Today, todayOf } from './reviews.ts'

export type DueDay = { day: number; due: number }

/**
 * Cards that fall due on each of the next `days` study days; today, the first, holds what is overdue too. Suspended
 * cards are left out; a card put away for today falls due tomorrow.
 */
export const dueForecast = (cards: Iterable<CardState>, days: number, today: Today): DueDay[] => {
  const first = todayOf(today)
  const { tzOffsetMin, rolloverHour = ROLLOVER_HOUR } = today
  const rows = Array.from({ length: days }, (_, i): DueDay => ({ day: first + i, due: 0 }))
  for (const card of cards) {
    if (!card.memory || card.suspended) continue
    const due = Math.max(first, studyDay(card.due, tzOffsetMin, rolloverHour))
    const row = rows[Math.max(due, (card.buriedDay ?? first - 1) + 1) - first]
    if (row) row.due += 1
  }
  return rows
}
