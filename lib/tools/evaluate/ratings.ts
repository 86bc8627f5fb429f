import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Summary } from './rated.ts'
import { GOLD } from './subjects.ts'

/** Summaries of all sheets that were rated, the oldest first; how questions were before and are after. */
const RATINGS = join(GOLD, 'ratings/summary.json')

export const readRatings = (path = RATINGS): Summary[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { ratings: Summary[] }).ratings : []

/** Adds a summary, in the place of one for the same sheet. */
export const storeRating = (summary: Summary, path = RATINGS): void => {
  const isSame = ({ seed, date, commit }: Summary) =>
    seed === summary.seed && date === summary.date && commit === summary.commit
  const others = readRatings(path).filter((one) => !isSame(one))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify({ ratings: [...others, summary] }, null, 2)}\n`)
}
