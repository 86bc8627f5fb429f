'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { Topic } from '#lib/server/classes/signal.ts'
import { useSignals } from './use-signals.ts'

/** What comes together is shown together, and a class that hands in all at once does not have the page made all the time. */
const SOON_MS = 250
const REST_MS = 2_000

/** Has the server make the page anew when one of these topics of a class changes; see `useSignals`. */
export const useFresh = (classId: string, topics: readonly Topic[], after: number | null): void => {
  const router = useRouter()
  const soon = useRef(() => {})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let madeAt = Number.NEGATIVE_INFINITY
    let late = false
    const refresh = () => {
      timer = undefined
      // Where a refresh fails, Next leaves the page for one that cannot be had either.
      late = !navigator.onLine
      if (late) return
      madeAt = performance.now()
      router.refresh()
    }
    soon.current = () => {
      timer ??= setTimeout(refresh, Math.max(SOON_MS, madeAt + REST_MS - performance.now()))
    }
    const back = () => late && refresh()
    addEventListener('online', back)
    return () => {
      removeEventListener('online', back)
      clearTimeout(timer)
    }
  }, [router])
  useSignals(classId, topics, () => soon.current(), after)
}
