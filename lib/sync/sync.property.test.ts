import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEntry, type CardState, cardKey, logSettings, type StoredEntry } from '#lib/log/index.ts'
import { memoryPeer } from '#lib/testing/memory-peer.ts'
import { runs } from '#lib/testing/runs.ts'
import { type Parts, plans, play, SOUND } from '#lib/testing/sync-simulation.ts'

test('three devices with wrong clocks over a bad network lose nothing, count nothing twice, and agree', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      expect(await play(plan)).toEqual([])
    }),
    { numRuns: runs(400) },
  )
}, 60_000)

/** Entries as they came, each applied to what was there. */
const unsorted = (entries: readonly StoredEntry[]): Map<string, CardState> => {
  const undone = new Set(entries.map((entry) => (entry.kind === 'undo' ? entry.target : '')))
  const settings = logSettings([])
  const cards = new Map<string, CardState>()
  for (const entry of entries.filter(({ id }) => !undone.has(id))) {
    for (const factId of ['f1', 'f2', 'f3']) {
      const concerns =
        entry.kind === 'review'
          ? entry.grades.some((grade) => grade.factId === factId)
          : 'factId' in entry && entry.factId === factId
      const key = cardKey(factId, 'forward')
      const next = concerns ? applyEntry(cards.get(key), entry, factId, 'forward', settings) : undefined
      if (next) cards.set(key, next)
    }
  }
  return cards
}

const MUTANTS: Record<string, { parts: Partial<Parts>; breaks: string }> = {
  'a server that stores repeats': {
    parts: { peer: (options) => memoryPeer({ ...options, repeats: 'stored' }) },
    breaks: 'an answer counts twice',
  },
  'an outbox cleared before the acknowledgement': {
    parts: {
      seenBy: (local, remote) => {
        const sent = new Set<string>()
        return {
          remote: {
            exchange: (request) => {
              for (const { id } of request.entries) sent.add(id)
              return remote.exchange(request)
            },
          },
          local: {
            ...local,
            outbox: async (limit) => (await local.outbox(1000)).filter(({ id }) => !sent.has(id)).slice(0, limit),
          },
        }
      },
    },
    breaks: 'an answer is lost',
  },
  'a fold in the order of arrival': {
    parts: { fold: unsorted, cardsOf: (log) => unsorted(log.entries()) },
    breaks: 'a device has other cards',
  },
  'a cursor advanced before its entries are written': {
    parts: {
      seenBy: (local, remote, peer) => {
        let ahead = 0
        return {
          remote: {
            exchange: async (request) => {
              ahead = (await peer.exchange({ ...request, entries: [] })).cursor
              return remote.exchange(request)
            },
          },
          local: { ...local, cursor: async () => Math.max(ahead, await local.cursor()) },
        }
      },
    },
    breaks: 'a device has another log',
  },
  'ids of milliseconds': {
    parts: { peer: (options) => memoryPeer({ ...options, idOf: (entry) => String(entry.at) }) },
    breaks: 'an answer is lost',
  },
}

describe('the property finds', () => {
  test.each(Object.entries(MUTANTS))(
    '%s',
    async (_name, { parts, breaks }) => {
      const property = fc.asyncProperty(plans, async (plan) => {
        const broken = await play(plan, { ...SOUND, ...parts })
        if (broken.includes(breaks)) throw new Error(breaks)
      })
      const found = await fc.check(property, { numRuns: 2000, endOnFailure: true })
      expect(found.failed).toBe(true)
      expect(String(found.errorInstance)).toContain(breaks)
    },
    60_000,
  )
})
