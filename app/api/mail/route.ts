import { callerOf } from '#lib/server/address.ts'
import { handle } from '#lib/server/handle.ts'
import { readLetterWish, sendLink } from '#lib/server/mailed-links.ts'

/** Asks for a one-time link by mail. `{kind: 'reset'|'entry', email}` → 202, whether or not there is such an account. */
export const POST = handle({ auth: 'anyone', input: readLetterWish }, async ({ input, request }) => {
  await sendLink(input, callerOf(request.headers))
  return Response.json({}, { status: 202 })
})
