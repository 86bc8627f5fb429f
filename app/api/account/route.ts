import { signUp } from '#lib/server/accounts.ts'
import { callerOf } from '#lib/server/address.ts'
import { handle } from '#lib/server/handle.ts'
import { sessionCookie } from '#lib/server/session-token.ts'
import { readSignUp } from '#lib/server/sign-up-form.ts'

/** Signs up. `{email or name, password}` → `{user: {id, kind, name}}`, signed in. */
export const POST = handle({ auth: 'anyone', input: readSignUp }, async ({ viewer, input, request }) => {
  const { userId, sessionId, name } = await signUp(viewer, input, callerOf(request.headers))
  const user = { id: userId, kind: 'member', name }
  return Response.json({ user }, { status: 201, headers: { 'set-cookie': await sessionCookie({ userId, sessionId }) } })
})
