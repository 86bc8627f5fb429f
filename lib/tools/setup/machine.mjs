import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { ROOT } from './run.mjs'
import { giveUp } from './say.mjs'

const NODE_FLOOR = [20, 19]

/** Refuses a Node that is too old, in one line. */
export const needNode = (version = process.versions.node) => {
  const [major, minor] = version.split('.').map(Number)
  if (major < NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor < NODE_FLOOR[1]))
    giveUp(
      `Footnote needs Node ${NODE_FLOOR.join('.')} or newer; this is ${version}. Install it from https://nodejs.org.`,
    )
}

/** Makes a folder and those above it. Node's own `recursive` never ends where a file system refuses with ENOENT, as /proc does. */
const makeFolder = (folder) => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** The data folder, made where missing; one line and an exit where it cannot be written. */
export const needDataFolder = () => {
  const folder = resolve(ROOT, process.env.FOOTNOTE_DATA ?? 'data')
  try {
    makeFolder(folder)
    readdirSync(folder)
    accessSync(folder, constants.W_OK | constants.R_OK)
  } catch (error) {
    giveUp(
      `Cannot write to the data folder ${folder} (${error.code}). Set FOOTNOTE_DATA to a folder that you may write to.`,
    )
  }
  return folder
}

/** One line and an exit where another server has the data folder; migrating beside it would change tables under its feet. */
export const needAlone = async (folder) => {
  if (/^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')) return
  // Only now: better-sqlite3 may just have been installed.
  const { takeFolder, takenLine } = await import('../../server/one-server.mjs')
  const lock = await takeFolder(folder).catch((error) =>
    giveUp(`Cannot lock the data folder ${folder} (${error.code}).`),
  )
  if (lock === null) giveUp(takenLine(folder))
  // The server takes it for itself.
  lock.close()
}

/** The port to serve on, known to be free at this moment. */
export const needPort = () =>
  new Promise((done) => {
    const text = process.env.PORT ?? '3000'
    const port = Number(text)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      giveUp(`PORT is "${text}"; it must be a number from 1 to 65535.`)
    const probe = createServer()
    probe.once('error', (error) =>
      giveUp(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`
          : `Cannot listen on port ${port} (${error.code}). Choose another: PORT=3000 npm start`,
      ),
    )
    probe.listen(port, () => probe.close(() => done(port)))
  })

const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

const prebuiltSqliteUrl = () => {
  const lock = JSON.parse(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8'))
  const { version } = lock.packages['node_modules/better-sqlite3']
  const name = `better-sqlite3-v${version}-node-v${process.versions.modules}-${process.platform}-${process.arch}.tar.gz`
  return `https://github.com/WiseLibs/better-sqlite3/releases/download/v${version}/${name}`
}

const canFetch = (url) =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  )

/**
 * SQLite's binding is fetched ready-made or compiled. Where it cannot be fetched and nothing can compile it, an install
 * would fail after minutes with pages of output; this says so first.
 * @param {(url: string) => Promise<boolean>} [reachable]
 */
export const needSqliteBinding = async (reachable = canFetch) => {
  if (process.platform !== 'win32' && ['python3', 'make', 'g++'].every(has)) return
  if (await reachable(prebuiltSqliteUrl())) return
  const how = process.platform === 'darwin' ? 'xcode-select --install' : 'sudo apt-get install -y python3 make g++'
  giveUp(`SQLite must be compiled here and no compiler was found. Install one: ${how}`)
}
