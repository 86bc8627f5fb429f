import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '#lib/tools/setup/run.mjs'
import { fetchPage } from './fetch-page.ts'
import type { Net } from './open-net.ts'
import { isPublicAddress } from './public-address.ts'

const tls = (name: string) => readFileSync(join(ROOT, 'lib/testing/tls', name), 'utf8')

const PAGES: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/page': (response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>A pier at Anset.</p>'),
  '/latin': (response) =>
    response.setHeader('content-type', 'text/plain; charset=iso-8859-1').end(Buffer.from([0x4d, 0xf6, 0x77, 0x65])),
  '/moved': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/inward': (response) => response.writeHead(302, { location: 'https://10.0.0.1/' }).end(),
  '/plain': (response) => response.writeHead(301, { location: 'http://example.org/' }).end(),
  '/picture': (response) => response.setHeader('content-type', 'image/png').end('x'),
  '/gone': (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('gone'),
  '/endless': (response) => {
    response.setHeader('content-type', 'text/html')
    const more = setInterval(() => response.write('x'.repeat(500_000)), 1)
    response.on('close', () => clearInterval(more))
  },
  '/never': (response) => {
    response.setHeader('content-type', 'text/html')
    response.write('<p>')
  },
}

let server: Server
let net: Net
let site: string

beforeAll(async () => {
  server = createServer({ cert: tls('cert.pem'), key: tls('key.pem') }, (request, response) =>
    PAGES[request.url ?? '']?.(response, request),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  site = `https://localhost:${port}`
  const isOpen = (address: string) => address === '127.0.0.1' || address === '::1'
  net = { isOpen, ports: [String(port)], ca: tls('cert.pem'), withinMs: 1_500 }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const said = async (address: string, by: Net | undefined = net) =>
  fetchPage(address, by).then(
    () => 'read',
    (thrown: { code: string; message: string }) => `${thrown.code}: ${thrown.message}`,
  )

describe('a page on the web', () => {
  it('is read with its kind and its letters, wherever it has moved', async () => {
    expect(await fetchPage(`${site}/page`, net)).toEqual({
      ...{ address: `${site}/page`, text: '<p>A pier at Anset.</p>', format: 'html' },
    })
    expect(await fetchPage(`${site}/latin`, net)).toMatchObject({ text: 'Möwe', format: 'text' })
    expect(await fetchPage(`${site}/moved`, net)).toMatchObject({ address: `${site}/page` })
  })

  it.each([
    ['/round', /no page of text/],
    ['/inward', /closed network/],
    ['/plain', /begins with https/],
    ['/picture', /no page of text/],
    ['/gone', /not there \(404\)/],
    ['/endless', /longer than 5 MB/],
    ['/never', /did not come/],
  ])('at %s is refused in words', async (path, words) => {
    expect(await said(site + path)).toMatch(words)
  })
})

describe('an address', () => {
  it.each([
    ['no address', /begins with https/],
    ['http://example.org/', /begins with https/],
    ['file:///etc/passwd', /begins with https/],
    ['https://somebody:secret@example.org/', /begins with https/],
    ['https://example.org:8443/', /closed network/],
    ['https://127.0.0.1/', /closed network/],
    ['https://2130706433/', /closed network/],
    ['https://0x7f.1/', /closed network/],
    ['https://[::1]/', /closed network/],
    ['https://[::ffff:10.0.0.1]/', /closed network/],
    ['https://169.254.169.254/latest/meta-data/', /closed network/],
    ['https://localhost/', /closed network/],
    [`https://example.org/${'x'.repeat(2_000)}`, /begins with https/],
  ])('%s is not followed', async (address, words) => {
    expect(await said(address, undefined)).toMatch(words)
  })

  it.each([
    ['8.8.8.8', true],
    ['2606:4700:4700::1111', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['::', false],
    ['localhost', false],
  ])('%s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic))
})
