'use client'
import { useSyncExternalStore } from 'react'

const STEP_MS = 30_000
const everyStep = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, STEP_MS)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}
const stepNow = (): number => Math.floor(Date.now() / STEP_MS) * STEP_MS

/** The time in milliseconds, to the half minute; 0 while prerendering. Renders again as it moves on. */
export const useNow = (): number => useSyncExternalStore(everyStep, stepNow, () => 0)
