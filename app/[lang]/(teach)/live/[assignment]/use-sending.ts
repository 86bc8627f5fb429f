'use client'
import { useEffect, useRef, useState } from 'react'
import type { Given } from '#lib/quiz/index.ts'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import { talk } from '../../_parts/live/talk.ts'
import type { Live } from '../../_parts/live/use-live.ts'

const AGAIN_MS = 1_500

type One = { readonly place: number; readonly given: Given }

/** `kept`: it could not be sent yet, and is tried again until it is. */
export type Sending = 'nothing' | 'sending' | 'kept' | 'sent'

const ownIn = ({ own, place }: LiveState): One | null => (own ? { place, given: own.given } : null)

/** Sends answers one after the other, the latest that was given, until the server has it or asks for it no more. */
export const useSending = ({ state, look }: Live) => {
  const { assignmentId, place } = state
  const [given, setGiven] = useState(() => ownIn(state))
  const [sending, setSending] = useState<Sending>(state.own ? 'sent' : 'nothing')
  const wanted = useRef<One | null>(null)
  const running = useRef(false)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  const sendOne = async (one: One) => {
    const said = await talk(assignmentId, one).catch(() => null)
    if (said === null) {
      setSending('kept')
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      return
    }
    if (!said.ok) {
      wanted.current = null
      setSending('nothing')
      await look()
    } else if (wanted.current === one) {
      wanted.current = null
      setSending('sent')
    }
  }
  const run = async () => {
    if (running.current) return
    running.current = true
    while (wanted.current && !gone.current) await sendOne(wanted.current)
    running.current = false
  }
  const give = (to: Given) => {
    const one = { place, given: to }
    wanted.current = one
    setGiven(one)
    setSending('sending')
    void run()
  }
  const here = given?.place === place ? given : ownIn(state)
  return { given: here?.given ?? null, sending: here ? sending : ('nothing' as const), give }
}
