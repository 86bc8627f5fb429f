import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON, reviewOf } from '#lib/testing/entries.ts'
import { newDevice } from '#lib/testing/indexeddb.ts'
import { memoryPeer } from '#lib/testing/memory-peer.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { exchange, type Loop, type SyncState, startLoop } from './loop.ts'
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

/** A browser's corner of the world: a network that answers, a page that can be hidden, and nothing secure about it. */
const inABrowser = (answer: (path: string, init: RequestInit) => Promise<unknown>) => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body = await answer(path, init)
    return body instanceof Response ? body : new Response(JSON.stringify(body))
  })
  return page
}

const peer = () => memoryPeer({ userId: 'u', now: Date.now, packs: [REF] })

const served =
  (remote = peer()) =>
  async (path: string, init: RequestInit) =>
    path === '/api/sync' ? remote.exchange(JSON.parse(String(init.body))) : PACK

let store: LearnerStore
let loop: Loop | null = null
const states: SyncState[] = []
const start = () => {
  states.length = 0
  loop = startLoop(store, (state) => states.push(state))
  return loop
}

beforeEach(async () => {
  newDevice()
  store = await openStore('u')
})
afterEach(() => {
  loop?.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('an exchange', () => {
  it('sends what waits and fetches the content of every set', async () => {
    inABrowser(served())
    await store.append(reviewOf(1))
    await exchange(store)
    expect(await store.unsynced()).toBe(0)
    expect(await store.pack(REF)).toEqual(PACK)
  })

  it('runs one at a time, though no lock of the browser is there', async () => {
    let inside = 0
    let most = 0
    const remote = peer()
    inABrowser(async (path, init) => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((done) => setTimeout(done, 5))
      inside -= 1
      return served(remote)(path, init)
    })
    await store.append(reviewOf(1))
    await Promise.all([exchange(store), exchange(store), exchange(store)])
    expect(most).toBe(1)
    expect(remote.log).toHaveLength(1)
  })

  it('asks for the lock of the browser where there is one', async () => {
    inABrowser(served())
    const asked: string[] = []
    const request = (name: string, work: () => Promise<void>) => {
      asked.push(name)
      return work()
    }
    vi.stubGlobal('navigator', { onLine: true, locks: { request } })
    await exchange(store)
    expect(asked).toEqual(['footnote-sync-u'])
  })
})

describe('the loop', () => {
  it('says how it went', async () => {
    inABrowser(served())
    await start().now()
    expect(states).toEqual(['syncing', 'idle'])
  })

  it.each([
    [401, 'signed-out'],
    [409, 'signed-out'],
    [500, 'failed'],
  ])('keeps everything when the server answers %d', async (status, state) => {
    inABrowser(async () => new Response('{}', { status }))
    await store.append(reviewOf(1))
    await start().now()
    expect(states.at(-1)).toBe(state)
    expect(await store.unsynced()).toBe(1)
  })

  it('asks nothing of the network where there is none', async () => {
    const page = inABrowser(() => Promise.reject(new Error('should not be asked')))
    vi.stubGlobal('navigator', { onLine: false })
    await start().now()
    expect(states).toEqual(['offline'])
    expect(page.visibilityState).toBe('visible')
  })

  it('sends what was answered offline as soon as the network is back', async () => {
    inABrowser(served())
    await store.append(reviewOf(1))
    start()
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(async () => expect(await store.unsynced()).toBe(0))
  })

  it('looks again when the page is shown again, and not while it is hidden', async () => {
    const page = inABrowser(served())
    start()
    page.visibilityState = 'hidden'
    page.dispatchEvent(new Event('visibilitychange'))
    expect(states).toEqual([])
    page.visibilityState = 'visible'
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(states).toEqual(['syncing', 'idle']))
  })

  it('sends a run of answers together, and tries again by itself after a failure', async () => {
    let asked = 0
    let broken = true
    const remote = peer()
    inABrowser(async (path, init) => {
      if (path === '/api/sync') asked += 1
      if (broken) return new Response('{}', { status: 500 })
      return served(remote)(path, init)
    })
    await store.append(reviewOf(1))
    await store.append(reviewOf(2, { at: NOON + 1 }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const running = start()
    running.soon()
    running.soon()
    vi.advanceTimersByTime(1_000)
    await vi.waitFor(() => expect(states.at(-1)).toBe('failed'))
    expect(asked).toBe(1)
    broken = false
    vi.advanceTimersByTime(30_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(states.at(-1)).toBe('idle'))
    expect(remote.log).toHaveLength(2)
  })
})
