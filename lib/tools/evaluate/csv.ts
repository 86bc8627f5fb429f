import Papa from 'papaparse'

/** Papaparse's own pattern lets a text with a line break through. */
const FORMULA = /^[=+\-@\t\r]/

type Record = { [column: string]: string }

/** A table after RFC 4180, its columns in the order given. A text that a spreadsheet would take for a formula is quoted. */
export const written = (columns: readonly string[], records: readonly Record[]): string => {
  const data = records.map((record) => columns.map((column) => record[column] ?? ''))
  return `${Papa.unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
}

/** Reads a table with a heading row, whatever a spreadsheet set between its cells. Throws where a column is missing. */
export const readCsv = (text: string, columns: readonly string[], name: string): Record[] => {
  const { data, meta } = Papa.parse<Record>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (title) => title.trim(),
  })
  const missing = columns.filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) throw new Error(`${name} has no column “${missing.join('”, “')}”.`)
  return data
}
