import { deskInput } from '#lib/server/desk/input.ts'
import { tagFacts, taggedFacts } from '#lib/server/desk/tags.ts'
import { handle, readJson } from '#lib/server/handle.ts'

/** Some thousands of ids. */
const BODY_BYTES_MAX = 300_000

/** → `{tags: {factId: [tag, …]}}`: the words that the viewer has put on facts. */
export const GET = handle({ auth: 'viewer' }, async ({ viewer }) => ({ tags: await taggedFacts(viewer) }))

/** `{factIds, tag, on}` → `{changed: [factId, …]}`: a word put on facts, or taken off. */
export const POST = handle(
  {
    auth: 'viewer',
    limit: 'tags',
    input: async (request) => deskInput('tag', await readJson(request, BODY_BYTES_MAX)),
  },
  ({ viewer, input }) => tagFacts(viewer, input),
)
