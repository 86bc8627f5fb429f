import type { ClientEntry, StoredEntry } from './entry.ts'

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The total order of the log: effective time, then device, then the device's own sequence, then id. */
export const compareEntries = (a: StoredEntry, b: StoredEntry): number =>
  compare(a.effectiveAt, b.effectiveAt) ||
  compare(a.deviceId, b.deviceId) ||
  compare(a.seq, b.seq) ||
  compare(a.id, b.id)

/** An entry as its own device folds it before the server has acknowledged it. */
export const unacknowledged = (entry: ClientEntry): StoredEntry => ({ ...entry, effectiveAt: entry.at })
