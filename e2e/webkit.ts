import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '../lib/testing/served.ts'

// Studies in WebKit, the engine of every browser on an iPhone: online, with the server gone, and with the server back. Asks
// for Debian's webkit2gtk-driver and Xvfb; without them it says so and is done.

const DRIVER_PORT = 47_211
const DISPLAY = ':47'
const WITHIN_MS = 30_000
const BROWSERS = ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

const has = (program: string) => spawnSync('which', [program]).status === 0
const binary = BROWSERS.find(existsSync)
if (!has('WebKitWebDriver') || !has('Xvfb') || !binary) {
  console.log('Skipped: no WebKit here. On Debian: apt-get install webkit2gtk-driver xvfb')
  process.exit(0)
}

/** The W3C's protocol, as much of it as this needs. */
const command = async <T>(method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<T> => {
  const response = await fetch(`http://127.0.0.1:${DRIVER_PORT}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
  return value
}

const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  const late = Date.now() + WITHIN_MS
  while (Date.now() < late) {
    const found = await look().catch(() => null)
    if (found !== null) return found
    await pause(200)
  }
  throw new Error(`Not in time: ${what}`)
}

const started: ChildProcess[] = []
const start = (program: string, args: string[]): void => {
  const env = { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' }
  started.push(spawn(program, args, { env, stdio: 'ignore' }))
}

const open = async () => {
  start('Xvfb', [DISPLAY, '-screen', '0', '800x1000x24'])
  await pause(1_000)
  start('WebKitWebDriver', [`--port=${DRIVER_PORT}`])
  const options = { binary, args: ['--automation'] }
  const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }
  const { sessionId } = await until('a browser', () => command<{ sessionId: string }>('POST', '/session', wanted))
  const session = `/session/${sessionId}`
  const script = <T>(text: string) =>
    command<T>('POST', `${session}/execute/async`, {
      script: `const done = arguments[0]; (async () => { ${text} })().then(done, (error) => done(String(error)))`,
      args: [],
    })
  const find = (xpath: string) =>
    until(xpath, () => command<Record<string, string>>('POST', `${session}/element`, { using: 'xpath', value: xpath }))
  return {
    go: (url: string) => command('POST', `${session}/url`, { url }),
    script,
    see: find,
    click: async (xpath: string) => {
      const { [ELEMENT]: id } = await find(xpath)
      await pause(300)
      await command('POST', `${session}/element/${id}/click`)
    },
    close: () => command('DELETE', session),
  }
}

const QUESTION = "//h1[contains(@class, 'question')]"
const ON_DEVICE = `
  const { userId } = JSON.parse(localStorage.getItem('footnote.account'))
  const opened = await new Promise((done) => { const opening = indexedDB.open('footnote-' + userId); opening.onsuccess = () => done(opening.result) })
  const count = (table) => new Promise((done) => { const reading = opened.transaction(table).objectStore(table).count(); reading.onsuccess = () => done(reading.result) })
  const counts = [await count('entries'), await count('outbox')]
  opened.close()
  return counts.join(' ')`

const server = await serve()
let back: Awaited<ReturnType<typeof serve>> | null = null
try {
  const { go, script, see, click, close } = await open()
  const answer = async () => {
    await see(QUESTION)
    await click("//button[contains(., 'know yet')]")
    await see("//*[contains(@class, 'verdict')]")
    await see("//*[contains(@class, 'footnote')]")
    await click("//button[contains(., 'Continue')]")
  }
  const counted = (counts: string) =>
    until(`${counts} entries and unsent`, async () => ((await script<string>(ON_DEVICE)) === counts ? true : null))
  await go(`${server.url}/`)
  await click("//button[contains(., 'Start studying')]")
  await answer()
  await answer()
  await counted('2 0')
  await script('await navigator.serviceWorker.ready')
  await go(`${server.url}/today`)
  await see("//*[contains(text(), 'Ready offline until')]")
  await server.kill()
  await go(`${server.url}/study`)
  await answer()
  await answer()
  await counted('4 2')
  back = await serve(server.dataFolder, {}, Number(new URL(server.url).port))
  await go(`${server.url}/today`)
  await counted('4 0')
  await close()
  console.log('WebKit: studied online, with the server gone and with the server back; 4 answers on the server.')
} finally {
  for (const child of started.reverse()) child.kill()
  await (back ?? server).stop()
}
process.exit(0)
