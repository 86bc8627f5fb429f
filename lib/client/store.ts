import type { CardState, ClientEntry, StoredEntry } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/pack.ts'
import type { LearnerSettings, LocalLog, PackRef } from '#lib/sync/index.ts'

type Stamped = 'v' | 'id' | 'deviceId' | 'seq' | 'at' | 'tzOffsetMin'
type Unstamped<T> = T extends unknown ? Omit<T, Stamped> : never
/** An entry before the store gives it its id, its place in the device's log and its time. */
export type EntryDraft = Unstamped<ClientEntry>

/** One learner's log and content on this device. Several tabs may hold it open. */
export type LearnerStore = LocalLog & {
  readonly userId: string
  /** Stamps and saves an answer: resolves after the entry, its outbox place and its cards are committed, together. */
  append(draft: EntryDraft): Promise<StoredEntry>
  /** The whole log in its total order. */
  entries(): Promise<StoredEntry[]>
  cards(): Promise<Map<string, CardState>>
  refs(): Promise<PackRef[]>
  settings(): Promise<LearnerSettings>
  /** How many entries the server has not confirmed. */
  unsynced(): Promise<number>
  pack(ref: PackRef): Promise<Pack | null>
  putPack(pack: Pack): Promise<void>
  close(): void
}

/** Opens (and makes) the database `footnote-USERID`. */
export declare const openStore: (userId: string) => Promise<LearnerStore>
