/** A cell of a table: texts are made safe, numbers are written as they are. */
export type Cell = string | number | boolean | null

/** So that Excel reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A spreadsheet takes a text with one of these at its head for a formula, which could send the table elsewhere. */
const FORMULA = /^[=+\-@\t\r]/

const written = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line after RFC 4180, with its line break. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`
