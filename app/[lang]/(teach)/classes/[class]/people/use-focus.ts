import { useEffect, useRef } from 'react'

/** For what takes the place of a button that was pressed: it is read out, and the keyboard goes on from there. */
export const useFocus = () => {
  const ref = useRef<HTMLParagraphElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
