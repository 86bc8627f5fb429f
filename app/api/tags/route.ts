import { taggedFacts } from '#lib/server/desk/tags.ts'
import { handle } from '#lib/server/handle.ts'

/** → `{tags: {factId: [tag, …]}}`: the words that the viewer has put on facts of their own. */
export const GET = handle({ auth: 'viewer' }, async ({ viewer }) => ({ tags: await taggedFacts(viewer) }))
