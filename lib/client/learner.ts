import type { CardState, StoredEntry } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/pack.ts'
import type { LearnerSettings, PackRef } from '#lib/sync/index.ts'
import type { Account } from './account.ts'
import type { LearnerStore } from './store.ts'

/** How the last exchange with the server went; study goes on in every one of these. */
export type SyncState = 'idle' | 'syncing' | 'offline' | 'signed-out' | 'failed'
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
  /** Answers saved on this device that the server has not confirmed. */
  unsynced: number
  online: boolean
  sync: SyncState
  trouble: StorageTrouble | null
  store: LearnerStore | null
  /** Exchanges with the server now (after a document was added, say) and resolves when the state is up to date. */
  refresh: () => Promise<void>
}

export declare const learnerAtBuild: () => Learner
export declare const learnerNow: () => Learner
export declare const onLearnerChange: (listener: () => void) => () => void
