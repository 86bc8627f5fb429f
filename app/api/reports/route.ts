import { handle, readJson } from '#lib/server/handle.ts'
import { parseReport, reportSet } from '#lib/server/reports.ts'

const BODY_BYTES_MAX = 4_000

/** `{shareKey, reason, note?}`: what somebody finds wrong with a shared set, whether they study here or not. */
export const POST = handle(
  { auth: 'anyone', limit: 'flags', input: async (request) => parseReport(await readJson(request, BODY_BYTES_MAX)) },
  ({ viewer, input }) => reportSet(viewer, input),
)
