import { flag, parseFlag } from '#lib/server/flags.ts'
import { handle, readJson } from '#lib/server/handle.ts'

const BODY_BYTES_MAX = 4_000

/** `{questionId, version, reason, note?}`: a learner's report that a question is wrong. */
export const POST = handle(
  { auth: 'viewer', limit: 'flags', input: async (request) => parseFlag(await readJson(request, BODY_BYTES_MAX)) },
  ({ viewer, input }) => flag(viewer, input),
)
