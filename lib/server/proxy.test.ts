import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { config, proxy } from '../../proxy.ts'
import { hashOf } from './shell-policy.ts'

const SHELL = hashOf('the shell')
const LOST = hashOf('the page for what is not there')

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-proxy-'))
  mkdirSync(folder, { recursive: true })
  const policy = { '/en/today': { scripts: [SHELL], styles: [] }, '*': { scripts: [LOST], styles: [] } }
  writeFileSync(join(folder, 'shell-policy.json'), JSON.stringify(policy))
  delete (globalThis as { footnoteShellPolicy?: unknown }).footnoteShellPolicy
  vi.stubEnv('FOOTNOTE_DIST_DIR', folder)
  vi.stubEnv('FOOTNOTE_URL', '')
  vi.stubEnv('NEXTAUTH_URL', '')
})
afterEach(() => vi.unstubAllEnvs())

const visit = (path: string, headers: Record<string, string> = {}) => {
  const response = proxy(
    new NextRequest(`http://localhost:3000${path}`, { headers: { host: 'localhost:3000', ...headers } }),
  )
  const policy = response.headers.get('content-security-policy') ?? ''
  return {
    response,
    policy,
    scripts: /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [],
    /** What Next is told: it takes the nonce from there. */
    onward: response.headers.get('x-middleware-request-content-security-policy'),
  }
}

describe('a shell', () => {
  it.each(['/today', '/today/', '/today?minutes=3'])('%s may run what it was built with and nothing else', (path) => {
    const { scripts, onward } = visit(path)
    expect(scripts).toEqual(["'self'", SHELL])
    expect(onward).toBeNull()
  })
})

describe('a page made on request', () => {
  it('may run what carries its nonce, new each time, and what every page may', () => {
    const [one, two] = [visit('/settings'), visit('/settings')]
    const nonce = one.scripts.find((source) => source.startsWith("'nonce-"))
    expect(nonce).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='$/)
    expect(one.scripts).toContain(LOST)
    expect(one.onward).toBe(one.policy)
    expect(two.scripts).not.toContain(nonce)
  })

  it('cannot be told its nonce from outside', () => {
    const sent = "script-src 'nonce-mine'"
    expect(visit('/settings', { 'content-security-policy': sent }).onward).not.toContain('mine')
    const { response } = visit('/today', { 'content-security-policy': sent })
    expect(response.headers.get('x-middleware-override-headers')).not.toContain('content-security-policy')
  })

  it.each(['/*', '/constructor', '/__proto__', '/today/x', '/en/today'])('is what %s is, not a shell', (path) => {
    expect(visit(path).scripts.some((source) => source.startsWith("'nonce-"))).toBe(true)
  })
})

describe('every page', () => {
  it.each(['/today', '/settings'])('%s can be framed by nobody and loads nothing from elsewhere', (path) => {
    const { policy, response } = visit(path)
    for (const part of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
      "connect-src 'self'",
    ]) {
      expect(policy.split('; ')).toContain(part)
    }
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline|\*|https?:/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(response.headers.get('permissions-policy')).toContain('camera=()')
  })

  it('insists on https only where that is how it is reached', () => {
    expect(visit('/today').response.headers.has('strict-transport-security')).toBe(false)
    expect(visit('/today').policy).not.toContain('upgrade-insecure-requests')
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    expect(visit('/today').response.headers.get('strict-transport-security')).toContain('max-age=')
    expect(visit('/today').policy).toContain('upgrade-insecure-requests')
  })

  it('says who may open it only where browsers listen: by plain HTTP each page would log an error', () => {
    vi.stubEnv('FOOTNOTE_HOSTS', '10.0.0.7')
    expect(visit('/today', { host: '10.0.0.7:3000' }).response.headers.has('cross-origin-opener-policy')).toBe(false)
    vi.stubEnv('FOOTNOTE_URL', 'https://10.0.0.7')
    expect(visit('/today', { host: '10.0.0.7' }).response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('is not shown under a host that is not ours', async () => {
    const { response } = visit('/today', { host: 'evil.example' })
    expect(response.status).toBe(421)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await response.text()).toContain('evil.example')
  })

  it('runs no script at all, rather than any, where the build left no hashes', () => {
    delete (globalThis as { footnoteShellPolicy?: unknown }).footnoteShellPolicy
    vi.stubEnv('FOOTNOTE_DIST_DIR', mkdtempSync(join(tmpdir(), 'footnote-proxy-')))
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(visit('/today').scripts).not.toContain("'unsafe-inline'")
    expect(logged).toHaveBeenCalledOnce()
    expect(logged.mock.calls[0]?.[0]).toContain('npm run build')
    logged.mockRestore()
  })
})

describe('the language of a page', () => {
  const shown = (path: string, asked?: string) => {
    const { response } = visit(path, asked === undefined ? {} : { 'accept-language': asked })
    const rewritten = response.headers.get('x-middleware-rewrite')
    return rewritten && new URL(rewritten).pathname
  }
  it.each([
    [undefined, '/en/today'],
    ['pl', '/pl/today'],
    ['pl-PL,pl;q=0.9,en-US;q=0.8', '/pl/today'],
    ['en-GB,pl;q=0.9', '/en/today'],
    ['de,pl;q=0.2', '/pl/today'],
    ['de-AT,fr', '/en/today'],
    ['pl;q=0', '/en/today'],
    ['*', '/en/today'],
    ['ar,he', '/en/today'],
    ['en-XB', '/en-XB/today'],
    [';;;,,=', '/en/today'],
  ])('that a browser asks for as %j is at %s', (asked, path) => expect(shown('/today', asked)).toBe(path))

  it('makes no second address of it', () => expect(shown('/pl/today', 'en')).toBe('/en/pl/today'))

  it('is told to caches', () => expect(visit('/today').response.headers.get('vary')).toContain('accept-language'))

  it.each(['/api/health', '/_next/static/x.js', '/favicon.svg'])('is no matter of %s', (path) =>
    expect(shown(path, 'pl')).toBeNull(),
  )

  it('is that of what the proxy itself says', async () => {
    const { response } = visit('/today', { host: 'evil.example', 'accept-language': 'pl' })
    expect(await response.text()).toContain('nie odpowiada')
  })
})

describe('what the proxy leaves out', () => {
  const matches = (path: string) => new RegExp(`^${config.matcher}$`).test(path)
  it.each(['/api/documents', '/api/sync', '/api/restore', '/api/import/apkg'])('%s: its body would be cut', (path) => {
    expect(matches(path)).toBe(false)
  })
  it.each(['/', '/today', '/api/account', '/_next/static/x.js', '/api/packs/x@1'])('not %s', (path) => {
    expect(matches(path)).toBe(true)
  })
})
