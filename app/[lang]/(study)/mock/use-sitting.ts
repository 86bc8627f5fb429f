'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type EntryDraft, type Learner, type LearnerStore, StorageError } from '#lib/client/index.ts'
import { handedIn, type Sitting, type SittingAction, sittingAfter, sittingIn, timeLeft } from '#lib/sitting/index.ts'
import { loadAnswered } from '../study/later.ts'

/** How often the clock moves, and how much of it a dead battery may take back. */
const TICK_MS = 1_000
const KEEP_EVERY = 5

export type Sat = {
  /** Undefined while the device is asked. */
  sitting: Sitting | null | undefined
  trouble: 'full' | 'blocked' | null
  begin: (sitting: Sitting) => Promise<void>
  act: (action: SittingAction) => void
  /** Resolves with the test's id once it is in the log. */
  handIn: () => Promise<string | null>
  leave: () => Promise<void>
}

/** Writes one after the other, the last one last. */
const useKeeper = (store: LearnerStore | null, failed: (cause: unknown) => void) => {
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    (sitting: Sitting | null): Promise<void> => {
      const write = queue.current.then(() => store?.keepSitting(sitting))
      queue.current = write.catch(failed)
      return write.then(() => undefined)
    },
    [store, failed],
  )
}

/** The practice test under way on this device: every step is on disk, so a reload goes on where it was. */
export const useSitting = ({ store, packs }: Learner): Sat => {
  const [sitting, setSitting] = useState<Sitting | null | undefined>()
  const [trouble, setTrouble] = useState<Sat['trouble']>(null)
  const current = useRef<Sitting | null>(null)
  const failed = useCallback((cause: unknown) => {
    setTrouble(cause instanceof StorageError ? cause.trouble : 'blocked')
  }, [])
  const keep = useKeeper(store, failed)

  useEffect(() => {
    if (!store) return
    store.sitting().then(
      (kept) => {
        current.current = sittingIn(kept)
        setSitting(current.current)
      },
      (cause) => {
        failed(cause)
        setSitting(null)
      },
    )
  }, [store, failed])

  const settle = useCallback(
    (next: Sitting | null): Promise<void> => {
      current.current = next
      setSitting(next)
      return keep(next)
    },
    [keep],
  )
  const act = useCallback(
    (action: SittingAction) => {
      const before = current.current
      if (before) void settle(sittingAfter(before, action)).catch(() => undefined)
    },
    [settle],
  )

  const running = sitting != null
  useEffect(() => {
    if (!running) return
    let last = performance.now()
    let ticks = 0
    const timer = setInterval(() => {
      const now = performance.now()
      const ms = now - last
      last = now
      const before = current.current
      // A page that nobody sees, or a device that slept, lets no time pass.
      if (!before || document.visibilityState !== 'visible' || ms > 5 * TICK_MS) return
      const next = sittingAfter(before, { type: 'pass', ms })
      current.current = next
      setSitting(next)
      ticks += 1
      if (ticks % KEEP_EVERY === 0 || timeLeft(next) === 0) void keep(next).catch(() => undefined)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [running, keep])

  const handIn = async (): Promise<string | null> => {
    const done = current.current
    if (!done || !store) return null
    try {
      const { markingOf } = await loadAnswered()
      const drafts = handedIn(done, packs, (question, pack, given) => markingOf({ question, pack }, given), Date.now())
      await store.appendAll(drafts as EntryDraft[])
      await settle(null)
      return done.attemptId
    } catch (cause) {
      failed(cause)
      return null
    }
  }
  return { sitting, trouble, begin: settle, act, handIn, leave: () => settle(null) }
}
