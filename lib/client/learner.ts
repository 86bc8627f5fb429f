import { type CardState, compareEntries, type StoredEntry } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { type Assigned, defaultSettings, type LearnerSettings, type PackRef, type QuizDue } from '#lib/sync/index.ts'
import { type Account, currentAccount, onAccountChange } from './account.ts'
import { packKey } from './commit.ts'
import { StorageError } from './database.ts'
import { renewDaily } from './door.ts'
import type { Loop, SyncState } from './loop.ts'
import { type LearnerStore, openStore, type StoreChange } from './store.ts'
import { openTabs, type Tabs } from './tabs.ts'
import { applyTheme } from './theme.ts'

/** The device refuses storage: full (what was saved stays saved), or closed to this page altogether. */
export type StorageTrouble = 'full' | 'blocked'

/** Everything a learner page reads. A new object whenever something changed; equal parts keep their identity. */
export type Learner = {
  /** `none`: nobody has started on this device. `loading`: opening, or the very first fetch of content. */
  status: 'loading' | 'none' | 'ready'
  account: Account | null
  /** The sets this learner is enrolled in. */
  refs: readonly PackRef[]
  /** The content of those sets, in the order of `refs`; one that has not been fetched yet is missing. */
  packs: readonly Pack[]
  /** By `cardKey(factId, direction)`. */
  cards: ReadonlyMap<string, CardState>
  /** The log in its total order, undone entries and undos included. */
  entries: readonly StoredEntry[]
  settings: LearnerSettings
  /** What the learner's classes want studied until a day. */
  assignments: readonly Assigned[]
  /** Quizzes and live rounds that they are set. */
  due: readonly QuizDue[]
  /** Answers saved on this device that the server has not confirmed. */
  unsynced: number
  /** Sets whose content is not kept on this device. */
  dropped: readonly string[]
  online: boolean
  sync: SyncState
  trouble: StorageTrouble | null
  store: LearnerStore | null
  /** Exchanges with the server now (after a document was added, say) and resolves when the state is up to date. */
  refresh: () => Promise<void>
}

const refresh = async (): Promise<void> => {
  await opening
  if (state.store && !loop) await keepInStep(state.store)
  await loop?.now()
  await reading
}

const NOBODY: Learner = {
  status: 'loading',
  account: null,
  refs: [],
  packs: [],
  cards: new Map(),
  entries: [],
  settings: defaultSettings,
  assignments: [],
  due: [],
  unsynced: 0,
  dropped: [],
  online: true,
  sync: 'idle',
  trouble: null,
  store: null,
  refresh,
}

let state = NOBODY
let loop: Loop | null = null
let tabs: Tabs | null = null
/** The opening under way, and the last re-reading: what `refresh` waits for. */
let opening: Promise<void> = Promise.resolve()
let reading: Promise<void> = Promise.resolve()
/** Counts the answers saved by this page. */
let appends = 0
const listeners = new Set<() => void>()

const change = (part: Partial<Learner>): void => {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

const isOnline = () => navigator.onLine !== false

const readAll = async (store: LearnerStore): Promise<Partial<Learner>> => {
  const [refs, cards, entries, settings, assignments, due, unsynced, dropped] = await Promise.all([
    store.refs(),
    store.cards(),
    store.entries(),
    store.settings(),
    store.assignments(),
    store.due(),
    store.unsynced(),
    store.dropped(),
  ])
  return {
    refs,
    cards,
    entries,
    settings,
    assignments,
    due,
    unsynced,
    dropped,
    packs: await readPacks(
      store,
      refs.filter(({ setId }) => !dropped.includes(setId)),
    ),
  }
}

const readPacks = async (store: LearnerStore, refs: readonly PackRef[]): Promise<readonly Pack[]> => {
  const packs: Pack[] = []
  for (const ref of refs) {
    // A pack is immutable and may be large: the one in hand is not read again.
    const held = state.packs.find((pack) => packKey(pack) === packKey(ref))
    const pack = held ?? (await store.pack(ref))
    if (pack) packs.push(pack)
  }
  return packs
}

/** Reads everything again; where an answer is saved meanwhile, once more, so that no older state covers it. */
const reread = (store: LearnerStore): Promise<void> => {
  const read = async (): Promise<void> => {
    const before = appends
    const part = await readAll(store)
    if (before !== appends) return read()
    if (state.store === store) change(part)
  }
  reading = read().catch((cause) => {
    if (state.store === store) change({ trouble: troubleOf(cause) })
  })
  return reading
}

const troubleOf = (cause: unknown): StorageTrouble => (cause instanceof StorageError ? cause.trouble : 'blocked')

const withAppended = ({ entries, cards }: Extract<StoreChange, { kind: 'appended' }>): Partial<Learner> => {
  const next = new Map(state.cards)
  for (const [key, card] of cards) {
    if (card) next.set(key, card)
    else next.delete(key)
  }
  const known = new Set(state.entries.slice(-entries.length - 8).map((entry) => entry.id))
  const fresh = entries.filter((entry) => !known.has(entry.id))
  return {
    cards: next,
    entries: [...state.entries, ...fresh].sort(compareEntries),
    unsynced: state.unsynced + fresh.length,
  }
}

const onStoreChange = (store: LearnerStore, what: StoreChange): void => {
  if (state.store !== store) return
  if (what.kind === 'appended') {
    appends += 1
    change(withAppended(what))
    loop?.soon()
    // Asked for once there is something to lose; the browser decides, and on plain HTTP there is nobody to ask.
    if (appends === 1) void globalThis.navigator.storage?.persist?.().catch(() => {})
  } else {
    if (what.kind === 'exchanged') applyTheme(what.change.pulled.settings.theme)
    void reread(store)
  }
  tabs?.tell()
}

const close = (): void => {
  loop?.stop()
  tabs?.close()
  state.store?.close()
  loop = null
  tabs = null
}

/** Whether the pages have all they need: the sets are known and their content is here. */
const isFilled = ({ refs, packs, dropped }: Partial<Learner>): boolean =>
  refs !== undefined && refs.length > 0 && (packs?.length ?? 0) + (dropped?.length ?? 0) >= refs.length

const openFor = async (account: Account): Promise<void> => {
  const store = await openStore(account.userId)
  const read = await readAll(store)
  if (currentAccount()?.userId !== account.userId) return store.close()
  change({ ...read, account, store, trouble: null, online: isOnline(), status: isFilled(read) ? 'ready' : 'loading' })
  store.onChange((what) => onStoreChange(store, what))
  tabs = openTabs(store.userId, () => void reread(store))
  const filled = async () => {
    await keepInStep(store)
    await loop?.now()
    await reading
  }
  // Whatever keeps the exchange from beginning, what is here can be studied.
  void filled()
    .catch(() => change({ sync: 'failed' }))
    .then(() => {
      if (state.store === store) change({ status: 'ready' })
    })
  void renewDaily(Date.now()).catch(() => {})
}

/**
 * Begins to exchange with the server. What does so is fetched behind the page that needs it not; where it cannot be had, this
 * device is offline, and asks again when the network is back.
 */
const keepInStep = async (store: LearnerStore): Promise<void> => {
  const parts = await import('./loop.ts').catch(() => null)
  if (state.store !== store || loop) return
  if (parts) loop = parts.startLoop(store, (sync) => change({ sync, online: sync !== 'offline' && isOnline() }))
  else {
    change({ sync: 'offline', online: false })
    addEventListener('online', () => void keepInStep(store), { once: true })
  }
}

const follow = (): void => {
  const account = currentAccount()
  if (account && account.userId === state.account?.userId) {
    change({ account })
    return
  }
  close()
  state = { ...NOBODY, account, status: account ? 'loading' : 'none' }
  change({})
  if (!account) return
  opening = openFor(account).catch((cause) => change({ status: 'ready', trouble: troubleOf(cause) }))
}

let following = false

/** Calls back on every change. The first caller opens the store of whoever is signed in on this device. */
export const onLearnerChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (!following) {
    following = true
    onAccountChange(follow)
    follow()
  }
  return () => listeners.delete(listener)
}

export const learnerNow = (): Learner => state
/** What a prerendered page shows. */
export const learnerAtBuild = (): Learner => NOBODY
