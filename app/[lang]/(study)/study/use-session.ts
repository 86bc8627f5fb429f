'use client'
import { useCallback, useRef, useState } from 'react'
import { uuidv7 } from '#lib/base/index.ts'
import { cryptoRandom, type EntryDraft, type LearnerStore, StorageError, tzOffsetMin } from '#lib/client/index.ts'
import type { Rating } from '#lib/log/index.ts'
import {
  entryOf,
  type Pack,
  practise,
  questionOf,
  type SessionAction,
  type SessionItem,
  type SessionState,
  sessionReducer,
  startSession,
} from '#lib/session/index.ts'
import { loadAnswered } from './later.ts'

/** An answer that could not be written: shown, with a way to try the same again. */
export type NotSaved = { trouble: 'full' | 'blocked' | 'missing'; retry: () => void }

export type Studying = {
  session: SessionState
  /** How many answers were taken back. */
  undone: number
  notSaved: NotSaved | null
  show: () => void
  reveal: () => void
  /** Shows the answer of a question that asks to be typed, to be rated instead of checked. */
  turnOver: () => void
  answer: (given: string | string[]) => void
  rate: (rating: Rating) => void
  override: () => void
  undo: () => void
  next: () => void
  /** Leaves out a question whose content has gone. */
  skip: () => void
  /** Begins with other questions. */
  start: (items: readonly SessionItem[]) => void
  /** Asks this session's questions again without moving any schedule. */
  practiseAgain: () => void
}

type Setting = {
  packs: readonly Pack[]
  store: LearnerStore
  timeZone: string | null
  /** The session as it begins. */
  begin: SessionState
  /** Takes note of the session after every step, once what it says is in the log. */
  keep: (session: SessionState) => void
}

const newId = () => uuidv7(Date.now(), cryptoRandom)

/** The entries that make the log say what `next` says after `action`: an answer, what replaces it, or its undoing. */
const draftsFor = (before: SessionState, action: SessionAction, next: SessionState, setting: Setting): EntryDraft[] => {
  const last = before.answers.at(-1)
  const undoing: EntryDraft[] = last ? [{ kind: 'undo', target: last.entryId }] : []
  if (action.type === 'undo') return undoing
  const given = next.answers.at(-1)
  const pack = setting.packs.find((one) => one.setId === given?.item.setId)
  if (!given || !pack) return []
  const stamp = { deviceId: setting.store.deviceId, seq: 0, tzOffsetMin: tzOffsetMin(given.at, setting.timeZone) }
  const entry: EntryDraft = entryOf(given, pack, next.context, stamp)
  // What was rated already is taken back whole, and said anew.
  const again = action.type === 'override' || (action.type === 'rate' && before.phase === 'answered')
  if (again) return [...undoing, entry]
  return action.type === 'answer' || action.type === 'rate' ? [entry] : []
}

/**
 * A session over the pure reducer: whatever appends to the log changes the screen only after the write has committed, and
 * nothing else is taken in meanwhile, so that a double tap is one answer.
 */
export const useSession = (setting: Setting): Studying => {
  const [session, setSession] = useState(setting.begin)
  const [notSaved, setNotSaved] = useState<NotSaved | null>(null)
  const [undone, setUndone] = useState(0)
  const current = useRef(session)
  const writing = useRef(false)
  const latest = useRef(setting)
  latest.current = setting

  const settle = useCallback((next: SessionState) => {
    current.current = next
    setSession(next)
    latest.current.keep(next)
  }, [])

  const take = useCallback(
    async (action: SessionAction): Promise<void> => {
      if (writing.current) return
      const before = current.current
      const next = sessionReducer(before, action)
      if (next === before) return
      const drafts = draftsFor(before, action, next, latest.current)
      writing.current = true
      try {
        if (drafts.length > 0) await latest.current.store.appendAll(drafts)
        setNotSaved(null)
        // A card's rating is its own verdict: there is nothing more to show.
        const done = action.type === 'rate' && before.phase === 'revealed'
        settle(done ? sessionReducer(next, { type: 'next' }) : next)
        if (action.type === 'undo') setUndone((count) => count + 1)
      } catch (cause) {
        const trouble = cause instanceof StorageError ? cause.trouble : 'blocked'
        setNotSaved({ trouble, retry: () => void take(action) })
      } finally {
        writing.current = false
      }
    },
    [settle],
  )

  /** Does something that needs what comes after an answer, of which the last bytes may still be on their way. */
  const withAnswered = (act: (parts: Awaited<ReturnType<typeof loadAnswered>>) => void): void => {
    loadAnswered().then(act, () => setNotSaved({ trouble: 'missing', retry: () => withAnswered(act) }))
  }
  const answer = (given: string | string[]) => {
    const item = current.current.queue[0]
    const pack = setting.packs.find((one) => one.setId === item?.setId)
    const question = item && pack ? questionOf(pack, item) : null
    if (!question || !pack) return
    const at = Date.now()
    withAnswered(({ markingOf }) => {
      const marking = markingOf({ question, pack }, given)
      void take({ type: 'answer', at, entryId: newId(), given, marking })
    })
  }
  return {
    session,
    undone,
    notSaved,
    show: () => void take({ type: 'show', at: Date.now() }),
    reveal: () => withAnswered(() => void take({ type: 'reveal' })),
    turnOver: () => {
      const [item, ...rest] = current.current.queue
      if (!item || writing.current) return
      current.current = { ...current.current, queue: [{ ...item, mode: 'flip' }, ...rest] }
      withAnswered(() => void take({ type: 'reveal' }))
    },
    answer,
    rate: (rating) => void take({ type: 'rate', at: Date.now(), entryId: newId(), rating }),
    override: () => void take({ type: 'override', entryId: newId() }),
    undo: () => void take({ type: 'undo' }),
    next: () => void take({ type: 'next' }),
    skip: () => {
      const queue = current.current.queue.slice(1)
      settle({ ...current.current, queue, phase: queue.length > 0 ? 'asking' : 'done', shownAt: null })
    },
    start: (items) => settle(startSession(items)),
    practiseAgain: () => {
      const asked = new Map(current.current.answers.map(({ item }) => [item.questionId, item]))
      settle(startSession(practise([...asked.values()], newId()), 'practice'))
    },
  }
}
