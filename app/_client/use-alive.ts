'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page's script runs yet. Until then a control can be touched and nobody hears of it: it would show a choice that was
 * never made, so it is disabled.
 */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
