'use client'
import { useSyncExternalStore } from 'react'
import { type PasskeyLack, passkeyLack } from '#lib/client/passkeys.ts'

const never = () => () => {}

/** What this browser lacks for passkeys: null for nothing, undefined as long as the page is the server's. */
export const usePasskeyLack = (): PasskeyLack | null | undefined =>
  useSyncExternalStore<PasskeyLack | null | undefined>(never, passkeyLack, () => undefined)
