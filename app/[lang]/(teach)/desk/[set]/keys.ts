import { useEffect, useRef } from 'react'

export type Keys = Readonly<Partial<Record<string, () => void>>>

/** Runs what a key stands for, anywhere on the page but where something is typed or chosen. */
export const useKeys = (keys: Keys): void => {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const undoing = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (!undoing && (event.ctrlKey || event.metaKey || event.altKey)) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, form')) return
      const run = now.current[undoing ? 'u' : event.key.toLowerCase()]
      if (!run) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
