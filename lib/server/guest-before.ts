import 'server-only'
import { cookies } from 'next/headers'
import { isSecure } from './env.ts'
import { liveSession } from './login-sessions.ts'
import { readSessionToken, sessionCookieName } from './session-token.ts'
import { cookieOf, type Viewer } from './viewer.ts'

/** Kept as long as a guest is: someone may come back to the question weeks later. */
const KEPT_SECONDS = 90 * 24 * 60 * 60

const guestCookieName = (): string => `${isSecure() ? '__Secure-' : ''}footnote.guest-before`

/** The `set-cookie` line that remembers a guest's own session while a member is signed in on the same browser. */
export const guestCookie = (sessionToken: string): string =>
  `${guestCookieName()}=${sessionToken}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** That line as a list, for a sign-in that a guest sends; empty for everybody else. */
export const guestCookies = (viewer: Viewer | null, request: Request): readonly string[] => {
  const token = cookieOf(request.headers.get('cookie'), sessionCookieName())
  return viewer?.kind === 'guest' && token ? [guestCookie(token)] : []
}

/** The guest who studied in this browser before its member signed in; null where there is none, or it has ended. */
export const guestBefore = async (): Promise<Viewer | null> => {
  const token = await readSessionToken((await cookies()).get(guestCookieName())?.value)
  const guest = token && (await liveSession(token))
  return guest?.kind === 'guest' ? guest : null
}

/** Forgets that guest in this browser; on the server they stay for as long as any guest. */
export const forgetGuestBefore = async (): Promise<void> => {
  ;(await cookies()).delete(guestCookieName())
}
