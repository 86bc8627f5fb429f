import { createECDH, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { post } from '#lib/testing/contract/posts.ts'
import { draftOf, manyLines, newSet } from '#lib/testing/drafts.ts'
import { gradeOf, reviewOf } from '#lib/testing/entries.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { ROOT } from '#lib/tools/setup/run.mjs'
import { db } from '../db.ts'
import type { Net } from '../open-net.ts'
import { saveSettings } from '../settings.ts'
import { dropFeed, feedPath, makeFeed, readFeed } from './feed.ts'
import { parsePush, remindAll, subscribe, unsubscribe } from './push.ts'
import { vapid } from './vapid.ts'

const DAY = 86_400_000
/** Sunday 1 March 2026, in London too. */
const EVENING = new Date('2026-03-01T18:00:00Z')
const tls = (name: string) => readFileSync(join(ROOT, 'lib/testing/tls', name), 'utf8')

let service: Server
let net: Net
let site: string
let status = 201
const got: { request: IncomingMessage; bytes: number }[] = []
let end: () => Promise<void>

beforeAll(async () => {
  ;({ end } = await newDatabase())
  vi.stubEnv('FOOTNOTE_DATA', mkdtempSync(join(tmpdir(), 'footnote-vapid-')))
  service = createServer({ cert: tls('cert.pem'), key: tls('key.pem') }, (request, response) => {
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    request.on('end', () => {
      got.push({ request, bytes })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
  const { port } = service.address() as AddressInfo
  site = `https://localhost:${port}`
  const isOpen = (address: string) => address === '127.0.0.1' || address === '::1'
  net = { isOpen, ports: [String(port)], ca: tls('cert.pem') }
})
afterAll(async () => {
  service.close()
  await end()
})
beforeEach(async () => {
  got.length = 0
  status = 201
  await db().pushSubscription.deleteMany()
})

const browser = (path: string, hour = 18) => {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  return {
    ...{ endpoint: `${site}${path}`, hour, timeZone: 'Europe/London', language: 'en' as const },
    keys: { p256dh: keys.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
  }
}

/** Somebody with one card that is due on the evening, and one a day later. */
const learner = async () => {
  const { viewer } = await newPerson()
  const { factIds } = await newSet({}, [viewer.userId], draftOf(manyLines(3)))
  const [one = '', other = ''] = factIds
  const at = EVENING.getTime() - 4 * DAY
  await post(viewer, [
    reviewOf(1, { at, grades: [gradeOf(one, 3)] }),
    reviewOf(2, { at: at + 3 * DAY, grades: [gradeOf(other, 3)] }),
  ])
  return viewer
}

it('tells a browser once a day, from its hour on, encrypted and signed, that something is due', async () => {
  const viewer = await learner()
  await subscribe(viewer, parsePush(browser('/a'), net))
  expect(await remindAll(new Date(EVENING.getTime() - 2 * 3_600_000), net)).toBe(0)
  expect(await remindAll(EVENING, net)).toBe(1)
  expect(await remindAll(new Date(EVENING.getTime() + 3_600_000), net)).toBe(0)
  expect(got).toHaveLength(1)
  const headers: Record<string, unknown> = { ...got[0]?.request.headers }
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '21600', urgency: 'low' })
  expect(headers.authorization).toContain(`k=${vapid().publicKey}`)
  expect(got[0]?.bytes).toBeGreaterThan(80)
  expect(await remindAll(new Date(EVENING.getTime() + DAY), net)).toBe(1)
})

it('says nothing on a day off, nor to who has nothing due or wants it no more', async () => {
  const idle = (await newPerson()).viewer
  await subscribe(idle, parsePush(browser('/idle'), net))
  const viewer = await learner()
  const off = browser('/off')
  await subscribe(viewer, parsePush(off, net))
  await saveSettings(viewer, { weekdaysOff: 1 << EVENING.getUTCDay() })
  expect(await remindAll(EVENING, net)).toBe(0)
  await saveSettings(viewer, { weekdaysOff: 0 })
  await unsubscribe(idle, off.endpoint)
  expect(await db().pushSubscription.count()).toBe(2)
  await unsubscribe(viewer, off.endpoint)
  expect(await remindAll(EVENING, net)).toBe(0)
  expect(got).toEqual([])
})

it('forgets a browser that is gone, and lets one that fails hold up no other', async () => {
  const [one, other] = [await learner(), await learner()]
  await subscribe(one, parsePush(browser('/gone'), net))
  status = 410
  await remindAll(EVENING, net)
  expect(await db().pushSubscription.count()).toBe(0)
  const closed = { ...browser('/x'), endpoint: 'https://10.0.0.1/x' }
  expect(() => parsePush(closed, net)).toThrow()
  await db().pushSubscription.create({
    data: { id: 'closed', ...{ ...closed, keys: undefined }, ...closed.keys, userId: one.userId },
  })
  await subscribe(other, parsePush(browser('/b'), net))
  status = 201
  expect(await remindAll(EVENING, net)).toBe(1)
  expect(got.at(-1)?.request.url).toBe('/b')
})

it.each([
  ['no address', { endpoint: 'http://push.example.org/' }],
  ['a port of its own', { endpoint: 'https://push.example.org:8443/' }],
  ['a key of another length', { keys: { p256dh: 'short', auth: 'a'.repeat(22) } }],
  ['an hour that is none', { hour: 24 }],
  ['a zone that is nowhere', { timeZone: 'Mars/Base' }],
])('refuses %s', (_, change) => {
  expect(() => parsePush({ ...browser('/'), endpoint: 'https://push.example.org/', ...change })).toThrow()
})

it('makes a calendar of what is due, by day, for who has its address, until that is taken back', async () => {
  const viewer = await learner()
  expect(await feedPath(viewer)).toBeNull()
  const file = (await makeFeed(viewer)).split('/').at(-1) ?? ''
  const lines = (await readFeed(file, 'en', EVENING)).split('\r\n')
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
    'DTSTART;VALUE=DATE:20260301',
    'DTSTART;VALUE=DATE:20260302',
  ])
  expect(lines).toContain('SUMMARY:1 question to recall')
  expect(await readFeed(file, 'pl', EVENING)).toContain('1 pytanie do powtórki')
  const again = (await makeFeed(viewer)).split('/').at(-1) ?? ''
  await expect(readFeed(file, 'en')).rejects.toMatchObject({ code: 'not-found' })
  await dropFeed(viewer)
  await expect(readFeed(again, 'en')).rejects.toMatchObject({ code: 'not-found' })
})

it('keeps its keys', () => expect(vapid()).toEqual(vapid()))
