'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '#lib/server/act.ts'
import { t } from '#words'

export type Does = (run: () => Promise<Outcome<unknown>>, then?: (value: unknown) => void) => void

/** Runs one action at a time, shows what it says where it fails, and the page as it is after it. */
export const useDoing = (): { does: Does; trouble: string; busy: boolean } => {
  const router = useRouter()
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const does: Does = (run, then) => {
    if (busy) return
    setBusy(true)
    setTrouble('')
    void run()
      .catch(() => null)
      .then((outcome) => {
        setBusy(false)
        if (!outcome?.ok) return setTrouble(outcome?.error.message ?? t('common.noConnection'))
        if (then) then(outcome.value)
        else router.refresh()
      })
  }
  return { does, trouble, busy }
}
