import type { StoredEntry } from '#lib/log/index.ts'
import type { Today } from './reviews.ts'

export type WeekOfRetention = {
  /** First study day of the week's seven; the last week ends today. */
  day: number
  asked: number
  right: number
  /** `right / asked`, and the bounds of its Wilson 95 % interval; null where nothing was asked. */
  share: number | null
  low: number | null
  high: number | null
  target: number
}

export const wilson = (_right: number, _asked: number): { low: number; high: number } => ({ low: 0, high: 1 })

export const retentionByWeek = (
  _entries: Iterable<StoredEntry>,
  _weeks: number,
  _target: number,
  _today: Today,
): WeekOfRetention[] => []
