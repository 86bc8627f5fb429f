import { type RefObject, useEffect, useState } from 'react'

/** Rows beyond the screen that are drawn too, so that a flick of the thumb meets none that is empty. */
const BEYOND = 12

/** Which of many rows of one height are near the screen: from the first up to, not with, the second. */
export const useWindow = (list: RefObject<HTMLElement | null>, count: number, height: number): [number, number] => {
  const [range, setRange] = useState<[number, number]>([0, BEYOND * 3])
  useEffect(() => {
    const look = () => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0)
      const first = Math.max(0, Math.floor(top / height) - BEYOND)
      const last = Math.min(count, Math.ceil((top + innerHeight) / height) + BEYOND)
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]))
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [list, count, height])
  return range
}
