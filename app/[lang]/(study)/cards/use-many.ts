import { useState } from 'react'
import type { ShelfRow } from '#lib/analytics/index.ts'
import type { LearnerStore } from '#lib/client/index.ts'
import { tagFacts } from '#lib/client/tags.ts'
import { WireError } from '#lib/client/wire.ts'
import { t } from '#words'

export type Change = 'suspend' | 'unsuspend' | 'bury' | 'reset'

const sayingOf = (thrown: unknown): string => {
  if (!(thrown instanceof WireError)) throw thrown
  return thrown.fault === 'offline' ? t('cards.tagOffline') : thrown.message
}

/** What was chosen, what can be done with it all at once, and the way back. */
export const useMany = (store: LearnerStore | null, onTagged: () => Promise<void>) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const [takeBack, setTakeBack] = useState<(() => Promise<void>) | null>(null)
  const turnTag = async (factIds: readonly string[], tag: string, on: boolean): Promise<readonly string[]> => {
    const changed = await tagFacts(factIds, tag, on)
    await onTagged()
    return changed
  }
  const changed = (n: number, back: () => Promise<void>) => {
    setTakeBack(() => back)
    setSaid(t('cards.done', { n }))
    setChosen(new Set())
  }
  return {
    chosen,
    said,
    canUndo: takeBack !== null,
    choose: (keys: readonly string[]) => setChosen(new Set(keys)),
    toggle: (key: string) => {
      const next = new Set(chosen)
      if (!next.delete(key)) next.add(key)
      setChosen(next)
    },
    change: async (kind: Change, rows: readonly ShelfRow[]) => {
      if (!store || rows.length === 0) return
      const entries = await store.appendAll(rows.map(({ factId, direction }) => ({ kind, factId, direction })))
      changed(entries.length, async () => {
        await store.appendAll(entries.map(({ id }) => ({ kind: 'undo' as const, target: id })))
      })
    },
    tag: async (rows: readonly ShelfRow[], tag: string, on: boolean) => {
      try {
        const facts = await turnTag([...new Set(rows.map(({ factId }) => factId))], tag, on)
        changed(facts.length, async () => {
          if (facts.length > 0) await turnTag(facts, tag, !on)
        })
      } catch (thrown) {
        setSaid(sayingOf(thrown))
      }
    },
    undo: async () => {
      try {
        await takeBack?.()
        setTakeBack(null)
        setSaid(t('cards.undone'))
      } catch (thrown) {
        setSaid(sayingOf(thrown))
      }
    },
  }
}
export type Many = ReturnType<typeof useMany>
