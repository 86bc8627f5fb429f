import { type Account, setAccount } from './account.ts'
import { fetchJson, WireError } from './wire.ts'

/**
 * The ways in and out, over next-auth's own routes: a token against forged posts, then the post. Written out here because
 * next-auth/react would add 10 kB to the study route for three requests.
 */
export const csrfToken = async (): Promise<string> => {
  const body = (await fetchJson('/api/auth/csrf')) as { csrfToken?: unknown } | null
  if (typeof body?.csrfToken !== 'string') throw new WireError('garbled', 200, 'No token')
  return body.csrfToken
}

/** Posts a form as next-auth takes it, and returns the JSON that comes back. */
export const postForm = (path: string, fields: Record<string, string>): Promise<unknown> =>
  fetchJson(path, { method: 'POST', body: new URLSearchParams({ ...fields, json: 'true' }) })

/** Who the session cookie says this is; null when nobody is signed in. Asking also renews the cookie. */
const sessionAccount = async (): Promise<Account | null> => {
  const body = (await fetchJson('/api/auth/session')) as { user?: Record<string, unknown> } | null
  const user = body?.user
  if (typeof user?.id !== 'string') return null
  return {
    userId: user.id,
    kind: user.kind === 'member' ? 'member' : 'guest',
    name: typeof user.name === 'string' ? user.name : null,
  }
}

/** After signing in or up: asks the server who this is now and remembers it. Null when nobody is signed in. */
export const adoptSession = async (): Promise<Account | null> => {
  const account = await sessionAccount()
  if (account) setAccount(account)
  return account
}

/**
 * Signs in with one of the server's credentials providers and remembers the account. Throws `WireError`: 'signed-out' when
 * the credentials were refused, 'offline' when the server cannot be reached.
 */
export const signIn = async (
  provider: 'guest' | 'password' | 'link' | 'passkey',
  fields: Record<string, string> = {},
): Promise<Account> => {
  const token = await csrfToken()
  await postForm(`/api/auth/callback/${provider}`, { ...fields, csrfToken: token, callbackUrl: '/today' })
  const account = await adoptSession()
  if (!account) throw new WireError('signed-out', 401, 'Not signed in')
  return account
}

/** Makes a guest on the server, signs this browser in as it and remembers it. */
export const startAsGuest = (): Promise<Account> => signIn('guest')

/** Ends the session on the server and forgets the account here; what was saved on the device stays with its owner. */
export const leave = async (): Promise<void> => {
  const token = await csrfToken()
  await postForm('/api/auth/signout', { csrfToken: token, callbackUrl: '/' })
  setAccount(null)
}

const RENEWED = 'footnote.renewed'
const DAY_MS = 86_400_000

/** Asks for the session once a day, which renews its cookie; failing is no matter. */
export const renewDaily = async (now: number): Promise<void> => {
  if (now - Number(localStorage.getItem(RENEWED) ?? 0) < DAY_MS) return
  await fetchJson('/api/auth/session')
  localStorage.setItem(RENEWED, String(now))
}
