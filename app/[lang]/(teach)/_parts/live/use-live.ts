'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import { talk } from './talk.ts'

export type Live = {
  readonly state: LiveState
  /** The server could not be reached when it was last asked. */
  readonly lost: boolean
  /** The server's clock, in milliseconds. */
  readonly now: () => number
  readonly look: () => Promise<void>
  /** Takes a newer state that came by another way. */
  readonly take: (state: LiveState) => void
}

/** Where a live round is, looked at anew every `everyMs`. */
export const useLive = (first: LiveState, everyMs: number): Live => {
  const [state, setState] = useState(first)
  const [lost, setLost] = useState(false)
  const ahead = useRef(0)
  const { assignmentId } = first

  const take = useCallback((to: LiveState) => {
    ahead.current = to.serverNow - Date.now()
    setLost(false)
    // Of two answers that cross on their way the later asked one holds.
    setState((before) => (to.serverNow >= before.serverNow ? to : before))
  }, [])
  const look = useCallback(async () => {
    const said = await talk<LiveState>(assignmentId).catch(() => null)
    if (said === null) return setLost(true)
    if (said.ok) return take(said.value)
    // Signed out, or taken out of the class: the page says so itself.
    if (said.status < 429) location.reload()
  }, [assignmentId, take])

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look()
    }, everyMs)
    const seen = () => {
      if (document.visibilityState === 'visible') void look()
    }
    document.addEventListener('visibilitychange', seen)
    addEventListener('online', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('online', seen)
    }
  }, [look, everyMs])
  const now = useCallback(() => Date.now() + ahead.current, [])
  return { state, lost, now, look, take }
}
