import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET } from '#app/api/classes/[class]/signals/route.ts'
import { newDatabase, newPerson, type Person, SITE } from '#lib/testing/people.ts'
import { transaction } from '../../db.ts'
import { signalIn } from '../signal.ts'
import { makeClass } from '../write.ts'
import { hub } from './hub.ts'

let end: () => Promise<void>
let ada: Person
let classId: string
beforeAll(async () => {
  ;({ end } = await newDatabase())
  ada = await newPerson({ name: 'Ada' })
  ;({ classId } = await makeClass(ada.viewer, { title: 'Tides', note: null }))
  await transaction(async (tx) => {
    for (const topic of ['roster', 'notices'] as const) await signalIn(tx, classId, topic)
  })
})
afterAll(async () => {
  await hub().stop()
  await end()
})

const ask = (query = '', headers: Record<string, string> = {}, method = 'GET') => {
  const request = new Request(`${SITE}/api/classes/${classId}/signals${query}`, {
    method,
    headers: { host: new URL(SITE).host, cookie: ada.cookie, ...headers },
  })
  return GET(request, { params: Promise.resolve({ class: classId }) })
}
const firstChunk = async (response: Response) => {
  const reader = response.body?.getReader()
  const chunk = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(chunk?.value)
}

it('is a stream that nobody keeps, compresses or buffers, and that makes room when it is left', async () => {
  const response = await ask()
  expect(hub().count()).toBe(1)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'close',
    'x-content-type-options': 'nosniff',
  })
  expect(await firstChunk(response)).toMatch(/^retry: \d+\nid: 2\n\n$/)
  expect(hub().count()).toBe(0)
})

it('begins behind what its browser heard last, whatever the address says', async () => {
  expect(await firstChunk(await ask('?after=0'))).toMatch(/id: 1\ndata: .*roster.*\n\nid: 2\ndata: .*notices/)
  const back = await firstChunk(await ask('?after=0', { 'last-event-id': '1' }))
  expect(back).toContain('id: 2\ndata: {"topic":"notices","assignmentId":null}')
  expect(back).not.toContain('roster')
})

it('answers once and as JSON whoever cannot hold a stream', async () => {
  const told = await ask('?after=1', { accept: 'application/json' })
  expect(await told.json()).toEqual({ last: 2, signals: [{ seq: 2, topic: 'notices', assignmentId: null }] })
})

it('opens none for a HEAD, which nobody would close', async () => {
  expect((await ask('', {}, 'HEAD')).status).toBe(200)
  expect(hub().count()).toBe(0)
})

it.each(['?after=', '?after=-1', '?after=1e3', '?after=2147483648', '?after=99999999999'])(
  'takes no %s',
  async (query) => {
    expect((await ask(query)).status).toBe(400)
  },
)
