'use client'
import { useSyncExternalStore } from 'react'
import { canInstall, onInstallChange } from '#lib/client/index.ts'

/** Whether the app can be put on the home screen here. Using it early keeps the browser from asking by itself. */
export const useCanInstall = (): boolean => useSyncExternalStore(onInstallChange, canInstall, () => false)
