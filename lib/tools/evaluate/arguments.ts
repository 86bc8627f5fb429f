import { parseArgs } from 'node:util'
import { HALVES, type Half } from './subject.ts'

export type SheetOrder = { folder: string; size: number; mix: string | null }
export type Command =
  | {
      kind: 'report'
      paths: string[]
      halves: Half[]
      seed: string
      sheet: SheetOrder | null
      json: boolean
      write: boolean
    }
  | { kind: 'rated'; sheets: string[]; key: string; json: boolean; write: boolean }

const SIZE = 200
const OPTIONS = {
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  half: { type: 'string', multiple: true },
  sheet: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string', default: '1' },
  mix: { type: 'string' },
  rated: { type: 'string' },
  key: { type: 'string' },
} as const

const halvesFrom = (named: readonly string[]): Half[] =>
  named.map((name) => {
    const half = HALVES.find((one) => one === name)
    if (!half) throw new Error(`No half is called ${name}. Halves: ${HALVES.join(', ')}.`)
    return half
  })

const sizeFrom = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--size must be a whole number above 0, not ${text}.`)
  return Number(text)
}

/**
 * Reads the command line; throws where it makes no sense. A sheet leaves the worked half out unless it is asked for: rules
 * that were written on a document say nothing of others.
 */
export const commandOf = (words: readonly string[]): Command => {
  const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true })
  const { json, write, half, sheet, size, seed, mix, rated, key } = values
  if (rated !== undefined) {
    const sheets = [rated, ...positionals]
    if (!key) throw new Error('Give the key of the sheet as well: --rated A.csv [B.csv] --key key.json')
    if (sheets.length > 2) throw new Error('At most two raters can be compared.')
    return { kind: 'rated', sheets, key, json, write }
  }
  if (key !== undefined) throw new Error('--key goes with --rated.')
  if (sheet === undefined && (size ?? mix) !== undefined) throw new Error('--size and --mix go with --sheet FOLDER.')
  if (sheet !== undefined && (json || write)) throw new Error('--sheet goes without --json and --write.')
  if (write && half) throw new Error('--write reports both halves and goes without --half.')
  const halves = half ? halvesFrom(half) : HALVES.filter((one) => sheet === undefined || one !== 'worked')
  const order = sheet === undefined ? null : { folder: sheet, size: size ? sizeFrom(size) : SIZE, mix: mix ?? null }
  return { kind: 'report', paths: positionals, halves, seed, sheet: order, json, write }
}
