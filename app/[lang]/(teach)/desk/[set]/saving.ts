import { useCallback, useEffect, useRef, useState } from 'react'
import type { Judgement } from '#lib/desk/index.ts'
import { judgeAction } from '../actions.ts'

const RETRY_MS = 5_000
/** Decisions sent in one go. */
const AT_ONCE = 2_000

export type Saving = 'saved' | 'saving' | 'waiting'

/**
 * Sends decisions in the background, in the order in which they were made, the last on each fact alone. What could not be sent
 * waits and is tried again, and the page is not left without a warning while anything waits.
 */
export const useSaving = (setId: string): { saving: Saving; save: (judgements: readonly Judgement[]) => void } => {
  const waiting = useRef(new Map<string, Judgement>())
  const busy = useRef(false)
  const [saving, setSaving] = useState<Saving>('saved')

  const run = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    while (waiting.current.size > 0) {
      setSaving('saving')
      const judgements = [...waiting.current.values()].slice(0, AT_ONCE)
      const outcome = await judgeAction({ setId, judgements }).catch(() => null)
      if (!outcome?.ok) {
        setSaving('waiting')
        break
      }
      for (const sent of judgements) if (waiting.current.get(sent.factId) === sent) waiting.current.delete(sent.factId)
    }
    if (waiting.current.size === 0) setSaving('saved')
    busy.current = false
  }, [setId])

  const save = useCallback(
    (judgements: readonly Judgement[]) => {
      for (const one of judgements) waiting.current.set(one.factId, one)
      void run()
    },
    [run],
  )

  useEffect(() => {
    if (saving !== 'waiting') return
    const timer = setInterval(run, RETRY_MS)
    addEventListener('online', run)
    return () => {
      clearInterval(timer)
      removeEventListener('online', run)
    }
  }, [saving, run])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (waiting.current.size > 0) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  return { saving, save }
}
