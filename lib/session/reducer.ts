import { seededRandom, shuffled } from '#lib/base/index.ts'
import type { Rating, StudyContext } from '#lib/log/index.ts'
import { type AnswerMarking, type FactRating, rateAll, ratingsFor } from './rate.ts'
import type { SessionItem } from './types.ts'

/** One answer of this session. Instants in milliseconds by the device's clock. */
export type Answered = {
  item: SessionItem
  /** Id of the log entry that holds it. */
  entryId: string
  given: string | string[]
  /** Null: the learner rated it. */
  auto: 'right' | 'wrong' | null
  nearly: boolean
  hints: number
  /** The learner said that the marking was mistaken. */
  overridden: boolean
  ratings: FactRating[]
  /** What the ratings are while the marking stands. */
  marked: FactRating[]
  at: number
  durationMs: number
  /** The queue as it was when the question was asked, for undo. */
  queueBefore: SessionItem[]
}

export type SessionState = {
  context: Extract<StudyContext, 'study' | 'practice'>
  /** The first is the one on screen. */
  queue: SessionItem[]
  /**
   * asking: the question is on screen. revealed: flip mode, the answer shows and a rating is awaited. answered: the
   * verdict shows. done: nothing is left.
   */
  phase: 'asking' | 'revealed' | 'answered' | 'done'
  /** When the question came on screen; null until `show`. */
  shownAt: number | null
  /** In the order given; while `phase` is 'answered' the last is the one on screen. */
  answers: Answered[]
}

export type SessionAction =
  | { type: 'show'; at: number }
  | { type: 'reveal' }
  | { type: 'answer'; at: number; entryId: string; given: string | string[]; marking: AnswerMarking; hints?: number }
  /** In flip mode after `reveal`; after any answer it replaces the rating. */
  | { type: 'rate'; at: number; entryId: string; rating: Rating }
  /** "I was right" / "I was wrong": the verdict turns round. `entryId` names the entry that replaces the answer's. */
  | { type: 'override'; entryId: string }
  /** Takes back the whole last answer and asks that question again. */
  | { type: 'undo' }
  | { type: 'next' }

export type Progress = { done: number; total: number; repeat: boolean }

/** Others that are asked before a missed question comes back, where so many are left. */
const OTHERS_BEFORE_RETRY = 3

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

/** The item with the question that would have followed a miss, and back to its own after that. */
const inOtherWords = (item: SessionItem): SessionItem => {
  const [other] = item.again
  if (item.factIds.length !== 1 || !other) return item
  const { questionId, form, mode } = item
  const back = { factId: other.factId, questionId, form, mode }
  return { ...item, questionId: other.questionId, form: other.form, mode: other.mode, again: [back] }
}

/**
 * The same facts in another order and, where they have another question, by that, to be started with the context
 * 'practice', which moves no schedule.
 */
export const practise = (items: readonly SessionItem[], seed: string): SessionItem[] =>
  shuffled(
    items.map(({ repeat, guess, ...item }) => inOtherWords(item)),
    seededRandom(seed),
  )

/** What is asked again after an answer: for each missed fact its retry, or the item itself where it has none. */
const retriesOf = ({ item, ratings }: Answered): SessionItem[] => {
  const missed = new Set(ratings.filter(({ rating }) => rating === 1).map(({ factId }) => factId))
  if (missed.size === 0) return []
  const { guess: _, ...asked } = item
  const { questionId, form, mode } = asked
  const retries = item.again
    .filter((retry) => missed.has(retry.factId))
    .map((retry): SessionItem => {
      const back = item.factIds.length === 1 ? { factId: retry.factId, questionId, form, mode } : retry
      return {
        ...asked,
        factIds: [retry.factId],
        questionId: retry.questionId,
        form: retry.form,
        mode: retry.mode,
        again: [back],
        repeat: true,
      }
    })
  return retries.length > 0 ? retries : [{ ...asked, repeat: true }]
}

const answered = (state: SessionState, answer: Answered): SessionState => ({
  ...state,
  phase: 'answered',
  answers: [...state.answers, answer],
})

const withLast = (state: SessionState, change: Partial<Answered>): SessionState => {
  const last = state.answers.at(-1)
  return last ? { ...state, answers: [...state.answers.slice(0, -1), { ...last, ...change }] } : state
}

const answer = (state: SessionState, action: Extract<SessionAction, { type: 'answer' | 'rate' }>): SessionState => {
  const item = state.queue[0]
  if (!item) return state
  const { at, entryId } = action
  const marking = action.type === 'answer' ? action.marking : null
  const hints = action.type === 'answer' ? (action.hints ?? 0) : 0
  const ratings = action.type === 'answer' ? ratingsFor(item, action.marking, hints) : rateAll(item, action.rating)
  return answered(state, {
    item,
    entryId,
    given: action.type === 'answer' ? action.given : '',
    auto: marking?.verdict ?? null,
    nearly: marking?.nearly ?? false,
    hints,
    overridden: false,
    ratings,
    marked: ratings,
    at,
    durationMs: Math.max(0, at - (state.shownAt ?? at)),
    queueBefore: state.queue,
  })
}

const rate = (state: SessionState, action: Extract<SessionAction, { type: 'rate' }>): SessionState => {
  if (state.phase === 'revealed') return answer(state, action)
  const last = state.answers.at(-1)
  if (state.phase !== 'answered' || !last) return state
  return withLast(state, { ratings: rateAll(last.item, action.rating), entryId: action.entryId })
}

const override = (state: SessionState, entryId: string): SessionState => {
  const last = state.answers.at(-1)
  if (state.phase !== 'answered' || !last?.auto) return state
  const turned = rateAll(last.item, last.auto === 'right' ? 1 : 3)
  return withLast(state, { entryId, overridden: !last.overridden, ratings: last.overridden ? last.marked : turned })
}

const next = (state: SessionState): SessionState => {
  const last = state.answers.at(-1)
  if (state.phase !== 'answered' || !last) return state
  const queue = state.queue.slice(1)
  queue.splice(Math.min(OTHERS_BEFORE_RETRY, queue.length), 0, ...retriesOf(last))
  return { ...state, queue, phase: queue.length > 0 ? 'asking' : 'done', shownAt: null }
}

const undo = (state: SessionState): SessionState => {
  const last = state.answers.at(-1)
  if (!last) return state
  return { ...state, queue: last.queueBefore, answers: state.answers.slice(0, -1), phase: 'asking', shownAt: null }
}

/** The session after an action. An action that does not belong to the phase (a second tap) changes nothing. */
export const sessionReducer = (state: SessionState, action: SessionAction): SessionState => {
  switch (action.type) {
    case 'show':
      return state.phase === 'asking' && state.shownAt === null ? { ...state, shownAt: action.at } : state
    case 'reveal':
      return state.phase === 'asking' && state.queue[0]?.mode === 'flip' ? { ...state, phase: 'revealed' } : state
    case 'answer':
      return state.phase === 'asking' ? answer(state, action) : state
    case 'rate':
      return rate(state, action)
    case 'override':
      return override(state, action.entryId)
    case 'undo':
      return undo(state)
    case 'next':
      return next(state)
  }
}

/**
 * How far a session is: questions answered, and with those still to come. What returns because it was missed counts in
 * neither, so that the total stays as planned; `repeat`: the question on screen is such a one.
 */
export const progressOf = ({ phase, queue, answers }: SessionState): Progress => {
  const planned = (items: readonly SessionItem[]) => items.filter(({ repeat }) => !repeat).length
  const done = planned(answers.map(({ item }) => item))
  const repeat = queue[0]?.repeat ?? false
  return { done, total: done + planned(phase === 'answered' ? queue.slice(1) : queue), repeat }
}
