'use client'
import { useEffect, useRef, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { applyTheme } from '#lib/client/theme.ts'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { t } from '#words'
import { saveSettingsAction } from './actions.ts'

/** A few taps on a stepper are one change. */
const AFTER_MS = 500

export type Saving =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly why: string }

/** The settings as shown, and as they reach the server: by themselves, a moment after the last change. */
export const useSettings = (initial: LearnerSettings) => {
  const { refresh } = useLearner()
  const [settings, setSettings] = useState(initial)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const waiting = useRef<Partial<LearnerSettings>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = async () => {
    const part = waiting.current
    waiting.current = {}
    setSaving({ state: 'saving' })
    const outcome = await saveSettingsAction(part).catch(() => null)
    if (outcome?.ok) {
      // The pages read the device's own copy, which comes with the next exchange: only then does it hold here.
      await refresh().catch(() => undefined)
      setSaving({ state: 'saved' })
    } else {
      waiting.current = { ...part, ...waiting.current }
      setSaving({ state: 'failed', why: outcome?.error.message ?? t('common.noConnection') })
    }
  }

  const change = (part: Partial<LearnerSettings>) => {
    setSettings((before) => ({ ...before, ...part }))
    if (part.theme) applyTheme(part.theme)
    waiting.current = { ...waiting.current, ...part }
    clearTimeout(timer.current)
    timer.current = setTimeout(save, AFTER_MS)
  }

  useEffect(() => {
    const leaving = () => {
      if (Object.keys(waiting.current).length > 0) void saveSettingsAction(waiting.current)
    }
    addEventListener('pagehide', leaving)
    return () => removeEventListener('pagehide', leaving)
  }, [])

  return { settings, change, saving }
}
