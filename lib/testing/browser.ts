import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A name besides localhost that the tests' browser takes for this machine: over plain HTTP, not a secure context. */
export const OTHER_NAME = 'footnote.test'

/** A browser that no other program of this machine notices, and that starts as root in a container. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${OTHER_NAME} 127.0.0.1`,
]

const canRun = (path: string | undefined): path is string => {
  if (!path) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The headless shell inside @sparticuz/chromium; null where this machine cannot run it (another processor, no libraries). */
const packed = async (): Promise<string | null> => {
  try {
    const { default: chromiumPacked } = await import('@sparticuz/chromium')
    const path = await chromiumPacked.executablePath()
    return spawnSync(path, ['--version']).status === 0 ? path : null
  } catch {
    return null
  }
}

/**
 * Where Chromium is: `CHROMIUM_PATH`, the packed headless shell, the system's, else Playwright's own. The shell comes first: a
 * whole browser takes a quarter longer. Its package's own arguments are left: they are for a cloud function, run all pages in
 * one process and lift the same-origin policy.
 */
const findChromium = async (): Promise<{ executablePath: string; args: string[] }> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...asRoot, ...QUIET]
  const given = process.env.CHROMIUM_PATH
  if (given && !canRun(given)) throw new Error(`CHROMIUM_PATH is ${given}, which cannot be run`)
  const executablePath = given ?? (await packed()) ?? [...SYSTEM, chromium.executablePath()].find(canRun)
  if (!executablePath) throw new Error('No Chromium runs here. Install one, and set CHROMIUM_PATH to it.')
  return { executablePath, args }
}

/** Launch options for every browser test. */
export const browser = await findChromium()
