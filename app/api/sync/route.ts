import { handle, readJson } from '#lib/server/handle.ts'
import { syncEntries } from '#lib/server/sync.ts'
import { readSync } from '#lib/server/sync-request.ts'

/** One exchange of the log: SyncRequest → SyncResponse (see lib/sync). */
export const POST = handle(
  { auth: 'viewer', input: async (request) => readSync(await readJson(request)) },
  ({ viewer, input: { request, malformed } }) => syncEntries(viewer, request, malformed),
)
