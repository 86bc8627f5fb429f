import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browser as options } from '#lib/testing/browser.ts'
import { serve } from '#lib/testing/served.ts'
import { bin, ROOT } from '../setup/run.mjs'
import { BARE, buildBare } from './bare.ts'
import { type Figure, figure, median } from './figure.ts'

// Fetched when it is asked for: two hundred packages that only this measure needs.
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PAGES = { landing: '/', today: '/today', study: '/study' } as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const ROUNDS = 5
const BARE_PORT = 4_877
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
/** How many points a page may lie behind the bare one of the same run. */
const BEHIND = 2

type Scores = Record<(typeof CATEGORIES)[number], number>

/** Lighthouse's scores for a phone, of 100. */
const scoresOf = (url: string, folder: string): Scores => {
  const to = join(folder, 'report.json')
  const only = `--only-categories=${CATEGORIES.join(',')}`
  const args = ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${to}`, only]
  const flags = '--chrome-flags=--headless=new --no-sandbox'
  const chrome = options.executablePath ?? chromium.executablePath()
  const env = { ...process.env, CHROME_PATH: chrome }
  const { status, stderr } = spawnSync('npx', [...args, flags], { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`Lighthouse could not look at ${url}: ${stderr.slice(-400)}`)
  const { categories } = JSON.parse(readFileSync(to, 'utf8')) as { categories: Record<string, { score: number }> }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Scores
}

/** Landing, today and study as somebody meets them who was never here, beside a page that does nothing. */
export const pages = async (): Promise<Figure[]> => {
  const server = await serve()
  await buildBare()
  const [node = '', ...next] = bin('next/dist/bin/next')
  const bare = spawn(node, [...next, 'start', BARE, '-p', String(BARE_PORT)], {
    ...{ cwd: ROOT, stdio: 'ignore' as const },
    env: { ...process.env, NODE_ENV: 'production', FOOTNOTE_DIST_DIR: '.next' },
  })
  const folder = mkdtempSync(join(tmpdir(), 'footnote-lighthouse-'))
  const seen: Record<string, Scores[]> = { bare: [], landing: [], today: [], study: [] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      seen.bare?.push(scoresOf(`http://localhost:${BARE_PORT}/`, folder))
      for (const [name, path] of Object.entries(PAGES)) seen[name]?.push(scoresOf(server.url + path, folder))
    }
  } finally {
    bare.kill()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const of = (page: string, name: keyof Scores) => (seen[page] ?? []).map((scores) => scores[name])
  const least = median(of('bare', 'performance')) - BEHIND
  const more = { unit: 'points', better: 'higher', goal: 1 } as const
  return Object.keys(PAGES).flatMap((page) => [
    ...CATEGORIES.map((name) =>
      figure({ ...more, name: `Lighthouse ${name}, ${page}`, peer: 'goal' }, of(page, name), [GOALS[name]]),
    ),
    figure({ ...more, name: `Lighthouse performance, ${page}`, peer: 'a bare page less 2' }, of(page, 'performance'), [
      least,
    ]),
  ])
}
