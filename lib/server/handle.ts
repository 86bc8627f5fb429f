import 'server-only'
import { addressOf } from './address.ts'
import { asRefusal, errorBody, Refusal, statusOf } from './errors.ts'
import { consume, type LimitName } from './limits.ts'
import { requireSameOrigin, type Site, siteOf } from './origin.ts'
import { dataPolicy, securityHeaders } from './policy.ts'
import { type Viewer, viewerOfRequest } from './viewer.ts'
import { inLanguageOf } from './words.ts'

type Auth = 'viewer' | 'anyone'
type ViewerFor<A extends Auth> = A extends 'viewer' ? Viewer : Viewer | null
type Sent = 'application/json' | 'application/octet-stream' | 'application/x-www-form-urlencoded'

export type HandleOptions<A extends Auth, T, P> = {
  /** `viewer`: 401 without a live session. `anyone`: the viewer is passed where there is one. */
  readonly auth: A
  /** Reads and checks what was sent; throws a Refusal (`bad-request`, `too-large`, …). Runs once the viewer is known. */
  readonly input?: (request: Request, params: P) => Promise<T> | T
  /** Counted by account, or by address where nobody is signed in. */
  readonly limit?: LimitName
  /** What a write may be sent as; `application/json` unless told otherwise. */
  readonly accepts?: readonly Sent[]
}

type Call<A extends Auth, T> = { readonly viewer: ViewerFor<A>; readonly input: T; readonly request: Request }
type Act<A extends Auth, T> = (call: Call<A, T>) => Promise<Response | object> | Response | object
type RouteHandler<P> = (request: Request, context: { readonly params: Promise<P> }) => Promise<Response>

const READS = ['GET', 'HEAD']

/** A write must come from our own pages, and in a form that no other site's plain HTML form can send. */
const checkWrite = (request: Request, accepts: readonly Sent[]): void => {
  requireSameOrigin(request.headers)
  const sent = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (!accepts.some((type) => type === sent)) throw new Refusal('wrong-type')
}

/** Nothing is known of the way of a request whose host we do not answer to. */
const NO_SITE = { secure: false, trustworthy: false }

const sealed = (response: Response, site: Pick<Site, 'secure' | 'trustworthy'>): Response => {
  const { headers } = response
  for (const [name, value] of Object.entries(securityHeaders(site))) headers.set(name, value)
  headers.set('content-security-policy', dataPolicy)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  return response
}

const responseTo = (refusal: Refusal): Response => {
  const wait = refusal.details.retryAfterSeconds
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) }
  return Response.json(errorBody(refusal), { status: statusOf(refusal.code), headers })
}

/**
 * Makes a route handler: who is asking, is it our own page that asks, parse the input, act, map the result. What `act` gives
 * back is sent as JSON unless it is a Response (with headers that can still be set). A refusal is sent as `{error: {code,
 * message, fields?}}`, with `retry-after` where that is known. Nothing is cached unless it says so.
 */
export const handle =
  <A extends Auth, T = undefined, P = object>(options: HandleOptions<A, T, P>, act: Act<A, T>): RouteHandler<P> =>
  (request, context) =>
    inLanguageOf(request.headers, async () => {
      let site: Pick<Site, 'secure' | 'trustworthy'> = NO_SITE
      try {
        site = siteOf(request.headers)
        if (!READS.includes(request.method)) checkWrite(request, options.accepts ?? ['application/json'])
        const viewer = await viewerOfRequest(request)
        if (viewer === null && options.auth === 'viewer') throw new Refusal('sign-in-needed')
        if (options.limit) await consume(options.limit, viewer?.userId ?? addressOf(request.headers))
        const input = (await options.input?.(request, await context.params)) as T
        const result = await act({ viewer: viewer as ViewerFor<A>, input, request })
        return sealed(result instanceof Response ? result : Response.json(result), site)
      } catch (thrown) {
        return sealed(responseTo(asRefusal(thrown)), site)
      }
    })

/** The body as text. Throws `too-large` over `bytesMax`, counted as it comes in and never by a header; `bad-request`. */
export const readText = async (request: Request, bytesMax: number): Promise<string> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > bytesMax) throw new Refusal('too-large')
    parts.push(part)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    throw new Refusal('bad-request')
  }
}

/** The body as JSON; throws as `readText` does. */
export const readJson = async (request: Request, bytesMax = 1_000_000): Promise<unknown> => {
  const text = await readText(request, bytesMax)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('bad-request')
  }
}
