import { decode, encode } from 'next-auth/jwt'
import { authSecret, isSecure } from './env.ts'

/** A trip may be long: a device that comes online once in this time stays signed in. Each renewal starts it anew. */
export const SESSION_SECONDS = 90 * 24 * 60 * 60

/** What the session cookie says: whose it is, and by which login session, whose end ends the cookie too. */
export type SessionToken = { readonly userId: string; readonly sessionId: string }

/** next-auth's names; the prefix makes browsers insist on https. */
export const sessionCookieName = (): string => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`

/** What a session cookie says; null when it is not ours, altered or out of date. */
export const readSessionToken = async (cookie: string | undefined): Promise<SessionToken | null> => {
  if (!cookie) return null
  try {
    const token = await decode({ token: cookie, secret: authSecret() })
    return typeof token?.sub === 'string' && typeof token.sid === 'string'
      ? { userId: token.sub, sessionId: token.sid }
      : null
  } catch {
    return null
  }
}

/** The `set-cookie` line that signs a device in, for where the sign-in does not go through next-auth. */
export const sessionCookie = async ({ userId, sessionId }: SessionToken): Promise<string> => {
  const token = await encode({ token: { sub: userId, sid: sessionId }, secret: authSecret(), maxAge: SESSION_SECONDS })
  const secure = isSecure() ? '; Secure' : ''
  return `${sessionCookieName()}=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}
