import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { networkAddresses } from './setup/address.mjs'
import { ROOT } from './setup/run.mjs'

const tls = (name: string) => join(ROOT, 'lib/testing/tls', name)
const address = (call: string, env: Record<string, string>) =>
  spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const m = await import('./lib/tools/setup/address.mjs'); console.log(m.${call})`],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, FOOTNOTE_URL: '', ...env } },
  )

describe('the address that npm start prints', () => {
  it('leaves out loopback, containers, IPv6 and addresses that a machine gave itself', () => {
    const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) =>
      [{ address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }] as never
    expect(
      networkAddresses('http', 3000, {
        lo: at('127.0.0.1', 'IPv4', true),
        docker0: at('172.17.0.1'),
        wlan0: at('192.168.1.20'),
        en5: at('169.254.7.7'),
        en6: at('fd00::1', 'IPv6'),
      }),
    ).toEqual(['http://192.168.1.20:3000'])
  })

  it.each([
    ['publicAddress()', { FOOTNOTE_URL: 'footnote.example' }, 'FOOTNOTE_URL'],
    ['publicAddress()', { FOOTNOTE_URL: 'https://footnote.example/study' }, 'FOOTNOTE_URL'],
    ['tlsFiles()', { FOOTNOTE_TLS_CERT: tls('cert.pem'), FOOTNOTE_TLS_KEY: '' }, 'belong together'],
    ['tlsFiles()', { FOOTNOTE_TLS_CERT: tls('cert.pem'), FOOTNOTE_TLS_KEY: tls('none.pem') }, 'is not there'],
    ['tlsFiles()', { FOOTNOTE_TLS_CERT: tls('cert.pem'), FOOTNOTE_TLS_KEY: tls('cert.pem') }, 'cannot be used'],
  ])('says in one line what is wrong: %s with %j', (call, env, said) => {
    const { status, stderr } = address(call, env as Record<string, string>)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(said)
    expect(status).toBe(1)
  })

  it('takes a certificate with its key', () =>
    expect(address('tlsFiles()', { FOOTNOTE_TLS_CERT: tls('cert.pem'), FOOTNOTE_TLS_KEY: tls('key.pem') }).status).toBe(
      0,
    ))
})
