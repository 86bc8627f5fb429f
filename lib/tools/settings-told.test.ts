import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const namesIn = (where: string): string[] => [...new Set(where.match(/\bFOOTNOTE_[A-Z_]+\b/g) ?? [])].sort()

/** What `npm start` says to the server that it starts, and nobody sets. */
const OURS = ['FOOTNOTE_DIST_DIR']

it('tells of every variable that the server reads: in the README, and in the file to copy', () => {
  const sources = readdirSync(new URL('../server', import.meta.url)).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const read = namesIn(sources.map((name) => text(`lib/server/${name}`)).join()).filter((name) => !OURS.includes(name))
  expect(read).toContain('FOOTNOTE_SMTP_URL')
  const table = text('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join()
  expect(namesIn(table)).toEqual(expect.arrayContaining(read))
  expect(namesIn(text('.env.example'))).toEqual(namesIn(table))
})
