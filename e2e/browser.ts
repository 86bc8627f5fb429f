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

/** Where Chromium is: `CHROMIUM_PATH`, the system's, Playwright's own, else the one inside @sparticuz/chromium. */
const findChromium = async (): Promise<{ executablePath: string; args: string[] }> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...asRoot, ...QUIET]
  const given = process.env.CHROMIUM_PATH
  if (given && !canRun(given)) throw new Error(`CHROMIUM_PATH is ${given}, which cannot be run`)
  const found = [given, ...SYSTEM, chromium.executablePath()].find(canRun)
  if (found) return { executablePath: found, args }
  const { default: packed } = await import('@sparticuz/chromium')
  return { executablePath: await packed.executablePath(), args: [...packed.args, ...args] }
}

/** Launch options for every browser test. */
export const browser = await findChromium()
