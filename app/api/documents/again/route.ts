import { applyAgain, parseAgain, planAgain } from '#lib/server/desk/again.ts'
import { TEXT_BYTES_MAX } from '#lib/server/documents.ts'
import { handle, readJson } from '#lib/server/handle.ts'

const input = async (request: Request) => parseAgain(await readJson(request, 2 * TEXT_BYTES_MAX))

/** `{setId, text, format}` → what would become of each fact of one's own set if its text were read again from this one. */
export const POST = handle({ auth: 'viewer', input, limit: 'documents' }, ({ viewer, input: again }) =>
  planAgain(viewer, again),
)

/** The same with the plan's `digest`: does it. */
export const PUT = handle({ auth: 'viewer', input, limit: 'documents' }, ({ viewer, input: again }) =>
  applyAgain(viewer, again),
)
