/** What the server knows of an attempt when an answer comes in. Milliseconds since the epoch. */
export type Receiving = {
  readonly startedAt: number
  /** Null: it has no end. */
  readonly endsAt: number | null
  readonly graceMs: number
  readonly receivedAt: number
  /** The latest change that came in before this one; null: none. */
  readonly before: Stamp | null
}

/** What a device says of an answer. */
export type Stamp = {
  /** Rises with every change of any answer of the attempt. */
  readonly seq: number
  /** Milliseconds since the server's start, by a clock that nobody can set. */
  readonly elapsedMs: number
}

/** `counts`; else it is kept, and whoever teaches decides: it was written late or came too late, or what is said of it cannot be. */
export type Receipt = 'counts' | 'late' | 'unsure'

/** How far a device's count may run ahead of the server's, which sets off before its answer has arrived. */
const AHEAD_MS = 2_000

/**
 * Whether an answer counts. What the server has in its hands before the end counts, whatever a device says. What comes
 * after it counts where it was written before the end by the device's own count from the server's start, came within the
 * grace, and that count can be: not from the future, not before the start, not running backwards. `counted`: whether the
 * device has counted without a break since the server last told it the time; a wall clock can be set.
 */
export const receiptOf = (
  { startedAt, endsAt, graceMs, receivedAt, before }: Receiving,
  { seq, elapsedMs }: Stamp,
  counted: boolean,
): Receipt => {
  if (endsAt === null || receivedAt <= endsAt) return 'counts'
  const writtenAt = startedAt + elapsedMs
  if (writtenAt > endsAt || receivedAt > endsAt + graceMs) return 'late'
  const backwards = before !== null && seq > before.seq && elapsedMs < before.elapsedMs
  const possible = elapsedMs >= 0 && writtenAt <= receivedAt + AHEAD_MS && !backwards
  return counted && possible ? 'counts' : 'unsure'
}
