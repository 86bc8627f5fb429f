import type { CardState } from '#lib/log/index.ts'
import type { Today } from './reviews.ts'

export type DueDay = { day: number; due: number }

/** Cards that fall due on each of the next `days` study days; today, the first, holds what is overdue too. */
export const dueForecast = (_cards: Iterable<CardState>, _days: number, _today: Today): DueDay[] => []
