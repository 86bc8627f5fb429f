import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from './address.ts'
import { setArrival } from './arrival.ts'

beforeEach(() => {
  vi.stubEnv('FOOTNOTE_URL', '')
  vi.stubEnv('NEXTAUTH_URL', '')
  vi.stubEnv('FOOTNOTE_TRUST_PROXY', '')
})
afterEach(() => vi.unstubAllEnvs())

const arriving = (remoteAddress: string, headers: Record<string, string>) => {
  const request = { headers: { ...headers }, socket: { remoteAddress } } as unknown as IncomingMessage
  setArrival(request)
  return request.headers
}

describe('forwarded headers', () => {
  it('say where the connection comes from, whatever was claimed', () => {
    const claimed = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'for=x',
    }
    expect(arriving('192.168.1.9', claimed)).toEqual({ 'x-forwarded-for': '192.168.1.9' })
  })

  it('are those of our own URL for its pages behind a proxy, with the last address that one appended', () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    vi.stubEnv('FOOTNOTE_TRUST_PROXY', '1')
    const claimed = { 'x-forwarded-for': '6.6.6.6, 203.0.113.5', 'x-forwarded-host': 'evil.example' }
    const own = 'https://footnote.example'
    expect(arriving('127.0.0.1', { ...claimed, origin: own })).toEqual({
      origin: own,
      'x-forwarded-for': '203.0.113.5',
      'x-forwarded-host': 'footnote.example',
      'x-forwarded-proto': 'https',
    })
    const local = 'http://localhost:3000'
    expect(arriving('127.0.0.1', { ...claimed, origin: local })).toEqual({
      origin: local,
      'x-forwarded-for': '203.0.113.5',
    })
  })

  it('are not believed where no proxy is trusted, whatever the public address', () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    expect(arriving('127.0.0.1', { 'x-forwarded-for': '1.2.3.4' })['x-forwarded-for']).toBe('127.0.0.1')
  })

  it('are not believed from a stranger, even where a proxy is expected', () => {
    vi.stubEnv('FOOTNOTE_TRUST_PROXY', '1')
    expect(arriving('198.51.100.7', { 'x-forwarded-for': '1.2.3.4' })['x-forwarded-for']).toBe('198.51.100.7')
  })
})

describe('an address, for counting', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['1.1.1.1, 203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '::1'],
    ['', 'unknown'],
  ])('%s counts as %s', (forwarded, expected) => {
    expect(addressOf(new Headers({ 'x-forwarded-for': forwarded }))).toBe(expected)
  })
})
