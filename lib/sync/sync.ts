import type { ClientEntry } from '#lib/log/index.ts'
import type { Acknowledged, Rejected, SyncRequest, SyncResponse } from './protocol.ts'

/** The other side, over HTTP or in a test. Rejects (throws) when the exchange did not come through. */
export type SyncPeer = { exchange(request: SyncRequest): Promise<SyncResponse> }

/** What one exchange brings home, to be written in one transaction. */
export type SyncChange = {
  /** Leave the outbox; their entries get `effectiveAt` and `serverSeq`; their cards are replayed where that moves them. */
  acked: Acknowledged[]
  /** Leave the outbox for the quarantine, where the learner sees them; out of the fold. */
  rejected: Rejected[]
  pulled: SyncResponse['pulled']
  cursor: number
}

/** The device's own log. Each method is one durable transaction. */
export type LocalLog = {
  readonly userId: string
  cursor(): Promise<number>
  /** Oldest first, at most `limit`. */
  outbox(limit: number): Promise<ClientEntry[]>
  commit(change: SyncChange): Promise<void>
}

export type SyncReport = {
  sent: number
  acked: number
  rejected: Rejected[]
  pulled: number
  exchanges: number
  /** Server clock minus device clock at the last exchange, in milliseconds. */
  clockOffset: number
}

export const syncOnce = async (_local: LocalLog, _remote: SyncPeer, _now: () => number): Promise<SyncReport> => {
  throw new Error('to come')
}
