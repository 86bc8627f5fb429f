import { uuidv7 } from '#lib/base/index.ts'
import { type CardState, type ClientEntry, compareEntries, type StoredEntry, unacknowledged } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/index.ts'
import {
  type Assigned,
  defaultSettings,
  type LearnerSettings,
  type LocalLog,
  type PackRef,
  type QuizDue,
  type SyncChange,
} from '#lib/sync/index.ts'
import { cryptoRandom } from './chance.ts'
import { commitChange, packKey } from './commit.ts'
import { type Handle, type Meta, openHandle, type Refused, type Writing } from './database.ts'
import { disturbedBy, foldAll, foldIn, rowOf } from './fold-in.ts'
import { tzOffsetMin } from './zone.ts'

type Stamped = 'v' | 'id' | 'deviceId' | 'seq' | 'at' | 'tzOffsetMin'
type Unstamped<T> = T extends unknown ? Omit<T, Stamped> : never
/** An entry before the store gives it its place in the device's log and, where they are left out, its id and time. */
export type EntryDraft = Unstamped<ClientEntry> & { id?: string; at?: number; tzOffsetMin?: number }

/** What a write changed: an answer its own entries and cards (null: the card is gone), an exchange perhaps everything. */
export type StoreChange =
  | { kind: 'appended'; entries: StoredEntry[]; cards: Map<string, CardState | null> }
  | { kind: 'exchanged'; change: SyncChange }
  | { kind: 'packed' }

/** One learner's log and content on this device. Several tabs may hold it open. Writes throw `StorageError`. */
export type LearnerStore = LocalLog & {
  /** Names this device in the log. */
  readonly deviceId: string
  /** Stamps and saves an answer: resolves after the entry, its outbox place and its cards are committed, together. */
  append(draft: EntryDraft): Promise<StoredEntry>
  /** The same for several entries that stand or fall together. */
  appendAll(drafts: readonly EntryDraft[]): Promise<StoredEntry[]>
  /** The log in its total order; `since` leaves out what took effect before it. */
  entries(since?: number): Promise<StoredEntry[]>
  cards(): Promise<Map<string, CardState>>
  refs(): Promise<PackRef[]>
  settings(): Promise<LearnerSettings>
  /** What the learner's classes want studied. */
  assignments(): Promise<Assigned[]>
  /** How many entries the server has not confirmed. */
  unsynced(): Promise<number>
  /** Entries that the server would not take, kept for the learner to see. */
  refused(): Promise<Refused[]>
  /** Whether exactly this version is here. */
  hasPack(ref: PackRef): Promise<boolean>
  /** The set's content: this version, or the one before it until this one has arrived; null when there is neither. */
  pack(ref: PackRef): Promise<Pack | null>
  putPack(pack: Pack): Promise<void>
  /** Sets whose content is not to be kept on this device. */
  dropped(): Promise<string[]>
  /** Takes a set's content off this device, or has it fetched again. */
  setDropped(setId: string, isDropped: boolean): Promise<void>
  /** A practice test under way; null: none. */
  sitting(): Promise<unknown>
  /** Keeps it, on disk when this resolves; null ends it. */
  keepSitting(sitting: unknown): Promise<void>
  /** Quizzes that are not handed in yet, by assignment. */
  quizzes(): Promise<Readonly<Record<string, unknown>>>
  /** Keeps one, on disk when this resolves; null ends it. */
  keepQuiz(assignmentId: string, quiz: unknown): Promise<void>
  /** What the learner's classes want answered. */
  due(): Promise<QuizDue[]>
  /** Makes all cards anew from the log. */
  refold(): Promise<void>
  /** Has everything of this device's sent and everything fetched again at the next exchange. */
  beginAgain(): Promise<void>
  /** Calls back after each write of this store, once it is on disk. */
  onChange(listener: (change: StoreChange) => void): () => void
  close(): void
}

type Appended = Extract<StoreChange, { kind: 'appended' }>

const APPENDING = ['entries', 'outbox', 'cards', 'meta'] as const

const metaOf = async <K extends keyof Meta>(handle: Handle, key: K): Promise<Meta[K] | undefined> =>
  handle.read(async (db) => (await db.get('meta', key)) as Meta[K] | undefined)

/** The device's name in this learner's log, made at the first opening; two tabs opening at once agree on one. */
const deviceIdOf = (handle: Handle): Promise<string> =>
  handle.write(['meta'], async (tx) => {
    const known = await tx.objectStore('meta').get('deviceId')
    if (typeof known === 'string') return known
    const made = uuidv7(Date.now(), cryptoRandom)
    await tx.objectStore('meta').put(made, 'deviceId')
    return made
  })

const stamp = (draft: EntryDraft, deviceId: string): ClientEntry => {
  const at = draft.at ?? Date.now()
  const id = draft.id ?? uuidv7(at, cryptoRandom)
  return { ...draft, v: 1, id, deviceId, seq: 0, at, tzOffsetMin: draft.tzOffsetMin ?? tzOffsetMin(at, null) }
}

/** Writes stamped entries; one that is there already (a write repeated after a dead handle) is left as it is. */
const appendIn = async (tx: Writing, stamped: readonly ClientEntry[]): Promise<Appended> => {
  const rows = tx.objectStore('entries')
  const before = (await tx.objectStore('meta').get('seq')) as number | undefined
  let seq = before ?? 0
  const entries: StoredEntry[] = []
  const fresh: StoredEntry[] = []
  for (const one of stamped) {
    const known = await rows.get(one.id)
    if (!known) seq += 1
    const entry = known?.entry ?? unacknowledged({ ...one, seq })
    entries.push(entry)
    if (known) continue
    fresh.push(entry)
    await rows.put(rowOf(entry))
    await tx.objectStore('outbox').put(entry.id, seq)
  }
  await tx.objectStore('meta').put(seq, 'seq')
  await foldIn(tx, fresh)
  return { kind: 'appended', entries, cards: await cardsTouchedBy(tx, entries) }
}

const cardsTouchedBy = async (tx: Writing, entries: readonly StoredEntry[]): Promise<Map<string, CardState | null>> => {
  const cards = new Map<string, CardState | null>()
  for (const entry of entries)
    for (const key of await disturbedBy(tx, entry))
      cards.set(key, (await tx.objectStore('cards').get(key))?.state ?? null)
  return cards
}

/** As it goes over the wire: without what only the server adds. */
const asSent = ({ effectiveAt: _at, serverSeq: _seq, ...entry }: StoredEntry): ClientEntry => entry as ClientEntry

const outboxOf = (handle: Handle, limit: number): Promise<ClientEntry[]> =>
  handle.read(async (db) => {
    const tx = db.transaction(['outbox', 'entries'])
    const ids = await tx.objectStore('outbox').getAll(null, limit)
    const rows = await Promise.all(ids.map((id) => tx.objectStore('entries').get(id)))
    return rows.filter((row) => row !== undefined).map((row) => asSent(row.entry))
  })

const ofSet = (setId: string) => IDBKeyRange.bound(`${setId}@`, `${setId}@\uffff`)

const packOf = (handle: Handle, ref: PackRef): Promise<Pack | null> =>
  handle.read(async (db) => {
    const exact = await db.get('packs', packKey(ref))
    if (exact) return exact
    const before = await db.getAll('packs', ofSet(ref.setId))
    return before.at(-1) ?? null
  })

const readersOf = (handle: Handle) => ({
  cursor: async () => (await metaOf(handle, 'cursor')) ?? 0,
  outbox: (limit: number) => outboxOf(handle, limit),
  entries: async (since?: number) => {
    const range = since === undefined ? null : IDBKeyRange.lowerBound(since)
    const rows = await handle.read((db) => db.getAllFromIndex('entries', 'effectiveAt', range))
    return rows.map((row) => row.entry).sort(compareEntries)
  },
  cards: async () => new Map((await handle.read((db) => db.getAll('cards'))).map((row) => [row.key, row.state])),
  refs: async () => (await metaOf(handle, 'refs')) ?? [],
  settings: async () => ({ ...defaultSettings, ...(await metaOf(handle, 'settings')) }),
  sitting: async () => (await metaOf(handle, 'sitting')) ?? null,
  assignments: async () => (await metaOf(handle, 'assignments')) ?? [],
  quizzes: async () => (await metaOf(handle, 'quizzes')) ?? {},
  due: async () => (await metaOf(handle, 'due')) ?? [],
  dropped: async () => (await metaOf(handle, 'dropped')) ?? [],
  unsynced: () => handle.read((db) => db.count('outbox')),
  refused: () => handle.read((db) => db.getAll('refused')),
  hasPack: async (ref: PackRef) => (await handle.read((db) => db.count('packs', packKey(ref)))) > 0,
  pack: (ref: PackRef) => packOf(handle, ref),
})

/** What only the server appends is its own to send. */
const SENT: readonly StoredEntry['kind'][] = [
  'review',
  'undo',
  'suspend',
  'unsuspend',
  'bury',
  'reset',
  'exam',
  'minutes',
  'attempt',
]

const beginAgainIn = async (tx: Writing, deviceId: string): Promise<void> => {
  for (const { entry } of await tx.objectStore('entries').getAll())
    if (entry.deviceId === deviceId && SENT.includes(entry.kind))
      await tx.objectStore('outbox').put(entry.id, entry.seq)
  await tx.objectStore('meta').put(0, 'cursor')
}

/** Opens (and makes) the database `footnote-USERID`. Throws `StorageError` where the browser refuses one. */
export const openStore = async (userId: string): Promise<LearnerStore> => {
  const handle = await openHandle(`footnote-${userId}`)
  const deviceId = await deviceIdOf(handle)
  const listeners = new Set<(change: StoreChange) => void>()
  const tell = (change: StoreChange) => {
    for (const listener of listeners) listener(change)
  }
  const appendAll = async (drafts: readonly EntryDraft[]) => {
    // Stamped before the transaction, so that a repeated attempt finds its own entries and writes nothing twice.
    const stamped = drafts.map((draft) => stamp(draft, deviceId))
    const appended = await handle.write(APPENDING, (tx) => appendIn(tx, stamped))
    tell(appended)
    return appended.entries
  }
  return {
    ...readersOf(handle),
    userId,
    deviceId,
    appendAll,
    append: async (draft) => {
      const [entry] = await appendAll([draft])
      if (!entry) throw new Error('Nothing was appended')
      return entry
    },
    commit: async (change) => {
      await commitChange(handle, change)
      tell({ kind: 'exchanged', change })
    },
    putPack: async (pack) => {
      await handle.write(['packs'], (tx) => tx.objectStore('packs').put(pack, packKey(pack)))
      tell({ kind: 'packed' })
    },
    setDropped: async (setId, isDropped) => {
      await handle.write(['packs', 'meta'], async (tx) => {
        const before = ((await tx.objectStore('meta').get('dropped')) ?? []) as string[]
        const others = before.filter((one) => one !== setId)
        await tx.objectStore('meta').put(isDropped ? [...others, setId] : others, 'dropped')
        if (isDropped) await tx.objectStore('packs').delete(ofSet(setId))
      })
      tell({ kind: 'packed' })
    },
    keepSitting: (sitting) =>
      handle.write(['meta'], async (tx) => {
        if (sitting === null) await tx.objectStore('meta').delete('sitting')
        else await tx.objectStore('meta').put(sitting as object, 'sitting')
      }),
    keepQuiz: (assignmentId, quiz) =>
      handle.write(['meta'], async (tx) => {
        const kept = { ...((await tx.objectStore('meta').get('quizzes')) as Meta['quizzes'] | undefined) }
        if (quiz === null) delete kept[assignmentId]
        else kept[assignmentId] = quiz
        await tx.objectStore('meta').put(kept, 'quizzes')
      }),
    refold: async () => {
      await handle.write(['entries', 'cards'], foldAll)
      tell({ kind: 'packed' })
    },
    beginAgain: () => handle.write(['entries', 'outbox', 'meta'], (tx) => beginAgainIn(tx, deviceId)),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: handle.close,
  }
}
