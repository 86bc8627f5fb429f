import { hostname, networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Refusal } from './errors.ts'
import { requireSameOrigin, siteOf } from './origin.ts'

const headers = (fields: Record<string, string>) => new Headers(fields)
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (thrown) {
    return (thrown as Refusal).code
  }
  return 'allowed'
}

beforeEach(() => {
  vi.stubEnv('FOOTNOTE_URL', '')
  vi.stubEnv('NEXTAUTH_URL', '')
  vi.stubEnv('FOOTNOTE_HOSTS', '')
})
afterEach(() => vi.unstubAllEnvs())

const ownAddress = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family }) => family === 'IPv4')?.address

describe('where a request arrived', () => {
  it.each([
    'localhost:3000',
    'LOCALHOST:4567',
    '127.0.0.1:1',
    '127.8.8.8',
    '[::1]:3000',
    'app.localhost:3000',
    `${ownAddress}:3000`,
    hostname(),
  ])('is this machine: %s', (host) => expect(siteOf(headers({ host })).origin).toBe(`http://${host.toLowerCase()}`))

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'evil.example#localhost',
    'evil.example/localhost',
    'localhost@evil.example',
    'user:localhost@evil.example',
    '127.0.0.1.evil.example',
    '8.8.8.8',
    'localhost:3000, evil.example',
    '',
  ])('is refused elsewhere: %j', (host) => expect(codeOf(() => siteOf(headers({ host })))).toBe('wrong-host'))

  it('is refused without a host', () => expect(codeOf(() => siteOf(headers({})))).toBe('bad-request'))

  it('is FOOTNOTE_URL where that is set, whichever way the request came in', () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example/')
    const site = { origin: 'https://footnote.example', secure: true }
    expect(siteOf(headers({ host: 'footnote.example' }))).toMatchObject(site)
    expect(siteOf(headers({ host: 'localhost:3000' }))).toMatchObject(site)
    expect(codeOf(() => siteOf(headers({ host: 'evil.example' })))).toBe('wrong-host')
  })

  it('is encrypted where we hold the certificate ourselves', () => {
    vi.stubEnv('FOOTNOTE_TLS_CERT', '/somewhere/cert.pem')
    expect(siteOf(headers({ host: 'localhost:3000' }))).toMatchObject({
      origin: 'https://localhost:3000',
      secure: true,
    })
  })

  it('may be a listed host, on its port or on any', () => {
    vi.stubEnv('FOOTNOTE_HOSTS', 'school.example,box.example:8080')
    expect(siteOf(headers({ host: 'school.example:99' })).origin).toBe('http://school.example:99')
    expect(siteOf(headers({ host: 'box.example:8080' })).origin).toBe('http://box.example:8080')
    expect(codeOf(() => siteOf(headers({ host: 'box.example' })))).toBe('wrong-host')
  })

  it('is not moved by forwarded headers', () => {
    const forwarded = { host: 'localhost:3000', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expect(siteOf(headers(forwarded))).toMatchObject({ origin: 'http://localhost:3000', secure: false })
  })
})

describe('a write', () => {
  const host = 'localhost:3000'
  const write = (fields: Record<string, string>) => codeOf(() => requireSameOrigin(headers({ host, ...fields })))

  it('is taken from our own page', () => {
    expect(write({ origin: 'http://localhost:3000' })).toBe('allowed')
    expect(write({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBe('allowed')
  })

  it.each<[string, Record<string, string>]>([
    ['no origin', {}],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['another scheme', { origin: 'https://localhost:3000' }],
    ['a page that the browser calls another site', { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same site', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', (_, fields) => expect(write(fields)).toBe('wrong-origin'))

  it('may come from the public address to a server that a proxy calls by another name', () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    expect(write({ origin: 'https://footnote.example' })).toBe('allowed')
    expect(write({ origin: 'https://evil.example' })).toBe('wrong-origin')
  })
})
