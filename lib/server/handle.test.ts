import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from './errors.ts'
import { handle, readJson } from './handle.ts'
import type { Viewer } from './viewer.ts'

const ada: Viewer = { userId: 'ada', kind: 'member', role: 'learner', sessionId: 's' }
let signedIn: Viewer | null = null
vi.mock('./viewer.ts', () => ({ viewerOfRequest: () => Promise.resolve(signedIn) }))

beforeEach(() => {
  signedIn = ada
  vi.stubEnv('FOOTNOTE_URL', '')
  vi.stubEnv('NEXTAUTH_URL', '')
})
afterEach(() => vi.unstubAllEnvs())

const HOST = 'localhost:3000'
const read = (headers: Record<string, string> = {}) =>
  new Request(`http://${HOST}/api/x`, { headers: { host: HOST, ...headers } })
const write = (body: string, headers: Record<string, string> = {}) =>
  new Request(`http://${HOST}/api/x`, {
    method: 'POST',
    body,
    headers: { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json', ...headers },
  })
const context = { params: Promise.resolve({}) }
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
const call = async (handler: Handler, request: Request) => {
  const response = await handler(request, context)
  return { response, status: response.status, body: await response.json() }
}

describe('a handler', () => {
  const whoAmI = handle({ auth: 'viewer' }, ({ viewer }) => ({ userId: viewer.userId }))
  const echo = handle({ auth: 'viewer', input: (request) => readJson(request, 100) }, ({ input }) => ({
    got: input as string,
  }))

  it('knows the viewer and sends what it gets back as JSON that nobody keeps', async () => {
    const { response, status, body } = await call(whoAmI, read())
    expect([status, body]).toEqual([200, { userId: 'ada' }])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('strict-transport-security')).toBeNull()
  })

  it('says once that the site is reached by https, where it is', async () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    const { response } = await call(whoAmI, read())
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  it('lets a response say how long it may be kept', async () => {
    const kept = handle({ auth: 'anyone' }, () =>
      Response.json({}, { headers: { 'cache-control': 'private, max-age=9' } }),
    )
    expect((await call(kept, read())).response.headers.get('cache-control')).toBe('private, max-age=9')
  })

  it('refuses who is not signed in, unless anyone may', async () => {
    signedIn = null
    const { status, body } = await call(whoAmI, read())
    expect([status, body]).toEqual([401, { error: { code: 'sign-in-needed', message: 'Sign in to go on.' } }])
    const open = handle({ auth: 'anyone' }, ({ viewer }) => ({ known: viewer !== null }))
    expect(await call(open, read())).toMatchObject({ status: 200, body: { known: false } })
  })

  it('refuses a host that is not ours, before anything else', async () => {
    const { status, body } = await call(whoAmI, read({ host: 'evil.example' }))
    expect(status).toBe(421)
    expect(body.error.message).toContain('evil.example')
  })

  it('takes a write from our own page as JSON', async () => {
    expect(await call(echo, write('{"a":1}'))).toMatchObject({ status: 200, body: { got: { a: 1 } } })
  })

  it.each<[string, Record<string, string>, number]>([
    ['another site', { origin: 'http://evil.example' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a text that looks like JSON', { 'content-type': 'text/plain' }, 415],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }, 415],
  ])('refuses a write from %s', async (_, headers, status) => {
    expect((await call(echo, write('{}', headers))).status).toBe(status)
  })

  it('reads no more than it should, whatever the length is said to be', async () => {
    expect((await call(echo, write(JSON.stringify('x'.repeat(200))))).status).toBe(413)
    expect((await call(echo, write('{"a":'))).body.error.code).toBe('bad-request')
  })

  it('says when to come back', async () => {
    const busy = handle({ auth: 'anyone' }, () => {
      throw new Refusal('too-many', 'Later.', { retryAfterSeconds: 90 })
    })
    const { response, status, body } = await call(busy, read())
    expect([status, response.headers.get('retry-after'), body.error.message]).toEqual([429, '90', 'Later.'])
  })

  it('tells nothing of a fault of ours, and logs it', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = handle({ auth: 'anyone' }, () => {
      throw new Error('SELECT secret FROM users')
    })
    const { status, body } = await call(broken, read())
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(String(logged.mock.calls[0]?.[1])).toContain('SELECT secret')
    logged.mockRestore()
  })

  it('counts calls by account', async () => {
    const limited = handle({ auth: 'viewer', limit: 'documents' }, () => ({}))
    for (let calls = 0; calls < 30; calls += 1) expect((await call(limited, read())).status).toBe(200)
    expect((await call(limited, read())).status).toBe(429)
    signedIn = { ...ada, userId: 'bob' }
    expect((await call(limited, read())).status).toBe(200)
  })
})
