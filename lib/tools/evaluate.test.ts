import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LINES, SHEET_COLUMNS } from './evaluate/columns.ts'
import { readCsv, written } from './evaluate/csv.ts'
import { documentsAt, folderOf } from './evaluate/files.ts'
import { readRatings, storeRating } from './evaluate/ratings.ts'
import { ratedAt } from './evaluate/read-rated.ts'
import type { Report } from './evaluate/report.ts'
import type { Key } from './evaluate/sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'footnote-evaluate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXT = `The Forth Bridge

The Forth Bridge was opened on 4 March 1890 by the Prince of Wales. Benjamin Baker and John Fowler designed the bridge.
Construction of the Forth Bridge began in 1882. The Forth Bridge is 2,467 metres long.
`
const prose = join(folder, 'engineering')
mkdirSync(join(prose, 'more'), { recursive: true })
writeFileSync(join(prose, 'forth.txt'), TEXT)
writeFileSync(join(prose, 'more/notes.json'), '{}')

/** Runs of the whole command, each of seconds where the machine is busy. */
const PATIENCE = 120_000

const evaluate = (...words: string[]) =>
  spawnSync(join('node_modules', '.bin', 'tsx'), ['--conditions=react-server', 'lib/tools/evaluate.ts', ...words], {
    encoding: 'utf8',
  })

describe('prose without gold', () => {
  test('is every document under a folder, of the domain that its folder is called', () => {
    expect(documentsAt(folder)).toEqual([join(prose, 'forth.txt')])
    expect(folderOf(join(prose, 'forth.txt'))).toBe('engineering')
    expect(() => documentsAt(join(folder, 'nothing'))).toThrow('check the path')
  })

  test(
    'has densities',
    () => {
      const { stdout, status, stderr } = evaluate(prose, '--half', 'other', '--json')
      expect(status, stderr).toBe(0)
      const report = JSON.parse(stdout) as Report
      expect(report.documents).toMatchObject([{ name: 'forth.txt', half: 'other', domain: 'engineering' }])
      expect(report.all.facts).toBeGreaterThan(0)
      expect(report.all.rates).toMatchObject({ answered: null, wordsPerSecond: expect.any(Number) })
    },
    PATIENCE,
  )
})

describe('a sheet', () => {
  const out = join(folder, 'sheet')
  const order = [prose, '--half', 'other', '--sheet', out, '--seed', '4', '--size', '5']

  test(
    'is written once, rated, and read back',
    () => {
      expect(evaluate(...order).status).toBe(0)
      const again = evaluate(...order)
      expect([again.status, again.stdout]).toEqual([1, ''])
      expect(again.stderr).toContain('is there already')

      const key = JSON.parse(readFileSync(join(out, 'key.json'), 'utf8')) as Key
      const rows = readCsv(readFileSync(join(out, 'sheet.csv'), 'utf8'), SHEET_COLUMNS, 'sheet')
      expect(rows.map(({ id }) => id)).toEqual(Object.keys(key.rows))
      expect(key).toMatchObject({ seed: '4', commit: expect.any(String) })
      const yes = Object.fromEntries(LINES.map((line) => [line, 'y']))
      const rated = join(folder, 'a.csv')
      writeFileSync(
        rated,
        written(
          SHEET_COLUMNS,
          rows.map((row) => ({ ...row, ...yes })),
        ),
      )
      const { summary, problems } = ratedAt([rated, out], join(out, 'key.json'))
      expect(summary.raters[0]?.all).toMatchObject({ n: rows.length, yes: rows.length })
      expect(summary.raters[1]).toMatchObject({ all: { n: 0 }, excluded: rows.length })
      expect(problems).toHaveLength(rows.length)

      const store = join(folder, 'ratings/summary.json')
      expect(readRatings(store)).toEqual([])
      storeRating(summary, store)
      storeRating({ ...summary, seed: '5' }, store)
      storeRating({ ...summary, questions: 9 }, store)
      expect(readRatings(store).map(({ seed, questions }) => [seed, questions])).toEqual([
        ['5', rows.length],
        ['4', 9],
      ])
    },
    PATIENCE,
  )

  test('needs a key that is one', () => {
    writeFileSync(join(folder, 'no-key.json'), '{"seed":"1"}')
    expect(() => ratedAt([out], join(folder, 'no-key.json'))).toThrow('is no key of a sheet')
    expect(() => ratedAt([join(folder, 'gone.csv')], join(out, 'key.json'))).toThrow('check the path')
    expect(existsSync(join(out, 'stems.csv'))).toBe(true)
  })
})
