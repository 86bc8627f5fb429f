import type { StoredEntry } from '#lib/log/index.ts'
import type { Session, SessionInput, StudiedToday } from './types.ts'

export const studiedToday = (
  _entries: Iterable<StoredEntry>,
  _now: number,
  _tzOffsetMin: number,
  _rolloverHour?: number,
): StudiedToday => ({ introduced: [], reviewed: [], lastQuestions: {} })

/** What to ask next, within the daily limits. */
export const buildSession = (_input: SessionInput): Session => ({ items: [], counts: { due: 0, new: 0, minutes: 0 } })

/** Another batch whatever the limits: what is still due, then more new facts and reviews ahead of time. */
export const keepGoing = (input: SessionInput): Session => buildSession(input)
