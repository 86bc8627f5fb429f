import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const UP_WITHIN_MS = 240_000

/** The built app, served by `npm start`'s own script on a port and a data folder of its own. */
export type Served = {
  url: string
  dataFolder: string
  /** What it has printed until it was up. */
  output: string
  /** `kill -9` to the server and all it started. */
  kill: () => Promise<void>
  /** Ends it as Ctrl+C does; the data folder is removed. */
  stop: () => Promise<void>
}

type Settings = Record<string, string>

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

/** Resolves with what was printed until then. */
const whenUp = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = ''
    const late = setTimeout(() => reject(new Error(`Not up in time:\n${output}`)), UP_WITHIN_MS)
    const read = (chunk: Buffer) => {
      output += chunk
      if (!output.includes('Footnote is at')) return
      clearTimeout(late)
      resolve(output)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${output}`)))
  })

/** The certificate of footnote.test and localhost that tests serve with; it protects nothing. */
export const TEST_TLS = {
  FOOTNOTE_TLS_CERT: join(ROOT, 'lib/testing/tls/cert.pem'),
  FOOTNOTE_TLS_KEY: join(ROOT, 'lib/testing/tls/key.pem'),
}

/**
 * Starts the app; with `dataFolder`, on data that an earlier one left; `at` its port; `settings` may depend on the address it will have. Builds
 * first where the sources changed.
 */
export const serve = async (
  dataFolder = mkdtempSync(join(tmpdir(), 'footnote-served-')),
  given: Settings | ((url: string) => Settings) = {},
  at: number | null = null,
): Promise<Served> => {
  const port = at ?? (await freePort())
  const settings = typeof given === 'function' ? given(`http://localhost:${port}`) : given
  const child = spawn(process.execPath, ['lib/tools/start.mjs'], {
    cwd: ROOT,
    // Its own process group, so that a signal reaches the server behind the script too.
    detached: true,
    env: { ...process.env, PORT: String(port), FOOTNOTE_DATA: dataFolder, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const signal = async (name: NodeJS.Signals) => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, name)
    await ended(child)
  }
  let output: string
  try {
    output = await whenUp(child)
  } catch (error) {
    await signal('SIGKILL')
    throw error
  }
  return {
    url: `${settings.FOOTNOTE_TLS_CERT ? 'https' : 'http'}://localhost:${port}`,
    dataFolder,
    output,
    kill: () => signal('SIGKILL'),
    stop: async () => {
      await signal('SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
