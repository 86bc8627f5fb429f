import { useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a[href], button:not([disabled])') !== null

export type Keys = {
  undo: () => void
  /** Enter or Space, where no button or link has the focus: what the screen's one ink button does. */
  main: (() => void) | null
  /** A letter or a digit, lower case; true where it meant something. */
  pressed: (key: string) => boolean
}

const isEmptyInput = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.value === ''

/** The session's keys, wherever the focus is: while typing only Undo, and that only where there is no text of its own. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const { undo, main, pressed } = latest.current
      const typing = isTyping(event.target)
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
        if (typing && !isEmptyInput(event.target)) return
        event.preventDefault()
        return undo()
      }
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.key === 'Enter' || event.key === ' ') {
        if (!main || isPressable(event.target)) return
        event.preventDefault()
        return main()
      }
      if (event.key.length === 1 && pressed(event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
}
