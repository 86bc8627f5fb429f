import type { Share } from './wilson.ts'

export type Table = { title: string; head: readonly string[]; rows: readonly (readonly string[])[] }

const columns = ({ head, rows }: Table): number[] =>
  head.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map((cell) => [...cell].length)))

/** Whether a cell is set to the right: figures are, words are not. */
const isFigure = (cell: string): boolean => /^[\d–—]/.test(cell)

/** Columns aligned by spaces, for a terminal. */
export const plainTable = (table: Table): string => {
  const widths = columns(table)
  const line = (cells: readonly string[], like: readonly string[] = cells) =>
    widths
      .map((width, i) => {
        const cell = cells[i] ?? ''
        const gap = ' '.repeat(Math.max(0, width - [...cell].length))
        return isFigure(like[i] ?? '') ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  const { title, head, rows } = table
  return [title, line(head, rows[0]), ...rows.map((row) => line(row))].join('\n')
}

/** The table in GitHub's Markdown, under a heading. */
export const markdownTable = ({ title, head, rows }: Table): string => {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = head.map((_, i) => (isFigure(rows[0]?.[i] ?? '') ? '--:' : '---'))
  return [`### ${title}`, '', line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n')
}

export const decimal = (value: number | null, digits = 1): string => (value === null ? '—' : value.toFixed(digits))
export const percent = (share: number | null): string => (share === null ? '—' : `${(100 * share).toFixed(0)} %`)
export const ratio = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${part}/${whole} (${percent(part / whole)})`

/** A share with its Wilson bounds. */
export const bounded = ({ yes, n, low, high }: Share): string =>
  n === 0 ? '—' : `${ratio(yes, n)}, ${percent(low)} to ${percent(high)}`
