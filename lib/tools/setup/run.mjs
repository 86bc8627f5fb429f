import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { say } from './say.mjs'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const STILL_WORKING_MS = 15_000

/**
 * Runs a command from the repository's root and says every 15 seconds that it is still at work.
 * @param {string} title what a person reads, or '' to say nothing
 * @param {string[]} command program and arguments
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: output is kept and shown only on failure
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export const run = (title, [program, ...args], { env = {}, quiet = true } = {}) =>
  new Promise((resolve) => {
    const begun = Date.now()
    const seconds = () => Math.round((Date.now() - begun) / 1000)
    if (title) say(`${title} …`)
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const ticking = setInterval(() => title && say(`${title} … ${seconds()} s`), STILL_WORKING_MS)
    const finish = (code) => {
      clearInterval(ticking)
      resolve({ code, output, seconds: seconds() })
    }
    child.on('error', (error) => {
      output += String(error)
      finish(127)
    })
    child.on('close', (code, signal) => finish(code ?? (signal ? 143 : 1)))
  })

/** Like `run`, but a failure prints what the command said and throws. */
export const must = async (title, command, options) => {
  const done = await run(title, command, options)
  if (done.code !== 0) {
    process.stderr.write(done.output)
    throw new Error(`${title || command.join(' ')} failed (exit ${done.code})`)
  }
  return done
}

/** The path of a package's command, to be run by this very node. */
export const bin = (path) => [process.execPath, `${ROOT}node_modules/${path}`]
/** A TypeScript entry, run so that `server-only` resolves as it does in Next. */
export const script = (path, ...args) => [...bin('tsx/dist/cli.mjs'), '--conditions=react-server', path, ...args]
