import { err, ok, type Result } from '#lib/base/index.ts'
import type { Column } from './column.ts'
import type { Table } from './tables.ts'

/** A row as JSON has it: instants are ISO texts. */
export type Row = Readonly<Record<string, unknown>>

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null))

/** The line of a row; what is not a column of the table stays out. */
export const encodeRow = ({ columns }: Table, row: Row): string =>
  JSON.stringify(Object.fromEntries(Object.keys(columns).map((name) => [name, plain(row[name])])))

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isGood = ({ nullable, fits }: Column, value: unknown): boolean => (value === null ? nullable : fits(value))

/** The row of a line, with exactly the table's columns; or the name of the first column that is missing or wrong. */
export const decodeRow = ({ columns }: Table, line: string): Result<Row> => {
  const value = jsonIn(line)
  if (!isRecord(value)) return err('not an object')
  const row: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(columns)) {
    const given = column.late && !Object.hasOwn(value, name) ? null : value[name]
    if (given === undefined || !isGood(column, given)) return err(`bad ${name}`)
    row[name] = given
  }
  return ok(row)
}
