import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { CardState, StoredEntry } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/index.ts'
import type { Assigned, LearnerSettings, PackRef, QuizDue } from '#lib/sync/index.ts'

/** An entry with what it is looked up by: the cards it names, and the entry it takes back or regrades. */
export type EntryRow = { id: string; effectiveAt: number; keys: string[]; target?: string; entry: StoredEntry }
/** A card, and the time of the last entry that names it: a later one can be applied, any other means a replay. */
export type CardRow = { key: string; state: CardState; through: number }
/** An entry that the server refused, kept for its owner to see. */
export type Refused = { id: string; reason: string; entry: StoredEntry }

export type Meta = {
  deviceId: string
  seq: number
  cursor: number
  refs: PackRef[]
  settings: LearnerSettings
  dropped: string[]
  assignments: Assigned[]
  /** A practice test under way; what is in it is `sitting/`'s affair. */
  sitting: unknown
  /** Quizzes under way or not handed in yet, by assignment; what is in them is `quiz/`'s affair. */
  quizzes: Record<string, unknown>
  due: QuizDue[]
}

export interface Tables extends DBSchema {
  entries: { key: string; value: EntryRow; indexes: { effectiveAt: number; keys: string; target: string } }
  /** Ids of entries without an acknowledgement, by their place in this device's log. */
  outbox: { key: number; value: string }
  refused: { key: string; value: Refused }
  cards: { key: string; value: CardRow }
  /** By `SETID@VERSION`. */
  packs: { key: string; value: Pack }
  meta: { key: string; value: Meta[keyof Meta] }
}
export type Table = StoreNames<Tables>
export type Writing = IDBPTransaction<Tables, Table[], 'readwrite'>

/** What the device's storage refused. Nothing that was saved before is touched. */
export class StorageError extends Error {
  readonly trouble: 'full' | 'blocked'
  constructor(trouble: 'full' | 'blocked', cause: unknown) {
    super(trouble === 'full' ? 'No room left on this device' : 'This browser refuses storage', { cause })
    this.name = 'StorageError'
    this.trouble = trouble
  }
}

const nameOf = (cause: unknown): string => (cause instanceof Error || cause instanceof DOMException ? cause.name : '')

const open = (name: string, lost: () => void): Promise<IDBPDatabase<Tables>> =>
  openDB<Tables>(name, 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'id' })
      entries.createIndex('effectiveAt', 'effectiveAt')
      entries.createIndex('keys', 'keys', { multiEntry: true })
      entries.createIndex('target', 'target')
      db.createObjectStore('outbox')
      db.createObjectStore('refused', { keyPath: 'id' })
      db.createObjectStore('cards', { keyPath: 'key' })
      db.createObjectStore('packs')
      db.createObjectStore('meta')
    },
    // A newer version waits in another tab, or the data is being deleted: make way.
    blocking: (_current, _wanted, event) => {
      ;(event.target as IDBDatabase).close()
      lost()
    },
    terminated: lost,
  })

/** The handle's own failure, as opposed to the transaction's: WebKit drops handles while a page is in the background. */
const isDeadHandle = (cause: unknown): boolean => ['InvalidStateError', 'UnknownError'].includes(nameOf(cause))

const asStorageError = (cause: unknown): unknown => {
  if (nameOf(cause) === 'QuotaExceededError') return new StorageError('full', cause)
  return cause
}

/** A database that reopens itself once when its handle has died. */
export type Handle = {
  read<T>(work: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T>
  /** All or nothing, on disk when it resolves. `work` may run twice, so it must check what it finds. */
  write<T>(tables: readonly Table[], work: (tx: Writing) => Promise<T>): Promise<T>
  close(): void
}

export const openHandle = async (name: string): Promise<Handle> => {
  let current: Promise<IDBPDatabase<Tables>> | null = null
  const connect = () => {
    current ??= open(name, () => {
      current = null
    }).catch((cause) => {
      current = null
      throw nameOf(cause) === 'QuotaExceededError'
        ? new StorageError('full', cause)
        : new StorageError('blocked', cause)
    })
    return current
  }
  const attempt = async <T>(work: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect())
    } catch (cause) {
      if (!isDeadHandle(cause)) throw asStorageError(cause)
      current = null
      return work(await connect())
    }
  }
  await connect()
  return {
    read: attempt,
    write: (tables, work) => attempt((db) => transact(db, tables, work)),
    close: () => {
      current?.then((db) => db.close()).catch(() => {})
      current = null
    },
  }
}

const transact = async <T>(
  db: IDBPDatabase<Tables>,
  tables: readonly Table[],
  work: (tx: Writing) => Promise<T>,
): Promise<T> => {
  const tx = db.transaction([...tables], 'readwrite', { durability: 'strict' })
  // Awaited below; this keeps an abort from also surfacing as an unhandled rejection.
  tx.done.catch(() => {})
  let result: T
  try {
    result = await work(tx)
  } catch (cause) {
    // Left alone, IndexedDB would commit what was written before the failure.
    try {
      tx.abort()
    } catch {
      // It has aborted by itself.
    }
    throw tx.error ?? cause
  }
  await tx.done
  return result
}
