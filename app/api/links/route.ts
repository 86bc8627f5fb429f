import { handle } from '#lib/server/handle.ts'
import { readToken, whatLink } from '#lib/server/link-entry.ts'

/** What a one-time link or code is for, without using it. `{token}` → `{purpose, name, login}`. */
export const POST = handle({ auth: 'anyone', limit: 'link-address', input: readToken }, ({ input }) => whatLink(input))
