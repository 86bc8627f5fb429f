import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { userByPassword } from './accounts.ts'
import type { Caller } from './address.ts'
import { db } from './db.ts'
import { authSecret, isSecure } from './env.ts'
import { Refusal } from './errors.ts'
import { enterByIdentity, link, type Proven, provenBy } from './identities.ts'
import { enterByLink } from './link-entry.ts'
import { endSession, liveSession, openSession, openSessionBy } from './login-sessions.ts'
import { startGuest } from './newcomer.ts'
import { oauthProviders } from './oauth.ts'
import type { Party } from './passkey-ceremony.ts'
import { enterByPasskey } from './passkey-entry.ts'
import type { Sealed } from './sealed-cookie.ts'
import { note } from './security-log.ts'
import { SESSION_SECONDS } from './session-token.ts'
import type { Viewer } from './viewer.ts'

/** What `authorize` hands on to the token: a user, and the session to go on with where there is one. */
type Entrant = { readonly id: string; readonly sid?: string }

/** One sign-in, sign-out or renewal. `thrown` keeps what next-auth would turn into a redirect or a lost cookie. */
export type Knock = {
  readonly caller: Caller
  readonly viewer: Viewer | null
  /** The account that a provider's is to be linked to, where this browser went out for that. */
  readonly linking: Sealed['linking'] | null
  /** The invitation that this browser went out to a provider with. */
  readonly invited: Sealed['invited'] | null
  /** Who this is to a passkey: the name and address that one is made for. */
  readonly party: Party
  thrown: unknown
  /** Whom a provider proved this to be, and what that came to: a sign-in, or a link. */
  proven?: Proven
  entrant?: Entrant
  linked?: true
  /** What next-auth found wrong at a provider, or with what came back from there. */
  fault?: unknown
}

/** next-auth has one logger for all requests at once; this tells which of them it speaks of. */
export const knocks = new AsyncLocalStorage<Knock>()

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
  how: Readonly<Record<string, string>> = {},
): Promise<Entrant> =>
  keeping(knock, async () => {
    const { userId: id, sessionId: sid } = await prove()
    const before = knock.viewer
    // A guest's session stays: the browser keeps it aside, and asks whether to take the answers along.
    if (before?.kind === 'member') await endSession(before.sessionId)
    const guest = before?.kind === 'guest' && before.userId !== id
    const detail = guest ? { ...how, guestBefore: before.userId } : how
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

/** By an account elsewhere: into the account that has it, or, for a member who went out for that, onto their own. */
const byProvider = (
  knock: Knock,
  id: string,
  subject: string,
  said: Parameters<typeof provenBy>[2],
): Promise<boolean> =>
  keeping(knock, async () => {
    const { viewer, linking, invited, caller } = knock
    const proven = provenBy(id, subject, said)
    knock.proven = proven
    if (linking === null) {
      const how = { with: proven.provider }
      knock.entrant = await entering(knock, () => enterByIdentity(viewer, proven, caller, invited?.invitation), how)
      return true
    }
    if (viewer?.userId !== linking.userId || linking.provider !== id) throw new Refusal('sign-in-again')
    await link(viewer, proven, caller)
    knock.linked = true
    // Nobody signs in: next-auth is to make no session of this.
    return false
  })

const passkeyProvider = (knock: Knock) =>
  CredentialsProvider({
    id: 'passkey',
    name: 'Passkey',
    credentials: { answer: { type: 'text' } },
    authorize: (given) =>
      entering(knock, () => enterByPasskey(knock.party, given?.answer ?? '', knock.caller), { way: 'passkey' }),
  })

/** next-auth's options for one request. Its own pages are off: they carry inline styles, and ours are in plain words. */
export const authOptions = (knock: Knock): AuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  jwt: { maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', signOut: '/settings', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [
    guestProvider(knock),
    passwordProvider(knock),
    linkProvider(knock),
    passkeyProvider(knock),
    ...oauthProviders(),
  ],
  callbacks: {
    signIn: async ({ user, account }) =>
      account?.type !== 'oauth' || byProvider(knock, account.provider, account.providerAccountId, user),
    /** At sign-in begins a login session; afterwards throws when that has ended, which takes the cookie away. */
    jwt: async ({ token, user }) => {
      if (user) {
        const { id, sid } = knock.entrant ?? (user as Entrant)
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
  logger: {
    error: (_code, told) => {
      const at = knocks.getStore()
      if (at) at.fault ??= told instanceof Error ? told : (told as { error?: unknown }).error
    },
    warn: () => {},
    debug: () => {},
  },
})
