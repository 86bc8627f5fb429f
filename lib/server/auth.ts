import 'server-only'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { userByPassword } from './accounts.ts'
import type { Caller } from './address.ts'
import { db } from './db.ts'
import { authSecret, isSecure } from './env.ts'
import { enterByLink } from './link-entry.ts'
import { endSession, liveSession, openSession, openSessionBy } from './login-sessions.ts'
import { startGuest } from './newcomer.ts'
import { note } from './security-log.ts'
import { SESSION_SECONDS } from './session-token.ts'
import type { Viewer } from './viewer.ts'

/** What `authorize` hands on to the token: a user, and the session to go on with where there is one. */
type Entrant = { readonly id: string; readonly sid?: string }

/** One sign-in, sign-out or renewal. `thrown` keeps what next-auth would turn into a redirect or a lost cookie. */
export type Knock = { readonly caller: Caller; readonly viewer: Viewer | null; thrown: unknown }

/** Runs a step of ours inside next-auth, which swallows what it throws. */
const keeping = async <T>(knock: Knock, step: () => Promise<T>): Promise<T> => {
  try {
    return await step()
  } catch (thrown) {
    knock.thrown = thrown
    throw thrown
  }
}

/** Lets somebody in by what `prove` found, and closes what was open in this browser before. */
const entering = (
  knock: Knock,
  prove: () => Promise<{ readonly userId: string; readonly sessionId: string }>,
): Promise<Entrant> =>
  keeping(knock, async () => {
    const { userId: id, sessionId: sid } = await prove()
    const before = knock.viewer
    // A guest's session stays: the browser keeps it aside, and asks whether to take the answers along.
    if (before?.kind === 'member') await endSession(before.sessionId)
    const guest = before?.kind === 'guest' && before.userId !== id
    const detail = guest ? { guestBefore: before.userId } : {}
    await note('signed-in', { userId: id, address: knock.caller.address, detail })
    return { id, sid }
  })

/** Whoever is signed in already stays who they are: a device that forgot its account gets it back. */
const guestProvider = (knock: Knock) =>
  CredentialsProvider({
    id: 'guest',
    name: 'Guest',
    credentials: {},
    authorize: (): Promise<Entrant> =>
      keeping(knock, async () =>
        knock.viewer
          ? { id: knock.viewer.userId, sid: knock.viewer.sessionId }
          : { id: await startGuest(knock.caller) },
      ),
  })

const passwordProvider = (knock: Knock) =>
  CredentialsProvider({
    id: 'password',
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: (given) =>
      entering(knock, async () => {
        const proven = await userByPassword(given?.email ?? '', given?.password ?? '', knock.caller)
        return { userId: proven.userId, sessionId: await openSessionBy(proven, knock.caller.userAgent) }
      }),
  })

/** By a link from a mail, or a code from another device. */
const linkProvider = (knock: Knock) =>
  CredentialsProvider({
    id: 'link',
    name: 'One-time link',
    credentials: { token: { type: 'text' } },
    authorize: (given) => entering(knock, () => enterByLink(knock.viewer, given?.token ?? '', knock.caller)),
  })

/** next-auth's options for one request. Its own pages are off: they carry inline styles, and ours are in plain words. */
export const authOptions = (knock: Knock): AuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  jwt: { maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', signOut: '/settings', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [guestProvider(knock), passwordProvider(knock), linkProvider(knock)],
  callbacks: {
    /** At sign-in begins a login session; afterwards throws when that has ended, which takes the cookie away. */
    jwt: async ({ token, user }) => {
      if (user) {
        const { id, sid } = user as Entrant
        return { sub: id, sid: sid ?? (await keeping(knock, () => openSession(id, knock.caller.userAgent))) }
      }
      const named = { userId: String(token.sub), sessionId: String(token.sid) }
      const live = await keeping(knock, () => liveSession(named))
      if (live === null) throw new Error('ended')
      return { sub: named.userId, sid: named.sessionId }
    },
    session: async ({ session, token }) => {
      const user = await keeping(knock, () =>
        db().user.findUniqueOrThrow({
          where: { id: String(token.sub) },
          select: { id: true, name: true, email: true, kind: true },
        }),
      )
      return { expires: session.expires, user }
    },
    redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) || /^\/(?![/\\])/.test(url) ? url : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      await keeping(knock, () => endSession(String(token?.sid)))
      await note('signed-out', { userId: String(token?.sub), address: knock.caller.address })
    },
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
})
