import { handle, readJson } from '#lib/server/handle.ts'
import { parseEndpoint, parsePush, subscribe, unsubscribe } from '#lib/server/reminders/push.ts'
import { vapid } from '#lib/server/reminders/vapid.ts'

const BODY_BYTES_MAX = 4_000

/** → `{key}`: by which a browser knows who may send to it. */
export const GET = handle({ auth: 'viewer' }, () => ({ key: vapid().publicKey }))

/** `{endpoint, keys, hour, timeZone, language}`: tells this browser once a day that something is due. */
export const POST = handle(
  { auth: 'viewer', limit: 'push', input: async (request) => parsePush(await readJson(request, BODY_BYTES_MAX)) },
  ({ viewer, input }) => subscribe(viewer, input),
)

/** `{endpoint}`: tells it no more. */
export const DELETE = handle(
  { auth: 'viewer', limit: 'push', input: async (request) => parseEndpoint(await readJson(request, BODY_BYTES_MAX)) },
  ({ viewer, input }) => unsubscribe(viewer, input),
)
