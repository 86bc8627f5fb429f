import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const SOURCE = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
const ORIGIN = 'https://footnote.test'
const CHUNK = '/_next/static/chunks/a1.js'

/** What a server answers, by path; a path that is missing is a server that cannot be reached. */
type Site = Map<string, { body: string; status?: number }>
const siteOf = (build: string): Site =>
  new Map(['/today', '/away', CHUNK, '/favicon.svg'].map((path) => [path, { body: `${path} of ${build}` }]))

type Stores = Map<string, Map<string, Response>>
type Event = {
  request?: Request
  data?: unknown
  notification?: { close: () => void }
  waitUntil?: (work: Promise<unknown>) => void
}

/** A worker of one build in a browser that keeps `stores`, on a network that is `site`. */
const workerOf = (build: string, stores: Stores, site: Site, language = { language: 'en-GB' }) => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const manifest = {
    version: build,
    pages: Object.fromEntries(['/today', '/away'].map((path) => [path, ['x', sha256(`${path} of ${build}`)]])),
    files: [CHUNK, '/favicon.svg'],
    away: '/away',
  }
  const asked: string[] = []
  const pathOf = (request: Request | string) =>
    new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname
  const storeOf = (name: string) => ({
    match: async (request: Request | string) => stores.get(name)?.get(pathOf(request))?.clone(),
    put: async (request: Request | string, response: Response) => void stores.get(name)?.set(pathOf(request), response),
  })
  const listeners = new Map<string, (event: unknown) => void>()
  const skipped = { waiting: false }
  const said: unknown[] = []
  const opened: string[] = []
  const pages: { url: string; focus: () => void }[] = []
  const sandbox = {
    self: {
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      skipWaiting: () => {
        skipped.waiting = true
      },
      registration: { showNotification: async (title: string, more: object) => void said.push({ title, ...more }) },
    },
    caches: {
      open: async (name: string) => {
        if (!stores.has(name)) stores.set(name, new Map())
        return storeOf(name)
      },
      keys: async () => [...stores.keys()],
      delete: async (name: string) => stores.delete(name),
      match: async (path: string) => {
        for (const name of stores.keys()) {
          const found = await storeOf(name).match(path)
          if (found) return found
        }
        return undefined
      },
    },
    clients: {
      claim: async () => {},
      matchAll: async () => pages,
      openWindow: async (path: string) => void opened.push(path),
    },
    location: { origin: ORIGIN },
    crypto: globalThis.crypto,
    navigator: language,
    Response,
    fetch: async (request: Request | string) => {
      const path = pathOf(request)
      asked.push(path)
      const answer = site.get(path)
      if (!answer) throw new TypeError('Failed to fetch')
      return new Response(answer.body, { status: answer.status ?? 200 })
    },
    Request: class extends Request {
      constructor(input: string, init?: RequestInit) {
        super(new URL(input, ORIGIN), init)
      }
    },
    ...{ URL, Uint8Array, Set, Object, AbortSignal, Promise, Error },
  }
  runInContext(
    SOURCE.replace('__MANIFEST__', () => JSON.stringify(manifest)),
    createContext(sandbox),
  )
  const run = (name: string, event: Event = {}) => {
    let work: Promise<unknown> = Promise.resolve()
    listeners.get(name)?.({ ...event, waitUntil: (given: Promise<unknown>) => (work = given) })
    return work
  }
  const get = async (path: string, mode: 'navigate' | 'cors' = 'cors'): Promise<string | null> => {
    let answer: Promise<Response> | null = null
    const request = { url: `${ORIGIN}${path}`, method: 'GET', mode }
    listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer === null ? null : (await (answer as Promise<Response>)).text()
  }
  return { run, get, asked, skipped, said, opened, pages }
}

const installed = async (build: string, stores: Stores = new Map(), language = { language: 'en-GB' }) => {
  const site = siteOf(build)
  const worker = workerOf(build, stores, site, language)
  await worker.run('install')
  await worker.run('activate')
  return { ...worker, stores, site }
}

describe('the service worker', () => {
  it('says what the server pushes, and brings today forward where it is open, or opens it', async () => {
    const { run, said, opened, pages } = await installed('one')
    const due = { title: '3 questions to recall', body: 'A few minutes.' }
    await run('push', { data: { json: () => due } })
    await run('push')
    expect(said).toEqual([
      { ...due, icon: '/icon-192.png', tag: 'due' },
      { title: 'Footnote', body: undefined, icon: '/icon-192.png', tag: 'due' },
    ])
    const closed: string[] = []
    const notification = { close: () => void closed.push('closed') }
    pages.push({ url: `${ORIGIN}/study`, focus: () => void opened.push('study forward') })
    await run('notificationclick', { notification })
    pages.push({ url: `${ORIGIN}/today`, focus: () => void opened.push('today forward') })
    await run('notificationclick', { notification })
    expect([closed, opened]).toEqual([
      ['closed', 'closed'],
      ['/today', 'today forward'],
    ])
  })

  it('shows its pages and their files from the device, whatever the network', async () => {
    const { get, site, asked } = await installed('one')
    site.clear()
    asked.length = 0
    expect(await get('/today', 'navigate')).toBe('/today of one')
    expect(await get('/today/?set=7', 'navigate')).toBe('/today of one')
    expect(await get(CHUNK)).toBe(`${CHUNK} of one`)
    expect(asked).toEqual([])
  })

  it('goes to the network for everything else, and says in a page of its own where there is none', async () => {
    const { get, site } = await installed('one')
    site.set('/desk', { body: 'the desk' })
    expect(await get('/desk', 'navigate')).toBe('the desk')
    site.clear()
    expect(await get('/desk', 'navigate')).toBe('/away of one')
    expect(await get('/api/sync')).toBeNull()
  })

  it.each([
    ['a file that is missing', (site: Site) => site.set(CHUNK, { body: '', status: 404 })],
    ['a server that is down', (site: Site) => site.set('/today', { body: '', status: 502 })],
    ['a page of another build', (site: Site) => site.set('/today', { body: '/today of some other' })],
    ['a network that ends', (site: Site) => site.delete('/away')],
  ])('does not install over %s, and leaves the version before in place', async (_, spoil) => {
    const { stores, get } = await installed('one')
    const site = siteOf('two')
    spoil(site)
    const worker = workerOf('two', stores, site)
    await expect(worker.run('install')).rejects.toThrow()
    expect([...stores.keys()]).toEqual(['shell-one'])
    expect(await get('/today', 'navigate')).toBe('/today of one')
  })

  it('takes over when it is told to, and keeps the files of the version before for pages that are open', async () => {
    const { stores } = await installed('one')
    await installed('two', stores)
    const three = await installed('three', stores)
    expect([...stores.keys()]).toEqual(['shell-two', 'shell-three'])
    expect(three.skipped.waiting).toBe(false)
    await three.run('message', { data: 'take-over' })
    expect(three.skipped.waiting).toBe(true)
  })

  it('shows its pages anew in another language where the browser has changed it, and without a network as they are', async () => {
    const browser = { language: 'en-GB' }
    const { get, site } = await installed('one', new Map(), browser)
    browser.language = 'pl'
    site.set('/today', { body: 'dzisiaj' })
    expect(await get('/today', 'navigate')).toBe('dzisiaj')
    site.clear()
    expect(await get('/today', 'navigate')).toBe('/today of one')
  })

  it('keeps a picture of a list once it was seen', async () => {
    const { get, site } = await installed('one')
    const path = `/api/media/${'a'.repeat(64)}`
    site.set(path, { body: 'a picture' })
    expect(await get(path)).toBe('a picture')
    site.clear()
    expect(await get(path)).toBe('a picture')
  })
})
