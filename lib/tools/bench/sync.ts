import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from '#lib/base/index.ts'
import type { ReviewEntry } from '#lib/log/index.ts'
import type { SyncResponse } from '#lib/sync/index.ts'
import { reviewOf } from '#lib/testing/entries.ts'
import { type Guest, newGuest } from '#lib/testing/guest.ts'
import { serve } from '#lib/testing/served.ts'
import { type Figure, figure } from './figure.ts'
import { openPeer, type Peer } from './peer.ts'

const CALLERS = 32
const ROUNDS = 3
const ROUND_MS = 4_000
const BATCH = 200

type Caller = { guest: Guest; facts: string[]; cursor: number; made: number }

const newCaller = async (url: string): Promise<Caller> => {
  const guest = await newGuest(url)
  const asked = { protocol: 1, userId: guest.userId, clientNow: Date.now(), cursor: 0, entries: [] }
  const { pulled, cursor } = (await (await guest.post('/api/sync', asked)).json()) as SyncResponse
  const ref = pulled.packs[0]
  if (!ref) throw new Error('A new guest has no question set')
  const pack = (await (await guest.get(`/api/packs/${ref.setId}@${ref.version}`)).json()) as { facts: { id: string }[] }
  return { guest, facts: pack.facts.map(({ id }) => id), cursor, made: 0 }
}

/** Answers to one fact after the other, a millisecond apart, beginning a day ago. */
const answers = (caller: Caller, count: number, dayAgo: number): ReviewEntry[] =>
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

const post = async (caller: Caller, entries: ReviewEntry[]): Promise<number> => {
  const { guest, cursor } = caller
  const body = { protocol: 1, userId: guest.userId, clientNow: Date.now(), cursor, entries }
  const response = await guest.post('/api/sync', body)
  if (!response.ok) throw new Error(`/api/sync answered ${response.status}: ${await response.text()}`)
  const done = (await response.json()) as SyncResponse
  caller.cursor = done.cursor
  return done.acked.length
}

/** Entries a second, acknowledged to all callers at work together. */
const rate = async (callers: Caller[], act: (caller: Caller) => Promise<number>): Promise<number> => {
  const begun = performance.now()
  let done = 0
  const work = async (caller: Caller) => {
    while (performance.now() - begun < ROUND_MS) {
      // Not `done += await …`: that reads the sum before the wait, and thirty-one callers' work is lost.
      const acked = await act(caller)
      done += acked
    }
  }
  await Promise.all(callers.map(work))
  return done / ((performance.now() - begun) / 1000)
}

const compare = async (callers: Caller[], peer: Peer, size: number) => {
  const dayAgo = Date.now() - 86_400_000
  const overHttp = (caller: Caller) => post(caller, answers(caller, size, dayAgo))
  const onDriver = async (caller: Caller) => {
    const entries = answers(caller, size, dayAgo)
    peer.take(caller.guest.userId, entries)
    await new Promise(setImmediate)
    return entries.length
  }
  await rate(callers, overHttp)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await rate(callers, overHttp))
    theirs.push(await rate(callers, onDriver))
  }
  return { ours, theirs }
}

/** Answers through HTTP, session, checks, Prisma and the fold, against their SQL alone on a copy of the same database. */
export const sync = async (): Promise<Figure[]> => {
  const server = await serve()
  const copy = mkdtempSync(join(tmpdir(), 'footnote-peer-'))
  try {
    const callers: Caller[] = []
    for (let i = 0; i < CALLERS; i++) callers.push(await newCaller(server.url))
    cpSync(server.dataFolder, copy, { recursive: true })
    const peer = openPeer(join(copy, 'footnote.db'))
    const single = await compare(callers, peer, 1)
    const batch = await compare(callers, peer, BATCH)
    peer.close()
    const what = { unit: 'entries/s', peer: 'the same SQL on better-sqlite3', better: 'higher' } as const
    return [
      figure({ ...what, name: 'one grade a request, 32 callers', goal: 0.05 }, single.ours, single.theirs),
      figure({ ...what, name: 'batches of 200, 32 callers', goal: 0.5 }, batch.ours, batch.theirs),
    ]
  } finally {
    await server.stop()
    rmSync(copy, { recursive: true, force: true })
  }
}
