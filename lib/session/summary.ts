import type { CardState } from '#lib/log/index.ts'
import type { SessionState } from './reducer.ts'

export type SummaryFact = {
  factId: string
  setId: string
  /** Of its first answer in this session; hard: nearly, with a hint, or rated hard. */
  verdict: 'right' | 'hard' | 'wrong'
  /** When it comes back; null where no card is known. */
  due: number | null
}
export type SessionSummary = {
  /** Facts in the order they were first asked. */
  facts: SummaryFact[]
  /** Facts whose first answer in this session was right (hard counts). */
  rightFirst: number
  /** Facts not right at first, or hard: the sentences worth another look. */
  lookAgain: SummaryFact[]
  /** Questions answered, repeats counted. */
  answers: number
  durationMs: number
}

export const summary = (_state: SessionState, _cards: ReadonlyMap<string, CardState> = new Map()): SessionSummary => ({
  facts: [],
  rightFirst: 0,
  lookAgain: [],
  answers: 0,
  durationMs: 0,
})
