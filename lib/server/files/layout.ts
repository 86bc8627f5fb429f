/** A run of letters on a page, as a PDF places it: from its left edge on its base line, y upwards. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}
export type Line = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** Of the letter size: what lies nearer to a line's base is on it. */
const SAME_LINE = 0.5
/** A gap between two runs that is wider than this is a space. */
const SPACE = 0.15
/** A gap that is wider than this parts two columns. */
const GUTTER = 1.2
/** Lines that have to leave the middle free before it is a gutter, and their share of all. */
const GUTTER_LINES = 6
const GUTTER_SHARE = 0.5

const joined = (pieces: readonly Piece[]): Line => {
  const sorted = pieces.toSorted((a, b) => a.x - b.x)
  let text = ''
  let end = sorted[0]?.x ?? 0
  for (const { text: run, x, width, size } of sorted) {
    if (text !== '' && x - end > size * SPACE && !text.endsWith(' ') && !run.startsWith(' ')) text += ' '
    text += run
    end = Math.max(end, x + width)
  }
  const [first] = sorted
  const size = Math.max(...sorted.map((piece) => piece.size))
  return { text: text.replace(/\s+/g, ' ').trim(), x: first?.x ?? 0, y: first?.y ?? 0, right: end, size }
}

/** Runs grouped by the line that they stand on, from the top of the page down. */
const rowsOf = (pieces: readonly Piece[]): Piece[][] => {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (row && first && Math.abs(first.y - piece.y) <= SAME_LINE * Math.max(first.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** Where a row leaves a wide gap over the middle of the page. */
const gapOf = (row: readonly Piece[], middle: number): { from: number; to: number } | null => {
  const sorted = row.toSorted((a, b) => a.x - b.x)
  const left = sorted.filter(({ x }) => x < middle)
  const right = sorted.filter(({ x }) => x >= middle)
  if (left.length === 0 || right.length === 0) return null
  const from = Math.max(...left.map(({ x, width }) => x + width))
  const to = Math.min(...right.map(({ x }) => x))
  return to - from > GUTTER * (sorted[0]?.size ?? 0) ? { from, to } : null
}

/** The x at which a page of two columns is parted; null where it has one. */
const gutterOf = (rows: readonly Piece[][], width: number): number | null => {
  const gaps = rows.flatMap((row) => gapOf(row, width / 2) ?? [])
  if (gaps.length < GUTTER_LINES || gaps.length < rows.length * GUTTER_SHARE) return null
  const from = Math.max(...gaps.map((gap) => gap.from))
  const to = Math.min(...gaps.map((gap) => gap.to))
  return from < to ? (from + to) / 2 : null
}

/**
 * The lines of a page in the order in which they are read: of two columns the left one first, between what runs over both.
 * `width` is the page's.
 */
export const linesOf = (pieces: readonly Piece[], width: number): Line[] => {
  const rows = rowsOf(pieces.filter(({ text }) => text.trim() !== ''))
  const gutter = gutterOf(rows, width)
  if (gutter === null) return rows.map(joined)
  const lines: Line[] = []
  let columns: { left: Piece[]; right: Piece[] } = { left: [], right: [] }
  const flush = () => {
    lines.push(...rowsOf(columns.left).map(joined), ...rowsOf(columns.right).map(joined))
    columns = { left: [], right: [] }
  }
  for (const row of rows) {
    if (row.some(({ x, width: own }) => x < gutter && x + own > gutter)) {
      flush()
      lines.push(joined(row))
      continue
    }
    columns.left.push(...row.filter(({ x }) => x < gutter))
    columns.right.push(...row.filter(({ x }) => x >= gutter))
  }
  flush()
  return lines
}
