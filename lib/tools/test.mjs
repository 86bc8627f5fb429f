import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './setup/build.mjs'
import { checks } from './setup/checks.mjs'
import { generateClients, install } from './setup/install.mjs'
import { needNode } from './setup/machine.mjs'
import { bin, run } from './setup/run.mjs'
import { say } from './setup/say.mjs'

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null
const long = process.argv.includes('--long')
const reports = mkdtempSync(join(tmpdir(), 'footnote-reports-'))
const sum = { passed: 0, failed: 0 }

/** Adds a runner's own counts; a runner that died without a report, or exits non-zero with nothing failed, is a failure. */
const add = (name, code, counts) => {
  sum.passed += counts?.passed ?? 0
  sum.failed += counts?.failed ?? 0
  if (!counts || (code !== 0 && counts.failed === 0)) sum.failed++
  if (counts?.passed === 0 && counts.failed === 0) sum.failed++
  const again = counts?.again ? `, ${counts.again} only at the second try` : ''
  say(`${name}: ${counts ? `${counts.passed} passed, ${counts.failed} failed${again}` : `no result (exit ${code})`}`)
}
const report = (file, read) => {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

const check = async () => add('Checks', 0, await checks().then((failed) => ({ passed: 4 - failed, failed })))

const vitest = async (name, args, env = {}) => {
  const file = join(reports, `${name}.json`)
  const command = [
    ...bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${file}`,
    ...args,
  ]
  const { code } = await run(`${name} tests`, command, { quiet: false, env })
  add(
    name,
    code,
    report(file, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests + json.numPendingTests })),
  )
}

const playwright = async () => {
  const { slot, fresh } = await build()
  if (!fresh) return add('Build', 1, null)
  const file = join(reports, 'e2e.json')
  const command = [...bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json']
  const { code } = await run('Browser tests', command, {
    quiet: false,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FOOTNOTE_DIST_DIR: slot },
  })
  add(
    'Browser',
    code,
    report(file, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped,
      again: stats.flaky,
    })),
  )
}

needNode()
try {
  await install()
  await generateClients()
  if (long) await vitest('Long', [], { FOOTNOTE_LONG: '1' })
  else {
    if (!only) {
      await check()
      await vitest('Unit', [])
    }
    if (!only || only === 'e2e') await playwright()
  }
} catch (error) {
  console.error(error.message)
  sum.failed++
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed ? 1 : 0
