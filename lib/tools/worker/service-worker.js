// Served at /sw.js with MANIFEST filled in by shell-worker.mjs after a build. No library and no build step: what is here runs.

/** @type {{ version: string, pages: Record<string, string[]>, files: string[], away: string }} */
const MANIFEST = __MANIFEST__

const SHELL = `shell-${MANIFEST.version}`
const MEDIA = 'media'
const PAGES = Object.keys(MANIFEST.pages)
const FILES = new Set(MANIFEST.files)
const MEDIA_PATH = /^\/api\/media\/[0-9a-f]{64}$/
/** Where a version notes in which language its pages came. */
const LANGUAGE = '/language'
/** A page that is neither here nor soon there: a stalled network is worse than none. */
const PATIENCE_MS = 8_000

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Fetches what belongs to this build, past every cache; throws where anything else comes. */
const fetched = async (path) => {
  // What is named by its content may come from the browser's cache.
  const cache = path.startsWith('/_next/static/') ? 'default' : 'reload'
  const response = await fetch(new Request(path, { cache, credentials: 'omit' }))
  if (!response.ok || response.redirected) throw new Error(`${path} answered ${response.status}`)
  const hashes = MANIFEST.pages[path]
  if (hashes) {
    const hash = hex(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()))
    if (!hashes.includes(hash)) throw new Error(`${path} is of another build`)
  }
  return response
}

const install = async () => {
  const cache = await caches.open(SHELL)
  try {
    await Promise.all([...PAGES, ...FILES].map(async (path) => cache.put(path, await fetched(path))))
    await cache.put(LANGUAGE, new Response(navigator.language))
  } catch (error) {
    // The worker before this one goes on with its own.
    await caches.delete(SHELL)
    throw error
  }
}

/** Keeps what the version before had, for pages of it that are still open. */
const activate = async () => {
  const shells = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL)
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)))
  await clients.claim()
}

const inShell = (path) => caches.open(SHELL).then((cache) => cache.match(path))

/** Whoever has changed the language of their browser gets the pages in it as soon as there is a network. */
const isInLanguage = async () => (await (await inShell(LANGUAGE))?.text()) === navigator.language

const navigate = async (request, path) => {
  const page = PAGES.includes(path) ? await inShell(path) : undefined
  if (page && (await isInLanguage())) return page
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    const kept = page ?? (await inShell(MANIFEST.away))
    if (kept) return kept
    throw error
  }
}

/** From this version, else from the one before, else from the network. */
const file = async (request, path) => (await inShell(path)) ?? (await caches.match(path)) ?? fetch(request)

const media = async (request, path) => {
  const cache = await caches.open(MEDIA)
  const kept = await cache.match(path)
  if (kept) return kept
  const response = await fetch(request)
  if (response.status === 200) await cache.put(path, response.clone())
  return response
}

/** What the server says once a day; one notification at a time. */
const notify = async (data) => {
  const { title, body } = data?.json() ?? {}
  await self.registration.showNotification(title ?? 'Footnote', { body, icon: '/icon-192.png', tag: 'due' })
}

/** A page that is open comes forward, but for one in the middle of a session. */
const open = async () => {
  const pages = await clients.matchAll({ type: 'window' })
  const page = pages.find(({ url }) => new URL(url).pathname === '/today')
  await (page ? page.focus() : clients.openWindow('/today'))
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') self.skipWaiting()
})
self.addEventListener('push', (event) => event.waitUntil(notify(event.data)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  if (request.mode === 'navigate') event.respondWith(navigate(request, path))
  else if (FILES.has(path) || path.startsWith('/_next/static/')) event.respondWith(file(request, path))
  else if (MEDIA_PATH.test(path)) event.respondWith(media(request, path))
})
