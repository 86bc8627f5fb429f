'use client'
import { useEffect, useEffectEvent } from 'react'
import { askForPasskey, suggestsPasskeys } from '#lib/client/passkeys.ts'

/** A minute less than a challenge lives. */
const FRESH_MS = 4 * 60_000
const LOOK_EVERY_MS = 30_000

/**
 * Has the browser suggest passkeys where the name is typed, as long as `on`; `chosen` gets the answer. Nothing is said where
 * it cannot: the button is still there. A page left open asks for a new challenge in time, but not while nobody sees it.
 */
export const useSuggestedPasskey = (on: boolean, chosen: (answer: string) => void): void => {
  const onChosen = useEffectEvent(chosen)
  useEffect(() => {
    if (!on) return
    let over = false
    let askedAt = 0
    const suggest = async () => {
      askedAt = Date.now()
      const given = await askForPasskey({ suggest: true }).catch(() => null)
      if (!over && given && 'answer' in given) onChosen(given.answer)
    }
    const look = () => {
      if (!document.hidden && Date.now() - askedAt > FRESH_MS) void suggest()
    }
    let timer: ReturnType<typeof setInterval> | undefined
    void suggestsPasskeys().then((able) => {
      if (over || !able) return
      look()
      timer = setInterval(look, LOOK_EVERY_MS)
    })
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [on])
}
