import { useState } from 'react'
import type { ShelfRow } from '#lib/analytics/index.ts'
import type { LearnerStore } from '#lib/client/index.ts'
import { t } from '#words'

export type Change = 'suspend' | 'unsuspend' | 'bury' | 'reset'

/** What was chosen, what can be done with it all at once, and the way back. */
export const useMany = (store: LearnerStore | null) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const [last, setLast] = useState<readonly string[]>([])
  return {
    chosen,
    said,
    canUndo: last.length > 0,
    choose: (keys: readonly string[]) => setChosen(new Set(keys)),
    toggle: (key: string) => {
      const next = new Set(chosen)
      if (!next.delete(key)) next.add(key)
      setChosen(next)
    },
    change: async (kind: Change, rows: readonly ShelfRow[]) => {
      if (!store || rows.length === 0) return
      const entries = await store.appendAll(rows.map(({ factId, direction }) => ({ kind, factId, direction })))
      setLast(entries.map(({ id }) => id))
      setSaid(t('cards.done', { n: entries.length }))
      setChosen(new Set())
    },
    undo: async () => {
      if (!store) return
      await store.appendAll(last.map((target) => ({ kind: 'undo' as const, target })))
      setLast([])
      setSaid(t('cards.undone'))
    },
  }
}
export type Many = ReturnType<typeof useMany>
