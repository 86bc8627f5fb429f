import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import { browser, OTHER_NAME } from '../lib/testing/browser.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

// The workers read this file again: what the first reading chose reaches them through the environment.
process.env.FOOTNOTE_E2E_PORT ??= String(await freePort())
process.env.FOOTNOTE_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'footnote-e2e-'))
const url = `http://localhost:${process.env.FOOTNOTE_E2E_PORT}`

export default defineConfig({
  testDir: '.',
  outputDir: join(tmpdir(), `footnote-e2e-results-${process.env.FOOTNOTE_E2E_PORT}`),
  globalTeardown: './teardown.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A browser on a loaded machine now and then misses a moment; what fails twice is broken. The run names what it tried again.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A trace of every test would take nearly as long as the tests; where one fails, `--trace on` records it.
  use: { baseURL: url, trace: 'off', launchOptions: browser, locale: 'en-GB', timezoneId: 'Asia/Tokyo' },
  projects: [{ name: 'phone', use: devices['Pixel 7'] }],
  webServer: {
    command: process.env.FOOTNOTE_E2E_COMMAND ?? 'node lib/tools/start.mjs',
    cwd: ROOT,
    url: `${url}/api/health`,
    env: {
      PORT: process.env.FOOTNOTE_E2E_PORT,
      FOOTNOTE_DATA: process.env.FOOTNOTE_E2E_DATA,
      FOOTNOTE_HOSTS: OTHER_NAME,
    },
    timeout: 600_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
