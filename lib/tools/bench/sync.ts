import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '#lib/testing/served.ts'
import { answers, type Caller, newCaller, post } from './caller.ts'
import { type Figure, figure } from './figure.ts'
import { openPeer, type Peer } from './peer.ts'

const CALLERS = 32
const ROUNDS = 3
const ROUND_MS = 4_000
const BATCH = 200

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
