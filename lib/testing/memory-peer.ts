import type { ClientEntry, StoredEntry } from '#lib/log/index.ts'
import {
  type Acknowledged,
  defaultSettings,
  effectiveAt,
  type PackRef,
  parseSyncRequest,
  type Rejected,
  type SyncPeer,
  type SyncRequest,
  type SyncResponse,
} from '#lib/sync/index.ts'

/** A server that holds one learner's log in memory: the reference that a real store is compared with. */
export type MemoryPeer = SyncPeer & {
  /** The log, in the order of `serverSeq`. */
  readonly log: readonly StoredEntry[]
  /** Appends what only a server may. */
  appendOwn(entry: StoredEntry): void
}

export type MemoryPeerOptions = {
  userId: string
  now: () => number
  packs?: PackRef[]
  /** Entries in one pull. */
  pageSize?: number
  /** Mutants break a rule here. */
  idOf?: (entry: ClientEntry) => string
  repeats?: 'ignored' | 'stored'
}

/** JSON with its keys in order, so that the same content gives the same text. */
const contentOf = (entry: StoredEntry | ClientEntry): string => {
  const { effectiveAt: _at, serverSeq: _seq, ...content } = entry as StoredEntry
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, sorted(one)]),
    )
  }
  return JSON.stringify(sorted(content))
}

export const memoryPeer = (options: MemoryPeerOptions): MemoryPeer => {
  const { userId, now, packs = [], pageSize = 500, idOf = ({ id }) => id, repeats = 'ignored' } = options
  const log: (StoredEntry & { serverSeq: number })[] = []
  const known = new Map<string, StoredEntry & { serverSeq: number }>()

  const take = (entry: ClientEntry, clientNow: number): Acknowledged | Rejected => {
    const before = known.get(idOf(entry))
    // Under a mutant's own ids two entries may share one; then the first is taken for both, as Anki does.
    const same = before && (idOf(entry) !== entry.id || contentOf(before) === contentOf(entry))
    if (before && !same) return { id: entry.id, reason: 'another entry has this id' }
    if (before && repeats === 'ignored')
      return { id: entry.id, effectiveAt: before.effectiveAt, serverSeq: before.serverSeq }
    const stored = { ...entry, effectiveAt: effectiveAt(entry.at, clientNow, now()), serverSeq: log.length + 1 }
    log.push(stored)
    known.set(idOf(entry), stored)
    return { id: entry.id, effectiveAt: stored.effectiveAt, serverSeq: stored.serverSeq }
  }

  const exchange = (request: SyncRequest): SyncResponse => {
    const parsed = parseSyncRequest(JSON.parse(JSON.stringify(request)))
    if (!parsed.ok) throw new Error(parsed.error.code)
    if (parsed.value.userId !== userId) throw new Error('another learner')
    const answers = parsed.value.entries.map((entry) => take(entry, request.clientNow))
    const acked = answers.filter((answer) => 'serverSeq' in answer)
    const rejected = [...parsed.value.rejected, ...answers.filter((answer) => 'reason' in answer)]
    const own = new Set(acked.map(({ id }) => id))
    const page = log.slice(request.cursor, request.cursor + pageSize)
    return {
      acked,
      rejected,
      pulled: {
        entries: page.filter(({ id }) => !own.has(id)),
        packs,
        settings: defaultSettings,
        assignments: [],
      },
      cursor: request.cursor + page.length,
      more: log.length > request.cursor + page.length,
      serverNow: now(),
    }
  }

  return {
    log,
    exchange: async (request) => structuredClone(exchange(request)),
    appendOwn: (entry) => {
      const stored = { ...entry, serverSeq: log.length + 1 }
      log.push(stored)
      known.set(entry.id, stored)
    },
  }
}
