import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings, type SyncRequest } from '#lib/sync/index.ts'
import { NOON, reviewOf } from '#lib/testing/entries.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { fetchPack, httpPeer } from './peer.ts'
import { fetchJson } from './wire.ts'

const respond = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

const serve = (answer: (path: string, init: RequestInit) => Response | Promise<Response>) => {
  const fetched = vi.fn(async (path: string, init: RequestInit) => answer(path, init))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const request = (entries: number): SyncRequest => ({
  protocol: 1,
  userId: 'u',
  clientNow: NOON,
  cursor: 0,
  entries: Array.from({ length: entries }, (_, i) => reviewOf(i + 1)),
})

const responseFor = (init: RequestInit) => ({
  acked: (JSON.parse(String(init.body)) as SyncRequest).entries.map(({ id, at }, i) => ({
    id,
    effectiveAt: at,
    serverSeq: i + 1,
  })),
  rejected: [],
  pulled: { entries: [], packs: [], settings: defaultSettings, assignments: [] },
  cursor: 1,
  more: false,
  serverNow: NOON,
})

afterEach(() => vi.unstubAllGlobals())

describe('an exchange', () => {
  it('posts the request as JSON and returns the response', async () => {
    const fetched = serve((_, init) => respond(200, responseFor(init)))
    expect((await httpPeer.exchange(request(2))).acked).toHaveLength(2)
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/sync')
    expect(fetched.mock.calls[0]?.[1].headers).toEqual({ 'content-type': 'application/json' })
  })

  it('that is too large goes out by halves, and says that there is more', async () => {
    const fetched = serve((_, init) => {
      const { entries } = JSON.parse(String(init.body)) as SyncRequest
      return entries.length > 3
        ? respond(413, { error: { code: 'too-large', message: 'No' } })
        : respond(200, responseFor(init))
    })
    const response = await httpPeer.exchange(request(10))
    expect(response.acked).toHaveLength(3)
    expect(response.more).toBe(true)
    expect(fetched).toHaveBeenCalledTimes(3)
  })

  it('of one entry that is too large fails instead of going on for ever', async () => {
    serve(() => respond(413, {}))
    await expect(httpPeer.exchange(request(1))).rejects.toMatchObject({ fault: 'too-large' })
  })

  it.each([
    [401, 'signed-out'],
    [409, 'not-yours'],
    [400, 'refused'],
    [500, 'refused'],
  ])('answered by %d is %s, in the words of the server', async (status, fault) => {
    serve(() => respond(status, { error: { code: 'x', message: 'What is wrong' } }))
    await expect(httpPeer.exchange(request(1))).rejects.toMatchObject({ fault, status, message: 'What is wrong' })
  })

  it.each([['<html>Sign in to the café</html>'], ['null'], ['{"acked": 3}'], ['{"acked": [], "rejected": []}']])(
    'answered by %s is garbled',
    async (body) => {
      serve(() => respond(200, body))
      await expect(httpPeer.exchange(request(1))).rejects.toMatchObject({ fault: 'garbled' })
    },
  )

  it('over a broken line is offline', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(httpPeer.exchange(request(1))).rejects.toMatchObject({ fault: 'offline' })
  })
})

describe('any request', () => {
  it('that stalls is given up', async () => {
    serve(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
        }),
    )
    await expect(fetchJson('/api/session', {}, 20)).rejects.toMatchObject({ fault: 'offline' })
  })
})

describe('a pack', () => {
  const ref = { setId: 'lighthouse', version: 1, hash: '', title: '', addedAt: 0, newPerDayMax: null, paused: false }

  it('is fetched by set and version', async () => {
    const fetched = serve(() => respond(200, packOfLighthouse()))
    expect((await fetchPack(ref)).facts).toHaveLength(packOfLighthouse().facts.length)
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/packs/lighthouse@1')
  })

  it('of another set is garbled', async () => {
    serve(() => respond(200, packOfLighthouse('other')))
    await expect(fetchPack(ref)).rejects.toMatchObject({ fault: 'garbled' })
  })
})
