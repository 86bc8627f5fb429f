import type { ReviewEntry } from '#lib/log/index.ts'
import type { Pack, PackQuestion } from './pack.ts'
import type { Answered, SessionState } from './reducer.ts'
import type { SessionItem } from './types.ts'

/** Where and when an entry is made. */
export type EntryStamp = { deviceId: string; seq: number; tzOffsetMin: number }

/** The question of an item, out of its pack; for a row fact without questions, its front and back. */
export const questionOf = (_pack: Pack, _item: SessionItem): PackQuestion | null => null

/** The log entry of an answer. Its id is the answer's `entryId`. */
export const entryOf = (
  _answer: Answered,
  _pack: Pack,
  _context: SessionState['context'],
  _stamp: EntryStamp,
): ReviewEntry => {
  throw new Error('to come')
}
