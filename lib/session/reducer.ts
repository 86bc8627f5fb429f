import type { Rating, StudyContext } from '#lib/log/index.ts'
import type { SessionItem } from './types.ts'

/** How an answer was marked; `Marking` of lib/answers fits. */
export type AnswerMarking = { verdict: 'right' | 'wrong'; nearly: boolean; parts?: ('right' | 'wrong')[] }

export type FactRating = { factId: string; rating: Rating }

/** One answer of this session. Instants in milliseconds by the device's clock. */
export type Answered = {
  item: SessionItem
  /** Id of the log entry that holds it. */
  entryId: string
  given: string | string[]
  auto: 'right' | 'wrong' | null
  nearly: boolean
  hints: number
  overridden: boolean
  ratings: FactRating[]
  at: number
  durationMs: number
  /** The queue as it was when the question was asked, for undo. */
  queueBefore: SessionItem[]
}

export type SessionState = {
  context: Extract<StudyContext, 'study' | 'practice'>
  /** The first is the one on screen. */
  queue: SessionItem[]
  /** asking: the question is on screen. revealed: flip mode, the answer shows, a rating is awaited. answered: the verdict
   *  shows. done: nothing left. */
  phase: 'asking' | 'revealed' | 'answered' | 'done'
  /** When the question came on screen; null until `show`. */
  shownAt: number | null
  /** In the order given; while `phase` is 'answered' the last is the one on screen. */
  answers: Answered[]
}

export type SessionAction =
  | { type: 'show'; at: number }
  | { type: 'reveal' }
  | {
      type: 'answer'
      at: number
      entryId: string
      given: string | string[]
      marking: AnswerMarking
      hints?: number
    }
  | { type: 'rate'; at: number; entryId: string; rating: Rating }
  /** "I was right" / "I was wrong": the verdict turns round. `entryId` names the entry that replaces the answer's. */
  | { type: 'override'; entryId: string }
  | { type: 'undo' }
  | { type: 'next' }

export const startSession = (
  items: readonly SessionItem[],
  context: SessionState['context'] = 'study',
): SessionState => ({
  context,
  queue: [...items],
  phase: items.length > 0 ? 'asking' : 'done',
  shownAt: null,
  answers: [],
})

/** The same questions in another order, to be started with the context 'practice', which moves no schedule. */
export const practise = (items: readonly SessionItem[], _seed: string): SessionItem[] => [...items]

export const sessionReducer = (state: SessionState, _action: SessionAction): SessionState => state
