'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The time zone to write in: the one that was chosen, else the device's, which the server cannot know and says as UTC. */
export const useZone = (chosen: string | null): string | null =>
  useSyncExternalStore(
    never,
    () => chosen,
    () => chosen ?? 'UTC',
  )
