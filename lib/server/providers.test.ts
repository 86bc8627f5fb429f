import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newDatabase, newPerson, SITE } from '#lib/testing/people.ts'
import { comeBack, goOut } from '#lib/testing/trip.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'
import { GITHUB } from './github-addresses.ts'
import { oauthProviders } from './oauth.ts'
import { providerNames, providers } from './providers.ts'

const account = (name: string) => ({ [`FOOTNOTE_${name}_ID`]: 'id', [`FOOTNOTE_${name}_SECRET`]: 'secret' })
const set = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
}
const everything = {
  FOOTNOTE_URL: SITE,
  ...account('GITHUB'),
  ...account('GOOGLE'),
  ...account('OIDC'),
  FOOTNOTE_OIDC_ISSUER: 'https://login.school.example/realm/',
}

afterEach(() => vi.unstubAllEnvs())

describe('providers', () => {
  const ids = () => providers().map(({ id }) => id)

  it('are those that are set up', () => {
    expect(ids()).toEqual([])
    set(everything)
    expect(ids()).toEqual(['github', 'google', 'oidc'])
  })

  it.each([
    ['FOOTNOTE_URL', []],
    ['FOOTNOTE_GITHUB_ID', ['google', 'oidc']],
    ['FOOTNOTE_GITHUB_SECRET', ['google', 'oidc']],
    ['FOOTNOTE_GOOGLE_SECRET', ['github', 'oidc']],
    ['FOOTNOTE_OIDC_ISSUER', ['github', 'google']],
    ['FOOTNOTE_OIDC_SECRET', ['github', 'google']],
  ])('are fewer without %s', (name, left) => {
    set({ ...everything, [name]: '' })
    expect(ids()).toEqual(left)
  })

  it('tell a screen their names and no secret', () => {
    set({ ...everything, FOOTNOTE_OIDC_NAME: 'Northside School' })
    expect(providerNames()).toEqual([
      { id: 'github', name: 'GitHub' },
      { id: 'google', name: 'Google' },
      { id: 'oidc', name: 'Northside School' },
    ])
    set({ FOOTNOTE_OIDC_NAME: '' })
    expect(providerNames().at(-1)).toEqual({ id: 'oidc', name: 'login.school.example' })
  })

  it('refuse an issuer that is no web address', () => {
    set({ ...everything, FOOTNOTE_OIDC_ISSUER: 'login.school.example' })
    expect(() => providers()).toThrow('FOOTNOTE_OIDC_ISSUER')
  })

  it('are asked at their own addresses, with every check that they know', () => {
    set(everything)
    const [github, google, oidc] = oauthProviders()
    expect(github).toMatchObject({
      authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user user:email' } },
      token: 'https://github.com/login/oauth/access_token',
      userinfo: { url: 'https://api.github.com/user' },
      checks: ['pkce', 'state'],
    })
    expect(google).toMatchObject({
      wellKnown: 'https://accounts.google.com/.well-known/openid-configuration',
      checks: ['pkce', 'state', 'nonce'],
    })
    expect(oidc).toMatchObject({
      wellKnown: 'https://login.school.example/realm/.well-known/openid-configuration',
      checks: ['pkce', 'state', 'nonce'],
    })
    for (const provider of [github, google, oidc])
      expect(provider).not.toHaveProperty('allowDangerousEmailAccountLinking')
  })
})

describe('GitHub', () => {
  let end: () => Promise<void>
  let server: Server
  let base = ''
  const real = { ...GITHUB }
  type Answer = { readonly user: object; readonly emails: unknown; readonly status?: number }
  let answer: Answer = { user: {}, emails: [] }
  const asked: string[] = []

  const bodyOf = async (request: IncomingMessage) => {
    let text = ''
    for await (const part of request) text += part
    return text
  }

  beforeAll(async () => {
    ;({ end } = await newDatabase())
    server = createServer(async (request, response) => {
      const body = await bodyOf(request)
      asked.push(`${request.method} ${request.url} ${body}`)
      const known = request.headers.authorization === 'Bearer gho_test'
      const [status, value] =
        request.url === '/token'
          ? [200, { access_token: 'gho_test', token_type: 'bearer', scope: 'read:user,user:email' }]
          : !known
            ? [401, { message: 'Bad credentials' }]
            : request.url === '/user'
              ? [200, answer.user]
              : [answer.status ?? 200, answer.emails]
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    Object.assign(GITHUB, { token: `${base}/token`, user: `${base}/user`, emails: `${base}/user/emails` })
  })
  afterAll(async () => {
    Object.assign(GITHUB, real)
    server.close()
    await end()
  })
  beforeEach(() => set(everything))

  /** Goes out, and comes back as GitHub would send one who agreed. */
  const enter = async (browser = visitor()) => {
    const { url } = (await (await goOut(browser, { provider: 'github' })).json()) as { url: string }
    const out = new URL(url)
    expect(out.origin + out.pathname).toBe('https://github.com/login/oauth/authorize')
    const back = new URL(out.searchParams.get('redirect_uri') ?? '')
    expect(back.href).toBe(`${SITE}/api/auth/callback/github`)
    back.searchParams.set('code', 'agreed')
    back.searchParams.set('state', out.searchParams.get('state') ?? '')
    return { browser, went: await comeBack(browser, back, { provider: 'github' }) }
  }
  const PUBLIC = 'public@example.org'
  const emails = (verified: boolean) => [
    { email: 'other@example.org', primary: false, verified: true, visibility: null },
    { email: 'Ada@Example.org', primary: true, verified, visibility: 'private' },
  ]

  it('is asked for the address that it has checked and its owner put first', async () => {
    answer = { user: { id: 1815, login: 'ada', name: 'Ada King', email: PUBLIC }, emails: emails(true) }
    const { browser, went } = await enter()
    expect(went).toBe(`${SITE}/arrive`)
    expect(await browser.session()).toMatchObject({ email: 'ada@example.org', name: 'Ada King', kind: 'member' })
    const kept = await db().identity.findMany({ where: { provider: 'github' } })
    expect(kept).toMatchObject([{ subject: '1815', email: 'ada@example.org' }])
    expect(asked.find((call) => call.startsWith('POST /token'))).toMatch(/code=agreed.*code_verifier=[\w-]{43}/)
  })

  it.each([
    ['has not checked the first', { emails: emails(false) }],
    ['has none', { emails: [] }],
    ['keeps them to itself', { emails: { message: 'Not Found' }, status: 404 }],
  ])('gives no e-mail where it %s, not even the public one', async (what, told) => {
    answer = { user: { id: what, login: 'bob', name: null, email: PUBLIC }, ...told }
    const { browser } = await enter()
    expect(await browser.session()).toMatchObject({ email: null, name: 'bob' })
  })

  it('lets nobody in of whom it tells no id', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    answer = { user: { login: 'nobody' }, emails: [] }
    const { browser, went } = await enter()
    expect(went).toBe(`${SITE}/sign-in?problem=unreachable&by=github`)
    expect(await browser.session()).toBeNull()
    vi.restoreAllMocks()
  })

  it('does not sign in by an e-mail that has an account', async () => {
    await newPerson({ email: 'carol@example.org', passwordHash: 'x' })
    const theirs = [{ email: 'carol@example.org', primary: true, verified: true }]
    answer = { user: { id: 3, login: 'carol', name: null }, emails: theirs }
    expect((await enter()).went).toBe(`${SITE}/sign-in?problem=taken&by=github`)
  })
})

describe('the way out', () => {
  it('is closed for a provider that is not set up', async () => {
    set({ FOOTNOTE_URL: SITE })
    expect((await goOut(visitor())).status).toBe(404)
  })

  it('leads to the public address first, from any other', async () => {
    set({ ...everything, FOOTNOTE_URL: 'https://footnote.example' })
    const out = await goOut(visitor(), { provider: 'github' })
    expect(await out.json()).toEqual({ url: 'https://footnote.example/sign-in' })
  })
})
