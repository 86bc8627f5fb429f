import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decoded } from '../generate.ts'
import { type Summary, summaryOf } from './rated.ts'
import type { Key } from './sheet.ts'
import { type Handed, readRated } from './verdict.ts'

const text = (path: string): string => decoded(readFileSync(path))

/** A sheet, or a folder with `sheet.csv` and, where stems were judged first, `stems.csv`. */
const handedAt = (path: string): Handed => {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}: check the path.`)
  if (!statSync(path).isDirectory()) return { name: path, sheet: text(path) }
  const stems = join(path, 'stems.csv')
  return { name: path, sheet: text(join(path, 'sheet.csv')), ...(existsSync(stems) ? { stems: text(stems) } : {}) }
}

const keyAt = (path: string): Key => {
  const key = JSON.parse(readFileSync(path, 'utf8')) as Partial<Key>
  const { seed, date, commit, rows } = key
  if (seed === undefined || date === undefined || commit === undefined || rows === undefined)
    throw new Error(`${path} is no key of a sheet.`)
  return { seed, date, commit, rows }
}

/** Reads one or two rated sheets by their key. `problems`: a line for each row left out. */
export const ratedAt = (paths: readonly string[], keyPath: string): { summary: Summary; problems: string[] } => {
  const key = keyAt(keyPath)
  const [a, b] = paths.map((path) => readRated(handedAt(path), key))
  if (!a) throw new Error('Give a rated sheet.')
  return { summary: summaryOf(b ? [a, b] : [a], key), problems: [a, b].flatMap((one) => one?.problems ?? []) }
}
