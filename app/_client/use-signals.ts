'use client'
import { useEffect, useRef } from 'react'
import type { Topic } from '#lib/server/classes/signal.ts'
import { watchSignals } from './watch-signals.ts'

/**
 * Calls `onSignal` whenever one of these topics of a class may have changed, for as long as the page is open; learners are told of
 * `live` and `notices` only. `after` is `newestSignal` from when the page was made; without it the page is called once as soon as it
 * listens.
 */
export const useSignals = (
  classId: string,
  topics: readonly Topic[],
  onSignal: () => void,
  after: number | null = null,
): void => {
  const now = useRef({ onSignal, after })
  useEffect(() => {
    now.current = { onSignal, after }
  })
  const wanted = topics.join(' ')
  useEffect(() => {
    const tell = () => now.current.onSignal()
    return watchSignals({ classId, topics: wanted.split(' '), onSignal: tell, after: now.current.after })
  }, [classId, wanted])
}
