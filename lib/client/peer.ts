import type { Pack } from '#lib/session/index.ts'
import type { PackRef, SyncPeer, SyncRequest, SyncResponse } from '#lib/sync/index.ts'
import { fetchJson, postJson, WireError } from './wire.ts'

/** A pack carries the whole document, so a slow line may take its time over one. */
const PACK_TIMEOUT_MS = 60_000

const isResponse = (value: unknown): value is SyncResponse => {
  const response = value as Partial<SyncResponse> | null
  return (
    Array.isArray(response?.acked) &&
    Array.isArray(response.rejected) &&
    Array.isArray(response.pulled?.entries) &&
    Array.isArray(response.pulled.packs) &&
    typeof response.cursor === 'number'
  )
}

/**
 * The server as a partner to exchange with. A request that is too large goes out by halves: the answer to the first half
 * says that there is more, and the rest stays in the outbox for the next exchange. Throws `WireError`.
 */
export const httpPeer: SyncPeer = {
  async exchange(request: SyncRequest): Promise<SyncResponse> {
    let body: unknown
    try {
      body = await postJson('/api/sync', request)
    } catch (cause) {
      if (!(cause instanceof WireError) || cause.fault !== 'too-large' || request.entries.length < 2) throw cause
      const half = request.entries.slice(0, Math.ceil(request.entries.length / 2))
      return { ...(await httpPeer.exchange({ ...request, entries: half })), more: true }
    }
    if (!isResponse(body)) throw new WireError('garbled', 200, 'The answer was no exchange')
    return body
  },
}

/** The content of one published version. Throws `WireError`. */
export const fetchPack = async (ref: PackRef): Promise<Pack> => {
  const body = await fetchJson(`/api/packs/${encodeURIComponent(ref.setId)}@${ref.version}`, {}, PACK_TIMEOUT_MS)
  const pack = body as Partial<Pack> | null
  if (pack?.setId !== ref.setId || !Array.isArray(pack.facts) || !Array.isArray(pack.questions))
    throw new WireError('garbled', 200, 'The answer was no pack')
  return pack as Pack
}
