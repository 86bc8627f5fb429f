import { isStorable } from '#lib/log/index.ts'

/** What a row can name by an id that it has only on one installation. */
export type Thing = 'document' | 'edition' | 'section' | 'fact' | 'question' | 'set' | 'set-version' | 'attempt'

/** How a value is written where rows are put in by the thousand. */
export type Stored = 'text' | 'integer' | 'float8' | 'boolean' | 'jsonb' | 'instant' | '"Direction"'

/**
 * One column of a file in the archive. `names`: its values are ids of such things. `versionIn`: the column that says which
 * version of the thing is meant.
 */
export type Column = {
  readonly stored: Stored
  readonly nullable: boolean
  /** Whether archives written before it was added may lack it. */
  readonly late: boolean
  readonly names: Thing | null
  readonly versionIn: string | null
  /** Of a value as JSON has it; null is asked about elsewhere. */
  readonly fits: (value: unknown) => boolean
}

const TEXT_LENGTH_MAX = 10_000_000
const NAME_LENGTH_MAX = 200
const DEPTH_MAX = 20

const column = (stored: Stored, fits: (value: unknown) => boolean, more: Partial<Column> = {}): Column => ({
  stored,
  nullable: false,
  late: false,
  names: null,
  versionIn: null,
  fits,
  ...more,
})

const isText = (value: unknown, max = TEXT_LENGTH_MAX): value is string =>
  typeof value === 'string' && value.length <= max && isStorable(value)
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => isText(one))
const isOption = (value: unknown): boolean => {
  const { text, wrongBecause } = (value ?? {}) as { text?: unknown; wrongBecause?: unknown }
  return isText(text) && (wrongBecause === undefined || isText(wrongBecause))
}
const isJson = (value: unknown, depth = 0): boolean => {
  if (depth > DEPTH_MAX) return false
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inside]) => isText(key) && isJson(inside, depth + 1))
}
/** ISO 8601 in UTC, as `toISOString` writes it. */
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))

export const text = column('text', (value) => isText(value))
export const id = (names: Thing): Column =>
  column('text', (value) => isText(value, NAME_LENGTH_MAX) && value !== '', { names })
/** An id together with the version in another column. */
export const idOf = (names: Thing, versionIn: string): Column => ({ ...id(names), versionIn })
export const count = column(
  'integer',
  (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31,
)
export const flag = column('boolean', (value) => typeof value === 'boolean')
export const share = column('float8', (value) => typeof value === 'number' && Number.isFinite(value))
export const instant = column('instant', isInstant)
export const texts = column('jsonb', isTexts)
export const textOrTexts = column('jsonb', (value) => isText(value) || isTexts(value))
export const groups = column('jsonb', (value) => Array.isArray(value) && value.every(isTexts))
export const options = column('jsonb', (value) => Array.isArray(value) && value.every(isOption))
export const json = column('jsonb', (value) => isJson(value))
export const oneOf = (...values: readonly string[]): Column =>
  column('text', (value) => values.includes(value as string))
export const direction: Column = { ...oneOf('forward', 'backward'), stored: '"Direction"' }
/** A column that came later: an archive without it is as one in which it is null. */
export const later = (of: Column): Column => ({ ...of, nullable: true, late: true })
export const maybe = (of: Column): Column => ({ ...of, nullable: true })
