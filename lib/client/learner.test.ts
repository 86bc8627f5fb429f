import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cardKey } from '#lib/log/index.ts'
import { gradeOf, NOON, numberedId, reviewOf, undoOf } from '#lib/testing/entries.ts'
import { newDevice } from '#lib/testing/indexeddb.ts'
import { type MemoryPeer, memoryPeer } from '#lib/testing/memory-peer.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import type { Learner } from './learner.ts'
import { type LearnerStore, openStore } from './store.ts'

const PACK = packOfLighthouse()
const REF = {
  setId: PACK.setId,
  version: 1,
  hash: 'h',
  title: PACK.title,
  addedAt: NOON,
  newPerDayMax: null,
  paused: false,
}

let peer: MemoryPeer
let reachable: boolean
/** Signs out, which stops the loop of the page under test: its timers would outlive the browser it stands in. */
let leave = () => {}

/** A fresh browser, and the module anew in it, as a page load would have it. */
const load = async () => {
  vi.resetModules()
  const { learnerNow, onLearnerChange } = await import('./learner.ts')
  const { setAccount } = await import('./account.ts')
  leave = () => setAccount(null)
  const until = (what: (learner: Learner) => boolean) =>
    vi.waitFor(() => {
      if (!what(learnerNow())) throw new Error(`Still ${JSON.stringify({ ...learnerNow(), packs: 0, cards: 0 })}`)
      return learnerNow()
    })
  return { learnerNow, onLearnerChange, setAccount, until }
}

beforeEach(() => {
  newDevice()
  peer = memoryPeer({ userId: 'u', now: Date.now, packs: [REF] })
  reachable = true
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { visibilityState: 'visible', documentElement: { dataset: {} } }),
  )
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (!reachable) throw new TypeError('Failed to fetch')
    if (path === '/api/sync') return Response.json(await peer.exchange(JSON.parse(String(init.body))))
    return Response.json(path.startsWith('/api/packs/') ? PACK : {})
  })
})
afterEach(() => {
  leave()
  vi.unstubAllGlobals()
})

describe('a learner page', () => {
  it('finds nobody on a new device', async () => {
    const { onLearnerChange, until } = await load()
    onLearnerChange(() => {})
    expect((await until(({ status }) => status === 'none')).store).toBeNull()
  })

  it('waits for the content of the very first session, then has all of it', async () => {
    const { onLearnerChange, setAccount, until, learnerNow } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    const seen: string[] = []
    onLearnerChange(() => seen.push(learnerNow().status))
    const learner = await until(({ status }) => status === 'ready')
    expect(seen[0]).toBe('loading')
    expect(learner.packs).toEqual([PACK])
    expect(learner.refs).toEqual([REF])
  })

  it('opens without a network from what it has', async () => {
    const store = await openStore('u')
    await store.putPack(PACK)
    await store.append(reviewOf(1))
    reachable = false
    const { onLearnerChange, setAccount, until } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    const learner = await until(({ sync }) => sync === 'offline')
    expect(learner).toMatchObject({ status: 'ready', online: false, unsynced: 1 })
    expect(learner.entries).toHaveLength(1)
  })

  it('shows an answer and its undoing as soon as they are saved, and sends them', async () => {
    const { onLearnerChange, setAccount, until, learnerNow } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    const { store } = await until(({ status, sync }) => status === 'ready' && sync === 'idle')
    await store?.append(reviewOf(1, { grades: [gradeOf('f1', 3)] }))
    expect(learnerNow().unsynced).toBe(1)
    expect(learnerNow().cards.get(cardKey('f1', 'forward'))?.reps).toBe(1)
    await store?.append(undoOf(2, numberedId(1), { at: NOON + 1 }))
    expect(learnerNow().cards.size).toBe(0)
    expect(learnerNow().entries.map(({ kind }) => kind)).toEqual(['review', 'undo'])
    await until(({ unsynced }) => unsynced === 0)
    expect(peer.log).toHaveLength(2)
  })

  it('never lets an older reading cover an answer saved meanwhile', async () => {
    const { onLearnerChange, setAccount, until, learnerNow } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    const { store, refresh } = await until(({ status, sync }) => status === 'ready' && sync === 'idle')
    let goOn = () => {}
    const reading = new Promise<void>((begun) => {
      vi.spyOn(store as LearnerStore, 'unsynced').mockImplementationOnce(async () => {
        begun()
        await new Promise<void>((resume) => {
          goOn = resume
        })
        return 0
      })
    })
    const refreshed = refresh()
    await reading
    await store?.append(reviewOf(1))
    goOn()
    await refreshed
    expect(learnerNow().entries).toHaveLength(1)
    expect(learnerNow().unsynced).toBe(1)
  })

  it('turns to the other learner when the account changes, and shows nothing of the first', async () => {
    const { onLearnerChange, setAccount, until } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    const { store } = await until(({ status }) => status === 'ready')
    await store?.append(reviewOf(1))
    reachable = false
    setAccount({ userId: 'other', kind: 'member', name: 'Ada' })
    const learner = await until(({ status, account }) => status === 'ready' && account?.userId === 'other')
    expect(learner.entries).toEqual([])
    expect(learner.packs).toEqual([])
    setAccount(null)
    await until(({ status }) => status === 'none')
  })

  it('keeps its store when a guest becomes a member', async () => {
    const { onLearnerChange, setAccount, until } = await load()
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    const before = await until(({ status }) => status === 'ready')
    setAccount({ userId: 'u', kind: 'member', name: 'Ada' })
    const after = await until(({ account }) => account?.kind === 'member')
    expect(after.store).toBe(before.store)
  })

  it('says that storage is closed to it', async () => {
    const { onLearnerChange, setAccount, until } = await load()
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('No storage in this window', 'SecurityError')
      },
    })
    setAccount({ userId: 'u', kind: 'guest', name: null })
    onLearnerChange(() => {})
    expect((await until(({ trouble }) => trouble !== null)).trouble).toBe('blocked')
  })
})
