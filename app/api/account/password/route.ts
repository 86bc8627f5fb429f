import { callerOf } from '#lib/server/address.ts'
import { guestCookies } from '#lib/server/guest-before.ts'
import { handle } from '#lib/server/handle.ts'
import { readNewPassword, resetPassword } from '#lib/server/reset.ts'
import { sessionCookie } from '#lib/server/session-token.ts'

/** A new password by a one-time link. `{token, password}` → `{}`, signed in; every other session is ended. */
export const POST = handle({ auth: 'anyone', input: readNewPassword }, async ({ viewer, input, request }) => {
  const opened = await resetPassword(viewer, input.token, input.password, callerOf(request.headers))
  const response = Response.json({}, { headers: { 'set-cookie': await sessionCookie(opened) } })
  for (const cookie of guestCookies(viewer, request)) response.headers.append('set-cookie', cookie)
  return response
})
