import { useCallback, useEffect, useRef } from 'react'

/** What comes on screen under a finger takes no tap for this long: the second of a double tap falls on nothing. */
const DEAD_MS = 150

/** Wraps what a control does, so that it does nothing right after the screen has changed (`scene` names what is shown). */
export const useSettled = (scene: string) => {
  const since = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene is what restarts the clock
  useEffect(() => {
    since.current = performance.now()
  }, [scene])
  return useCallback(
    <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (performance.now() - since.current >= DEAD_MS) act(...args)
      },
    [],
  )
}
