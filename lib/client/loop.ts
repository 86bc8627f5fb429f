import { type SyncPeer, syncOnce } from '#lib/sync/index.ts'
import { exclusively } from './lock.ts'
import { fetchPack, httpPeer } from './peer.ts'
import type { LearnerStore } from './store.ts'
import { WireError } from './wire.ts'

/** How the last exchange with the server went; study goes on in every one of these. */
export type SyncState = 'idle' | 'syncing' | 'offline' | 'signed-out' | 'failed'

/** How long a run of answers may gather before it is sent. */
const SOON_MS = 800
/** When to try again by ourselves while something is unsent. */
const RETRY_MS = 30_000

const stateAfter = (cause: unknown): SyncState => {
  if (!(cause instanceof WireError)) return 'failed'
  if (cause.fault === 'offline') return 'offline'
  // A session of somebody else is as good as none: these answers wait for their owner.
  return cause.fault === 'signed-out' || cause.fault === 'not-yours' ? 'signed-out' : 'failed'
}

/** A quiz that the server will not take keeps nothing else waiting. */
const sendQuizzes = async (store: LearnerStore): Promise<void> => {
  if (Object.keys(await store.quizzes()).length === 0) return
  const { sendKeptQuizzes } = await import('./quizzes.ts')
  await sendKeptQuizzes(store).catch((cause) => {
    if (!(cause instanceof WireError) || cause.fault === 'offline') throw cause
  })
}

/** Sends what waits, takes in what is new, and fetches the content it speaks of. Throws `WireError`, `StorageError`. */
export const exchange = (store: LearnerStore, peer: SyncPeer = httpPeer): Promise<void> =>
  exclusively(`footnote-sync-${store.userId}`, async () => {
    await syncOnce(store, peer, Date.now)
    await sendQuizzes(store)
    const dropped = new Set(await store.dropped())
    for (const ref of await store.refs())
      if (!dropped.has(ref.setId) && !(await store.hasPack(ref))) await store.putPack(await fetchPack(ref))
  })

/** Sends what waits in another learner's name, whose log this one's has become. Throws `WireError`, `StorageError`. */
export const sendAs = (store: LearnerStore, userId: string): Promise<void> =>
  syncOnce(store, { exchange: (request) => httpPeer.exchange({ ...request, userId }) }, Date.now).then(() => undefined)

export type Loop = {
  /** Exchanges now; never throws, the state tells. */
  now(): Promise<void>
  /** Exchanges shortly, together with whatever else comes until then. */
  soon(): void
  stop(): void
}

/**
 * Keeps one store in step with the server: at the start, after answers, when the network or the page comes back, and
 * every half minute while an exchange that failed has left something behind.
 */
export const startLoop = (store: LearnerStore, report: (state: SyncState) => void): Loop => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const after = (delay: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(now, delay)
  }
  const now = async () => {
    clearTimeout(timer)
    if (stopped) return
    if (navigator.onLine === false) return report('offline')
    report('syncing')
    try {
      await exchange(store)
      if (!stopped) report('idle')
    } catch (cause) {
      if (stopped) return
      const state = stateAfter(cause)
      report(state)
      if (state !== 'signed-out') after(RETRY_MS)
    }
  }
  const shown = () => {
    if (document.visibilityState === 'visible') void now()
  }
  const offline = () => report('offline')
  window.addEventListener('online', now)
  window.addEventListener('offline', offline)
  document.addEventListener('visibilitychange', shown)
  return {
    now,
    soon: () => after(SOON_MS),
    stop: () => {
      stopped = true
      clearTimeout(timer)
      window.removeEventListener('online', now)
      window.removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', shown)
    },
  }
}
