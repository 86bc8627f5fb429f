import {
  type Clocks,
  isWaiting,
  type Saved,
  type UnderWay,
  underWayAfter,
  underWayIn,
  unsentOf,
} from '#lib/quiz/index.ts'
import type { LearnerStore } from './store.ts'
import { fetchJson, postJson, WireError } from './wire.ts'

/** The device's clocks now: the wall clock, and the count of this page load, which nobody can set. */
export const clocksNow = (): Clocks => ({
  wallNow: Date.now(),
  origin: performance.timeOrigin,
  count: performance.now(),
})

const isSaved = (value: unknown): value is Saved => {
  const saved = value as Partial<Saved> | null
  return Array.isArray(saved?.received) && Array.isArray(saved.told) && typeof saved.serverNow === 'number'
}

/** Sends what the server does not have of an attempt, and hands it in where that is wanted. Throws `WireError`. */
export const sendQuiz = async (state: UnderWay): Promise<Saved> => {
  const body = { answers: unsentOf(state), handIn: state.handIn }
  const saved = await postJson(`/api/attempts/${encodeURIComponent(state.running.attemptId)}`, body)
  if (!isSaved(saved)) throw new WireError('garbled', 200, 'The answer was no receipt')
  return saved
}

/** Asks for something about quizzes. Throws `WireError`. */
export const askQuiz = <T>(path: string, post = false): Promise<T> =>
  (post ? postJson(path, {}) : fetchJson(path)) as Promise<T>

const sendKept = async (store: LearnerStore, assignmentId: string, state: UnderWay): Promise<void> => {
  const saved = await sendQuiz(state)
  // What was answered while that was on its way is read anew.
  const now = underWayIn((await store.quizzes())[assignmentId])
  if (now) await store.keepQuiz(assignmentId, underWayAfter(now, { type: 'saved', saved, clocks: clocksNow() }))
}

/**
 * Sends what quizzes left on this device, from whatever page: an attempt that was handed in with no signal goes out with the log.
 * One that the server will not take keeps no other waiting. Throws `WireError`, the first one, once all were tried.
 */
export const sendKeptQuizzes = async (store: LearnerStore): Promise<void> => {
  let refused: WireError | null = null
  for (const [assignmentId, kept] of Object.entries(await store.quizzes())) {
    const state = underWayIn(kept)
    if (!state || !isWaiting(state)) continue
    try {
      await sendKept(store, assignmentId, state)
    } catch (cause) {
      if (!(cause instanceof WireError) || cause.fault === 'offline') throw cause
      refused ??= cause
    }
  }
  if (refused) throw refused
}

/** How many answers of quizzes are on this device only. */
export const unsentInQuizzes = async (store: LearnerStore): Promise<number> =>
  Object.values(await store.quizzes()).reduce<number>((sum, kept) => {
    const state = underWayIn(kept)
    return sum + (state && isWaiting(state) ? Math.max(1, unsentOf(state).length) : 0)
  }, 0)
