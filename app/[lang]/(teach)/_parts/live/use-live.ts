'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSignals } from '#app/_client/use-signals.ts'
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

/** Without a connection it is asked this often whether there is one again. */
const LOST_MS = 1_500
const TOPICS = ['live', 'attempts'] as const

/** Where a live round is, looked at anew when it says that it went on, and every `everyMs`. */
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

  useSignals(first.classId, TOPICS, () => void look())
  const oftenMs = lost ? LOST_MS : everyMs
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void look()
    }
    const timer = setInterval(again, oftenMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [look, oftenMs])
  useEffect(() => {
    const away = () => setLost(true)
    addEventListener('offline', away)
    return () => removeEventListener('offline', away)
  }, [])
  const now = useCallback(() => Date.now() + ahead.current, [])
  return { state, lost, now, look, take }
}
