import 'server-only'
import { cookies } from 'next/headers'
import { type Action, type Actor, may, type Subject } from '#lib/classes/index.ts'
import { Refusal, type RefusalCode } from './errors.ts'
import { liveSession } from './login-sessions.ts'
import { readSessionToken, sessionCookieName } from './session-token.ts'

/** Who is asking: an actor with a live login session. */
export type Viewer = Actor & { readonly sessionId: string }

const viewerOfCookie = async (cookie: string | undefined): Promise<Viewer | null> => {
  const token = await readSessionToken(cookie)
  return token && liveSession(token)
}

/** A cookie's value, of all that a `cookie` header holds. */
export const cookieOf = (header: string | null, name: string): string | undefined => {
  const start = `${name}=`
  const pair = header?.split(';').find((part) => part.trim().startsWith(start))
  return pair?.trim().slice(start.length)
}

/** Who sent a request; null without a session cookie, or when that session has ended. */
export const viewerOfRequest = (request: Request): Promise<Viewer | null> =>
  viewerOfCookie(cookieOf(request.headers.get('cookie'), sessionCookieName()))

/** Who asks for the page or action that is being rendered; null as above. */
export const currentViewer = async (): Promise<Viewer | null> =>
  viewerOfCookie((await cookies()).get(sessionCookieName())?.value)

/** Throws unless the viewer may do this. What may not even be read is told as absent, so that ids cannot be probed. */
export const authorise = (viewer: Viewer, action: Action, subject: Subject, code?: RefusalCode): void => {
  if (!may(viewer, action, subject)) throw new Refusal(code ?? (action === 'read' ? 'not-found' : 'not-allowed'))
}
