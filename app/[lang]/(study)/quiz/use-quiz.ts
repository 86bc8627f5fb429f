import { useCallback, useEffect, useRef, useState } from 'react'
import { askQuiz, clocksNow, type Learner, StorageError, sendQuiz, WireError } from '#lib/client/index.ts'
import {
  isWaiting,
  leftAt,
  type QuizFace,
  type Running,
  type UnderWay,
  type UnderWayAction,
  underWayAfter,
  underWayFrom,
  underWayIn,
} from '#lib/quiz/index.ts'
import { t } from '#words'
import { ENDING } from '../_view/ending.ts'

/** How long changes may gather, when to try again, and how often the clock moves. Milliseconds. */
const SOON_MS = 700
const RETRY_MS = 8_000
const TICK_MS = 1_000
/** How often an attempt that saves nothing asks whether it has been given more time. */
const ASKED_EVERY_MS = 30_000
/** What is typed is taken so long before the end. */
const ENDS_MS = 150

export type Taking = {
  /** Undefined while it is fetched; null where it cannot be had now. */
  face: QuizFace | null | undefined
  /** Undefined while the device is asked. */
  state: UnderWay | null | undefined
  /** Milliseconds; null: as long as it takes. */
  left: number | null
  /** Nothing of it goes out at present. */
  offline: boolean
  /** What went wrong, for the learner. */
  trouble: string
  begin: () => void
  busy: boolean
  act: (action: Exclude<UnderWayAction, { type: 'saved' }>) => void
  /** Back to the page of the quiz, once it is handed in. */
  close: () => void
}

const wordsFor = (cause: unknown): string => {
  if (cause instanceof StorageError) return t('mock.notSaved')
  if (!(cause instanceof WireError)) return t('common.noConnection')
  return cause.fault === 'offline' ? t('common.noConnection') : cause.message
}

/** What is kept of a quiz on this device, and writing it, one after the other. */
const useKept = ({ store }: Learner, assignmentId: string, failed: (cause: unknown) => void) => {
  const [state, setState] = useState<UnderWay | null | undefined>()
  const current = useRef<UnderWay | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const settle = useCallback(
    (next: UnderWay | null) => {
      current.current = next
      setState(next)
      queue.current = queue.current.then(() => store?.keepQuiz(assignmentId, next)).catch(failed)
    },
    [store, assignmentId, failed],
  )
  useEffect(() => {
    store?.quizzes().then(
      (kept) => {
        current.current = underWayIn(kept[assignmentId])
        setState(current.current)
      },
      (cause) => {
        failed(cause)
        setState(null)
      },
    )
  }, [store, assignmentId, failed])
  return { state, current, settle }
}

/** A quiz on this device: its page, and an attempt that outlives a reload, a dead phone and no signal. */
export const useQuiz = (learner: Learner, assignmentId: string): Taking => {
  const { refresh } = learner
  const [face, setFace] = useState<QuizFace | null | undefined>()
  const [trouble, setTrouble] = useState('')
  const [offline, setOffline] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)
  const failed = useCallback((cause: unknown) => setTrouble(wordsFor(cause)), [])
  const { state, current, settle } = useKept(learner, assignmentId, failed)

  const look = useCallback(() => {
    askQuiz<QuizFace>(`/api/quizzes/${assignmentId}`).then(setFace, (cause) => {
      setFace((before) => before ?? null)
      if (!(cause instanceof WireError) || cause.fault !== 'offline') failed(cause)
    })
  }, [assignmentId, failed])
  useEffect(look, [look])

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const before = current.current
    if (!before || sending.current || before.handedInAt !== null) return
    sending.current = true
    try {
      const saved = await sendQuiz(before)
      const now = current.current
      setOffline(false)
      if (now?.running.attemptId !== before.running.attemptId) return
      const next = underWayAfter(now, { type: 'saved', saved, clocks: clocksNow() })
      settle(next)
      if (next.handedInAt === null && isWaiting(next)) timer.current = setTimeout(() => void send(), SOON_MS)
      if (next.handedInAt !== null) look()
    } catch (cause) {
      const noLine = cause instanceof WireError && cause.fault === 'offline'
      setOffline(noLine)
      if (!noLine) failed(cause)
      timer.current = setTimeout(() => void send(), RETRY_MS)
    } finally {
      sending.current = false
    }
  }, [current, settle, look, failed])

  const attemptId = state?.running.attemptId
  useEffect(() => {
    if (attemptId === undefined) return
    // The server tells the time, and what it has.
    void send()
    const back = () => void send()
    const gone = () => setOffline(true)
    addEventListener('online', back)
    addEventListener('offline', gone)
    return () => {
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    }
  }, [attemptId, send])

  const act = useCallback(
    (action: Exclude<UnderWayAction, { type: 'saved' }>) => {
      const before = current.current
      if (!before) return
      const next = underWayAfter(before, action)
      if (next === before) return
      settle(next)
      if (action.type === 'go' || action.type === 'flag') return
      clearTimeout(timer.current)
      const now = action.type === 'hand-in' || (action.type === 'give' && action.tell)
      timer.current = setTimeout(() => void send(), now ? 0 : SOON_MS)
    },
    [current, settle, send],
  )

  useEffect(() => {
    if (attemptId === undefined) return
    let asked = performance.now()
    let ending: ReturnType<typeof setTimeout> | undefined
    let last = false
    const isOver = () => {
      const now = current.current
      return now !== null && !now.handIn && now.handedInAt === null && leftAt(now, clocksNow()) === 0
    }
    const ask = () => {
      asked = performance.now()
      return send()
    }
    const tick = () => {
      const now = current.current
      if (!now) return
      const rest = leftAt(now, clocksNow())
      setLeft(rest)
      if (rest === null || now.handIn || now.handedInAt !== null) return
      clearTimeout(ending)
      if (rest > 0 && rest <= 2 * TICK_MS)
        ending = setTimeout(() => dispatchEvent(new Event(ENDING)), Math.max(0, rest - ENDS_MS))
      if (rest > 0 && performance.now() - asked > ASKED_EVERY_MS) void ask()
      if (rest > 0) last = false
      else if (!last) {
        // Whoever teaches may have given more time since: the server is asked once more.
        last = true
        void ask().finally(() => isOver() && act({ type: 'hand-in' }))
      }
    }
    tick()
    const ticking = setInterval(tick, TICK_MS)
    return () => {
      clearInterval(ticking)
      clearTimeout(ending)
    }
  }, [attemptId, current, act, send])

  const begin = () => {
    if (busy) return
    setBusy(true)
    setTrouble('')
    askQuiz<Running>(`/api/quizzes/${assignmentId}`, true)
      .then((running) => {
        settle(underWayFrom(running, current.current, clocksNow()))
        // What the quiz keeps out of packs goes from this device now.
        void refresh().catch(() => undefined)
      }, failed)
      .finally(() => setBusy(false))
  }
  const close = () => {
    settle(null)
    look()
  }
  return { face, state, left, offline, trouble, begin, busy, act, close }
}
