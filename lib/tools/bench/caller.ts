import { uuidv7 } from '#lib/base/index.ts'
import type { ReviewEntry } from '#lib/log/index.ts'
import type { SyncResponse } from '#lib/sync/index.ts'
import { reviewOf } from '#lib/testing/entries.ts'
import { type Guest, newGuest } from '#lib/testing/guest.ts'

/** A learner at a running server, who answers one fact after the other. */
export type Caller = { guest: Guest; facts: string[]; cursor: number; made: number }

/** A new guest with the facts of the first set. Throws where the server gives none. */
export const newCaller = async (url: string): Promise<Caller> => {
  const guest = await newGuest(url)
  const asked = { protocol: 1, userId: guest.userId, clientNow: Date.now(), cursor: 0, entries: [] }
  const { pulled, cursor } = (await (await guest.post('/api/sync', asked)).json()) as SyncResponse
  const ref = pulled.packs[0]
  if (!ref) throw new Error('A new guest has no question set')
  const pack = (await (await guest.get(`/api/packs/${ref.setId}@${ref.version}`)).json()) as { facts: { id: string }[] }
  return { guest, facts: pack.facts.map(({ id }) => id), cursor, made: 0 }
}

/** Answers to one fact after the other, a millisecond apart, beginning a day ago. */
export const answers = (caller: Caller, count: number, dayAgo: number): ReviewEntry[] =>
  Array.from({ length: count }, () => {
    const n = ++caller.made
    const factId = caller.facts[n % caller.facts.length] ?? ''
    return reviewOf(n, {
      id: uuidv7(Date.now(), Math.random),
      deviceId: 'bench',
      at: dayAgo + n,
      grades: [{ factId, factVersion: 1, direction: 'forward', rating: 3 }],
    })
  })

/** Posts answers; how many were acknowledged. Throws what the server refuses. */
export const post = async (caller: Caller, entries: ReviewEntry[]): Promise<number> => {
  const { guest, cursor } = caller
  const body = { protocol: 1, userId: guest.userId, clientNow: Date.now(), cursor, entries }
  const response = await guest.post('/api/sync', body)
  if (!response.ok) throw new Error(`/api/sync answered ${response.status}: ${await response.text()}`)
  const done = (await response.json()) as SyncResponse
  caller.cursor = done.cursor
  return done.acked.length
}
