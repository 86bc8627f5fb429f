import { MIX_COLUMNS } from './columns.ts'
import { readCsv } from './csv.ts'
import type { Mixed, Origin } from './sheet.ts'

const ORIGINS: readonly Origin[] = ['hand', 'planted']
const NEEDED = ['origin', 'domain', 'context', 'form', 'stem', 'key', 'source']

/**
 * Rows to be mixed in: the columns of a sheet before its ratings, with `origin` ("hand" or "planted") and `domain`. Options
 * are written as in a sheet, with " | " between them. Throws, naming the row, where one is not whole.
 */
export const readMix = (text: string, name: string): Mixed[] =>
  readCsv(text, MIX_COLUMNS, name).map((row, i) => {
    const of = (column: string) => (row[column] ?? '').trim()
    const empty = NEEDED.filter((column) => of(column) === '')
    if (empty.length > 0) throw new Error(`${name}, row ${i + 1}: ${empty.join(', ')} must not be empty.`)
    const origin = ORIGINS.find((one) => one === of('origin'))
    if (!origin) throw new Error(`${name}, row ${i + 1}: origin must be “hand” or “planted”, not “${of('origin')}”.`)
    const [context, form, stem, options] = [of('context'), of('form'), of('stem'), of('options')]
    const [key, source] = [of('key'), of('source')]
    const shown = { context, form, stem, options, key, accepted: of('accepted') || key, source }
    return { shown, key: { origin, domain: of('domain'), form } }
  })
