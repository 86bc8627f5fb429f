import {
  applyEntries,
  type CardState,
  type ClientEntry,
  replayCards,
  type StoredEntry,
  touchedCards,
  unacknowledged,
} from '#lib/log/index.ts'
import type { LocalLog, Rejected, SyncChange } from '#lib/sync/index.ts'

/** A device that holds its log in memory: the reference for a store in a browser. */
export type MemoryLog = LocalLog & {
  append(entry: ClientEntry): void
  entries(): StoredEntry[]
  readonly cards: ReadonlyMap<string, CardState>
  readonly quarantine: readonly Rejected[]
  unsent(): number
}

export const memoryLog = (userId: string): MemoryLog => {
  const entries = new Map<string, StoredEntry>()
  const outbox = new Map<string, ClientEntry>()
  const quarantine: Rejected[] = []
  const cards = new Map<string, CardState>()
  let cursor = 0

  const keep = (changed: ReadonlyMap<string, CardState | null>) => {
    for (const [key, card] of changed) {
      if (card) cards.set(key, card)
      else cards.delete(key)
    }
  }
  const take = (fresh: readonly StoredEntry[]) => {
    const known = [...entries.values()]
    for (const entry of fresh) entries.set(entry.id, entry)
    keep(applyEntries(cards, known, fresh))
  }
  /** An entry that is known already has changed, or is gone: its cards start over. */
  const amend = (id: string, change: Partial<StoredEntry> | null) => {
    const before = entries.get(id)
    if (!before) return
    const target = 'target' in before ? (entries.get(before.target) ?? null) : null
    if (change) entries.set(id, { ...before, ...change } as StoredEntry)
    else entries.delete(id)
    if (change?.effectiveAt === before.effectiveAt) return
    keep(replayCards(touchedCards(before, target), entries.values()))
  }

  const commit = ({ acked, rejected, pulled, cursor: next }: SyncChange) => {
    for (const { id, effectiveAt, serverSeq } of acked) {
      outbox.delete(id)
      amend(id, { effectiveAt, serverSeq })
    }
    for (const one of rejected) {
      outbox.delete(one.id)
      quarantine.push(one)
      amend(one.id, null)
    }
    take(pulled.entries.filter(({ id }) => !entries.has(id)))
    for (const entry of pulled.entries)
      amend(entry.id, { effectiveAt: entry.effectiveAt, ...(entry.serverSeq ? { serverSeq: entry.serverSeq } : {}) })
    cursor = next
  }

  return {
    userId,
    cards,
    quarantine,
    append: (entry) => {
      outbox.set(entry.id, entry)
      take([unacknowledged(entry)])
    },
    entries: () => [...entries.values()],
    unsent: () => outbox.size,
    cursor: async () => cursor,
    outbox: async (limit) => [...outbox.values()].slice(0, limit),
    commit: async (change) => commit(structuredClone(change)),
  }
}
