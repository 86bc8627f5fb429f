import type { ClientEntry } from '#lib/log/index.ts'
import {
  type Acknowledged,
  ENTRIES_PER_REQUEST_MAX,
  type Rejected,
  type SyncRequest,
  type SyncResponse,
} from './protocol.ts'

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
  /** Entries sent, repeats counted. */
  sent: number
  acked: number
  rejected: Rejected[]
  pulled: number
  exchanges: number
  /** Server clock minus device clock at the last exchange, in milliseconds. */
  clockOffset: number
}

/** No log needs more exchanges than this at once (a million entries); a peer that never ends is left. */
const EXCHANGES_MAX = 5_000

/** An entry as it goes over the wire: what only the server says of it is left out. */
const toWire = (entry: ClientEntry): ClientEntry => {
  const {
    effectiveAt: _at,
    serverSeq: _seq,
    ...wire
  } = entry as ClientEntry & { effectiveAt?: number; serverSeq?: number }
  return wire as ClientEntry
}

/**
 * Exchanges until the outbox is empty and nothing more is to be pulled. Whatever an exchange brought is committed, all
 * at once, before the next: nothing leaves the outbox without an answer that names it, and the cursor never runs ahead
 * of the entries. Throws what the peer throws; what was committed until then stays, and the rest is sent again.
 */
export const syncOnce = async (local: LocalLog, remote: SyncPeer, now: () => number): Promise<SyncReport> => {
  const report: SyncReport = { sent: 0, acked: 0, rejected: [], pulled: 0, exchanges: 0, clockOffset: 0 }
  while (report.exchanges < EXCHANGES_MAX) {
    const entries = (await local.outbox(ENTRIES_PER_REQUEST_MAX)).map(toWire)
    const cursor = await local.cursor()
    const response = await remote.exchange({ protocol: 1, userId: local.userId, clientNow: now(), cursor, entries })
    const { acked, rejected, pulled, more, serverNow } = response
    await local.commit({ acked, rejected, pulled, cursor: Math.max(cursor, response.cursor) })
    report.exchanges += 1
    report.sent += entries.length
    report.acked += acked.length
    report.rejected.push(...rejected)
    report.pulled += pulled.entries.length
    report.clockOffset = serverNow - now()
    const settled = new Set([...acked, ...rejected].map(({ id }) => id))
    const moved = entries.some(({ id }) => settled.has(id)) || response.cursor > cursor
    const left = more || (await local.outbox(1)).length > 0
    // A peer that settles nothing of what it is sent would be asked for ever.
    if (!left || !moved) break
  }
  return report
}
