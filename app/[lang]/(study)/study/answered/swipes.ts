import { useEffect, useRef } from 'react'
import { easeNow } from '#lib/client/index.ts'

/** How far a finger goes sideways, in pixels, and how little up or down, for it to be a swipe. */
const FAR = 72
const STRAY = 48

/** For who wants them: a swipe to either side does what the button on that side does. Buttons are always there too. */
export const useSwipes = (swipes: { left: () => void; right: () => void }): void => {
  const latest = useRef(swipes)
  useEffect(() => {
    latest.current = swipes
  })
  useEffect(() => {
    if (!easeNow().swipes) return
    let from: { x: number; y: number } | null = null
    const began = ({ touches: [one, other] }: TouchEvent) => {
      from = one && !other ? { x: one.clientX, y: one.clientY } : null
    }
    const ended = ({ changedTouches: [one] }: TouchEvent) => {
      const start = from
      from = null
      if (!start || !one || Math.abs(one.clientY - start.y) > STRAY) return
      const gone = one.clientX - start.x
      if (gone <= -FAR) latest.current.left()
      else if (gone >= FAR) latest.current.right()
    }
    document.addEventListener('touchstart', began, { passive: true })
    document.addEventListener('touchend', ended, { passive: true })
    return () => {
      document.removeEventListener('touchstart', began)
      document.removeEventListener('touchend', ended)
    }
  }, [])
}
