import fc from 'fast-check'
import { type CardState, type ClientEntry, foldCards, type Rating, type StoredEntry } from '#lib/log/index.ts'
import { type LocalLog, type SyncPeer, syncOnce } from '#lib/sync/index.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, undoOf } from './entries.ts'
import { type MemoryLog, memoryLog } from './memory-log.ts'
import { type MemoryPeer, type MemoryPeerOptions, memoryPeer } from './memory-peer.ts'

/** What happens, one after another; `wait` is milliseconds of true time before it. */
export type Step = { device: number; wait: number } & (
  | { kind: 'answer'; facts: string[]; rating: Rating }
  | { kind: 'undo'; nth: number }
  | { kind: 'suspend' | 'unsuspend' | 'reset'; fact: string }
  | { kind: 'changed-answer'; fact: string }
  /** `lost`: the request never arrives, or its response does not. */
  | { kind: 'sync'; lost: 'nothing' | 'request' | 'response' }
)
export type Plan = { skews: number[]; pageSize: number; steps: Step[] }

/** The parts that a mutant may exchange. */
export type Parts = {
  peer: (options: MemoryPeerOptions) => MemoryPeer
  /** The log and the peer as one device's sync sees them; `peer` is the server without the network between. */
  seenBy: (local: LocalLog, remote: SyncPeer, peer: SyncPeer) => { local: LocalLog; remote: SyncPeer }
  cardsOf: (log: MemoryLog) => ReadonlyMap<string, CardState>
  fold: (entries: readonly StoredEntry[]) => ReadonlyMap<string, CardState>
}
export const SOUND: Parts = {
  peer: memoryPeer,
  seenBy: (local, remote) => ({ local, remote }),
  cardsOf: (log) => log.cards,
  fold: foldCards,
}

const HOUR = 3_600_000
const fact = fc.constantFrom('f1', 'f2', 'f3')
const of = <K extends Step['kind'], T>(kind: K, rest: Record<keyof T, fc.Arbitrary<unknown>>) =>
  fc.record({
    kind: fc.constant(kind),
    device: fc.nat(2),
    // Often in the same millisecond, sometimes over a rollover.
    wait: fc.oneof(fc.constant(0), fc.nat(5000), fc.nat(30 * HOUR)),
    ...rest,
  }) as unknown as fc.Arbitrary<Step>

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: of('answer', { facts: fc.uniqueArray(fact, { minLength: 1 }), rating: fc.constantFrom(1, 2, 3, 4) }),
  },
  { weight: 2, arbitrary: of('undo', { nth: fc.nat(30) }) },
  { weight: 1, arbitrary: of('suspend', { fact }) },
  { weight: 1, arbitrary: of('unsuspend', { fact }) },
  { weight: 1, arbitrary: of('reset', { fact }) },
  { weight: 1, arbitrary: of('changed-answer', { fact }) },
  { weight: 6, arbitrary: of('sync', { lost: fc.constantFrom('nothing', 'nothing', 'request', 'response') }) },
)

/** Three devices, one of them with a true clock, the others up to two hours off; small pages, so that pulls are cut. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  skews: fc.tuple(
    fc.constant(0),
    fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
    fc.constantFrom(0, 30_000, -2 * HOUR, 2 * HOUR),
  ),
  pageSize: fc.integer({ min: 1, max: 6 }),
  steps: fc.array(step, { minLength: 1, maxLength: 40 }),
})

const faulty = (peer: SyncPeer, lost: 'nothing' | 'request' | 'response'): SyncPeer => ({
  exchange: async (request) => {
    if (lost === 'request') throw new Error('lost')
    const response = await peer.exchange(request)
    if (lost === 'response') throw new Error('lost')
    return response
  },
})

const entryFor = (step: Step, n: number, at: number, known: readonly StoredEntry[]): ClientEntry | null => {
  const stamp = { at, deviceId: `device-${step.device}`, seq: n }
  switch (step.kind) {
    case 'answer':
      return reviewOf(n, { ...stamp, grades: step.facts.map((id) => gradeOf(id, step.rating)) })
    case 'undo': {
      // An id that this device has seen, or one that it has not (yet).
      const target = known[step.nth]?.id ?? numberedId(step.nth + 1)
      return undoOf(n, target, stamp)
    }
    case 'suspend':
    case 'unsuspend':
    case 'reset':
      return cardEntryOf(n, step.kind, step.fact, stamp)
    default:
      return null
  }
}

const sorted = (cards: ReadonlyMap<string, CardState>) =>
  JSON.stringify([...cards].sort(([a], [b]) => (a < b ? -1 : 1)))
const placesOf = (entries: readonly StoredEntry[]) =>
  JSON.stringify(entries.map(({ id, effectiveAt }) => `${id}@${effectiveAt}`).sort())

/** Plays a plan, lets every device sync undisturbed at the end, and names the promises that were broken. */
export const play = async (plan: Plan, parts: Parts = SOUND): Promise<string[]> => {
  let now = NOON
  const peer = parts.peer({ userId: 'u', now: () => now, pageSize: plan.pageSize })
  const logs = plan.skews.map(() => memoryLog('u'))
  const remotes = plan.skews.map(() => ({ lost: 'nothing' as 'nothing' | 'request' | 'response' }))
  const devices = logs.map((log, i) =>
    parts.seenBy(log, { exchange: (request) => faulty(peer, remotes[i]?.lost ?? 'nothing').exchange(request) }, peer),
  )
  const sync = async (index: number, lost: 'nothing' | 'request' | 'response') => {
    const [device, remote] = [devices[index], remotes[index]]
    if (!device || !remote) return
    remote.lost = lost
    await syncOnce(device.local, device.remote, () => now + (plan.skews[index] ?? 0)).catch((cause: Error) => {
      if (cause.message !== 'lost') throw cause
    })
  }
  const appended = new Set<string>()
  for (const [i, step] of plan.steps.entries()) {
    now += step.wait
    const log = logs[step.device]
    if (step.kind === 'sync') await sync(step.device, step.lost)
    if (step.kind === 'changed-answer') {
      const stamp = { v: 1, id: numberedId(i + 1), deviceId: 'server', seq: i + 1, at: now, tzOffsetMin: 0 } as const
      peer.appendOwn({ ...stamp, effectiveAt: now, kind: 'invalidate', factId: step.fact, factVersion: 2 })
    }
    const entry = log ? entryFor(step, i + 1, now + (plan.skews[step.device] ?? 0), log.entries()) : null
    if (!entry || !log) continue
    log.append(entry)
    appended.add(entry.id)
  }
  const everyone = [...plan.skews.keys()]
  for (const index of [...everyone, ...everyone]) await sync(index, 'nothing')
  return broken(peer.log, logs, appended, parts, now)
}

const broken = (
  server: readonly StoredEntry[],
  logs: readonly MemoryLog[],
  appended: ReadonlySet<string>,
  parts: Parts,
  now: number,
): string[] => {
  const ids = server.map(({ id }) => id)
  const truth = sorted(parts.fold(server))
  return [
    [...appended].some((id) => !ids.includes(id)) && 'an answer is lost',
    new Set(ids).size < ids.length && 'an answer counts twice',
    server.some(({ effectiveAt }) => effectiveAt > now) && 'an answer lies in the future',
    logs.some((log) => log.unsent() > 0 || log.quarantine.length > 0) && 'an answer is never acknowledged',
    logs.some((log) => placesOf(log.entries()) !== placesOf(server)) && 'a device has another log',
    logs.some((log) => sorted(parts.cardsOf(log)) !== truth) && 'a device has other cards',
  ].filter((promise) => promise !== false)
}
