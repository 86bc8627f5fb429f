import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, commandOf } from './evaluate/arguments.ts'
import { commitNow } from './evaluate/commit.ts'
import { qualityOf } from './evaluate/quality.ts'
import { agreementLine, ratedTables, warningOf } from './evaluate/rated-tables.ts'
import { readRatings, storeRating } from './evaluate/ratings.ts'
import { ratedAt } from './evaluate/read-rated.ts'
import { reportOf } from './evaluate/report.ts'
import { subjectsFrom } from './evaluate/subjects.ts'
import { plainTable } from './evaluate/table.ts'
import { tablesOf } from './evaluate/tables.ts'
import { writeSheet } from './evaluate/write-sheet.ts'
import { ROOT } from './setup/run.mjs'

/**
 * `npm run --silent evaluate -- [FILE…] [--half worked|unread|other] [--json] [--write]`: what the generator makes of the gold
 * documents and of other prose.
 * `… [FILE…] --sheet FOLDER [--size 200] [--seed 1] [--mix FILE.csv]`: a sheet for raters.
 * `… --rated A [B] --key key.json [--json] [--write]`: what rated sheets say; A and B are `sheet.csv` or a folder of both files.
 */
const QUALITY = join(ROOT, 'lib/questions/QUALITY.md')

const today = (): string => new Date().toISOString().slice(0, 10)
const asJson = (value: unknown): string => JSON.stringify(value, null, 2)

const report = ({ paths, halves, seed, sheet, json, write }: Extract<Command, { kind: 'report' }>): string => {
  const { subjects, refused } = subjectsFrom(paths, halves)
  for (const line of refused) console.error(line)
  if (subjects.length === 0) throw new Error('There is no document to evaluate.')
  const made = { date: today(), commit: commitNow() }
  if (sheet) return writeSheet(sheet, subjects, { seed, ...made })
  if (write) writeFileSync(QUALITY, qualityOf(subjects, readRatings(), made))
  const figures = reportOf(subjects)
  return json ? asJson(figures) : tablesOf(figures).map(plainTable).join('\n\n')
}

const rated = ({ sheets, key, json, write }: Extract<Command, { kind: 'rated' }>): string => {
  const { summary, problems } = ratedAt(sheets, key)
  for (const line of problems) console.error(line)
  if (problems.length > 0) console.error(`${problems.length} rows left out.`)
  const warning = warningOf(summary)
  if (warning) console.error(warning)
  if (summary.void) process.exitCode = 2
  if (write) storeRating(summary)
  if (json) return asJson(summary)
  const said = [warning, agreementLine(summary)].filter((line) => line !== null)
  return [...said, ...ratedTables(summary).map(plainTable)].join('\n\n')
}

try {
  const command = commandOf(process.argv.slice(2))
  console.log(command.kind === 'rated' ? rated(command) : report(command))
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message.split('\n')[0] : thrown)
  process.exitCode = 1
}
