import Papa from 'papaparse'
import { err, ok, type Result } from '#lib/base/index.ts'

export type ListRow = { readonly front: string; readonly back: string }

/** What parts the two sides of a line, the likeliest first. */
export const SEPARATORS = ['\t', ';', ',', ' | ', ' – ', ' - ', ' = ', ': '] as const
export type Separator = (typeof SEPARATORS)[number]

export type ParsedList = {
  readonly separator: Separator
  readonly rows: readonly ListRow[]
  /** Lines, from 1 up, that could not be read: one side is missing, or is too long. */
  readonly unread: readonly number[]
}

const SIDE_MAX = 500
export const ROWS_MAX = 5_000
/** Lines that are looked at to guess what parts them. */
const LOOKED_AT = 200
const HEADS = new Set(['front', 'back', 'term', 'definition', 'question', 'answer', 'word', 'translation', 'meaning'])

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Cells line by line; a quoted cell may hold the separator and line breaks. */
const cellsOf = (text: string, separator: Separator): string[][] =>
  separator.length === 1
    ? Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false }).data
    : text.split(/\r\n?|\n/).map((line) => {
        const at = line.indexOf(separator)
        return at < 0 ? [line] : [line.slice(0, at), line.slice(at + separator.length)]
      })

/** What a line with a third column counts for, of one with two. */
const MORE = 0.9

/** The separator by which most lines have two sides; of several the first. */
const separatorOf = (text: string): Separator => {
  const sample = text
    .split(/\r\n?|\n/)
    .slice(0, LOOKED_AT)
    .join('\n')
  const worth = ({ length }: readonly string[]) => (length === 2 ? 1 : length > 2 ? MORE : 0)
  const score = (separator: Separator) => cellsOf(sample, separator).reduce((sum, cells) => sum + worth(cells), 0)
  return SEPARATORS.reduce((best, one) => (score(one) > score(best) ? one : best))
}

const isHead = ({ front, back }: ListRow): boolean => HEADS.has(front.toLowerCase()) && HEADS.has(back.toLowerCase())

/**
 * A list of pairs as it is pasted or exported from elsewhere: a pair a line, its sides parted by a tab, a comma, a semicolon or a
 * dash. Columns after the second are left out, and so is a heading row. Errors: `empty`, `many`.
 */
export const parseList = (
  text: string,
  separator: Separator = separatorOf(text),
): Result<ParsedList, 'empty' | 'many'> => {
  const rows: ListRow[] = []
  const unread: number[] = []
  for (const [index, cells] of cellsOf(text.replace(/^\uFEFF/, ''), separator).entries()) {
    const [front = '', back = ''] = cells.map(tidy)
    if (front === '' && back === '') continue
    const fits = front !== '' && back !== '' && front.length <= SIDE_MAX && back.length <= SIDE_MAX
    if (!fits) unread.push(index + 1)
    else if (rows.length > 0 || !isHead({ front, back })) rows.push({ front, back })
    if (rows.length > ROWS_MAX) return err('many')
  }
  return rows.length === 0 ? err('empty') : ok({ separator, rows, unread })
}
