'use client'
import { useSyncExternalStore } from 'react'
import { onShellChange, type Shell, shellAtBuild, shellNow } from '#lib/client/shell.ts'

/** Whether the pages are on this device; using it has them kept. */
export const useShell = (): Shell => useSyncExternalStore(onShellChange, shellNow, shellAtBuild)
