import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { callerOf } from './address.ts'
import { authOptions, type Knock, knocks } from './auth.ts'
import { Refusal } from './errors.ts'
import { guestCookie } from './guest-before.ts'
import { readText } from './handle.ts'
import { siteOf } from './origin.ts'
import { partyOf } from './passkey-ceremony.ts'
import { comeBack, goOut } from './provider-exchange.ts'
import { type Provider, providerBy } from './providers.ts'
import { sealedIn } from './sealed-cookie.ts'
import { sessionCookieName } from './session-token.ts'
import type { Viewer } from './viewer.ts'

const BYTES_MAX = 16_384

/** The parts of next-auth that are open; its update, log and e-mail routes have no use here. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/guest', 'callback/password', 'callback/link', 'callback/passkey', 'signout'],
}

/** Out to a provider, and back from one: open for those that are set up. */
const PROVIDER_DOORS: Readonly<Record<string, string>> = { POST: 'signin', GET: 'callback' }

const providerOf = (method: string, [door, id, ...rest]: readonly string[]): Provider | null =>
  door !== undefined && door === PROVIDER_DOORS[method] && rest.length === 0 ? providerBy(id) : null

export type AuthCall = { readonly path: readonly string[]; readonly body: Readonly<Record<string, string>> }

const fieldsOf = (text: string, isJson: boolean): Record<string, string> => {
  if (!isJson) return Object.fromEntries(new URLSearchParams(text))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('bad-request')
  }
  if (typeof value !== 'object' || value === null) throw new Refusal('bad-request')
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, String(field)]))
}

/** Reads a call to next-auth. Throws `not-found` for what is not open, `bad-request`, `too-large`. */
export const readAuthCall = async (request: Request, params: { nextauth: string[] }): Promise<AuthCall> => {
  const path = params.nextauth
  const isOpen = OPEN[request.method]?.includes(path.join('/')) || providerOf(request.method, path) !== null
  if (!isOpen) throw new Refusal('not-found')
  if (request.method !== 'POST') return { path, body: {} }
  const isJson = request.headers.get('content-type')?.includes('json') ?? false
  return { path, body: fieldsOf(await readText(request, BYTES_MAX), isJson) }
}

/** Collects what next-auth answers in the shape of Node's response, its oldest and steadiest entrance. */
const collector = () => {
  const headers = new Headers()
  const answer = { status: 200, body: null as string | null, headers }
  const set = (name: string, value: string | string[]) => {
    headers.delete(name)
    for (const one of [value].flat()) headers.append(name, one)
    return response
  }
  const response = {
    status: (code: number) => {
      answer.status = code
      return response
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader: set,
    json: (value: unknown) => {
      answer.body = JSON.stringify(value)
      set('content-type', 'application/json')
    },
    send: (value: unknown) => {
      answer.body = typeof value === 'string' || value == null ? (value ?? null) : JSON.stringify(value)
    },
    end: () => {},
  }
  return { response, answer }
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const cookiesOf = (header: string | null): Record<string, string> =>
  Object.fromEntries(
    (header ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())]]
    }),
  )

/**
 * Passes a call on to next-auth, as having come to the address that we answer to: left alone it would take one from the Host
 * header or fall back to localhost:3000. What our own steps threw comes out as a refusal, not as a redirect with status 200.
 */
export const authExchange = async (
  viewer: Viewer | null,
  { path, body }: AuthCall,
  request: Request,
): Promise<Response> => {
  const { origin } = siteOf(request.headers)
  const url = new URL(request.url)
  const cookies = cookiesOf(request.headers.get('cookie'))
  const knock: Knock = {
    caller: callerOf(request.headers),
    viewer,
    linking: await sealedIn('linking', cookies),
    invited: await sealedIn('invited', cookies),
    party: partyOf(request.headers),
    thrown: null,
  }
  process.env.AUTH_TRUST_HOST = 'true'
  if (process.env.NEXTAUTH_URL) process.env.NEXTAUTH_URL = origin
  const incoming = {
    method: request.method,
    query: { ...Object.fromEntries(url.searchParams), nextauth: [...path] },
    body: request.method === 'POST' ? { ...body, json: 'true' } : {},
    cookies,
    headers: { 'x-forwarded-host': new URL(origin).host, 'x-forwarded-proto': new URL(origin).protocol.slice(0, -1) },
  }
  const { response, answer } = collector()
  const ask = async () => {
    const [req, res] = [incoming as unknown as NextApiRequest, response as unknown as NextApiResponse]
    await knocks.run(knock, () => NextAuth(req, res, authOptions(knock)))
    if (answer.body?.includes('csrf=true')) throw new Refusal('wrong-origin')
    return answer
  }
  const token = cookies[sessionCookieName()]
  const provider = providerOf(request.method, path)
  if (provider !== null) {
    const way = { knock, provider, origin, ask }
    return request.method === 'POST'
      ? goOut(way, body, request.headers.get('origin'))
      : comeBack(way, url.searchParams.get('error'), token)
  }
  await ask()
  if (knock.thrown !== null) throw knock.thrown
  if (viewer?.kind === 'guest' && token && path[0] === 'callback' && path[1] !== 'guest')
    answer.headers.append('set-cookie', guestCookie(token))
  return new Response(answer.body, { status: answer.status, headers: answer.headers })
}
