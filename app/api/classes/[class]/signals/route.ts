import { signalsSince } from '#lib/server/classes/signals/hear.ts'
import { hub } from '#lib/server/classes/signals/hub.ts'
import { lastHeard } from '#lib/server/classes/signals/last-heard.ts'
import { handle } from '#lib/server/handle.ts'

type Params = { readonly class: string }
type Input = { readonly classId: string; readonly last: number | null }

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed it would be kept back until a block is full; so it would by a proxy that buffers.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // A server that stops does not wait for this connection to be used again.
  connection: 'close',
}

/** What changes in a class, as server-sent events; as JSON what was missed, for whoever asks for that. */
export const GET = handle<'viewer', Input, Params>(
  { auth: 'viewer', input: (request, { class: classId }) => ({ classId, last: lastHeard(request) }) },
  async ({ viewer, input: { classId, last }, request }) => {
    const wantsStream = request.method === 'GET' && request.headers.get('accept') !== 'application/json'
    if (!wantsStream) return signalsSince(viewer, classId, last)
    return new Response(await hub().open(viewer, classId, last, request.signal), { headers: HEADERS })
  },
)
