import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCards } from '#lib/log/index.ts'
import { type SyncPeer, syncOnce } from '#lib/sync/index.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, undoOf } from '#lib/testing/entries.ts'
import { newDevice } from '#lib/testing/indexeddb.ts'
import { memoryPeer } from '#lib/testing/memory-peer.ts'
import { runs } from '#lib/testing/runs.ts'
import { type Plan, plans, type Step } from '#lib/testing/sync-simulation.ts'
import { type EntryDraft, type LearnerStore, openStore } from './store.ts'

const onANewDevice = (): Promise<LearnerStore> => {
  newDevice()
  return openStore('u')
}

const draftFor = (step: Step, n: number, at: number, known: readonly { id: string }[]): EntryDraft | null => {
  switch (step.kind) {
    case 'answer':
      return reviewOf(n, { at, grades: step.facts.map((id) => gradeOf(id, step.rating)) })
    case 'undo':
      return undoOf(n, known[step.nth]?.id ?? numberedId(step.nth + 1), { at })
    case 'suspend':
    case 'unsuspend':
    case 'reset':
      return cardEntryOf(n, step.kind, step.fact, { at })
    default:
      return null
  }
}

const losing = (peer: SyncPeer, lost: 'nothing' | 'request' | 'response'): SyncPeer => ({
  exchange: async (request) => {
    if (lost === 'request') throw new Error('lost')
    const response = await peer.exchange(request)
    if (lost === 'response') throw new Error('lost')
    return response
  },
})

/** Plays a plan on stores of three devices; every step leaves a store whose cards are the fold of its log. */
const play = async ({ skews, pageSize, steps }: Plan) => {
  let now = NOON
  const peer = memoryPeer({ userId: 'u', now: () => now, pageSize })
  const stores: LearnerStore[] = []
  for (const _ of skews) stores.push(await onANewDevice())
  const sync = (index: number, lost: 'nothing' | 'request' | 'response') => {
    const store = stores[index] as LearnerStore
    return syncOnce(store, losing(peer, lost), () => now + (skews[index] ?? 0)).catch((cause: Error) => {
      if (cause.message !== 'lost') throw cause
    })
  }
  for (const [i, step] of steps.entries()) {
    now += step.wait
    const store = stores[step.device] as LearnerStore
    if (step.kind === 'sync') await sync(step.device, step.lost)
    if (step.kind === 'changed-answer') {
      const stamp = { v: 1, id: numberedId(i + 1), deviceId: 'server', seq: i + 1, at: now, tzOffsetMin: 0 } as const
      peer.appendOwn({ ...stamp, effectiveAt: now, kind: 'invalidate', factId: step.fact, factVersion: 2 })
    }
    const draft = draftFor(step, i + 1, now + (skews[step.device] ?? 0), await store.entries())
    if (draft) await store.append(draft)
    expect(await store.cards()).toEqual(foldCards(await store.entries()))
  }
  for (const index of [0, 1, 2, 0, 1, 2]) await sync(index, 'nothing')
  return { stores, log: peer.log }
}

describe('the store on a device', () => {
  it('holds the same cards as every other device and the server, whatever was lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { stores, log } = await play(plan)
        for (const store of stores) {
          expect(await store.unsynced()).toBe(0)
          expect((await store.entries()).map(({ id }) => id).sort()).toEqual(log.map(({ id }) => id).sort())
          expect(await store.cards()).toEqual(foldCards(log))
        }
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)
})
