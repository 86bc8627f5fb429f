import { isChrome } from './chrome.ts'
import { cleaned } from './clean.ts'
import { withoutRunningLines } from './furniture.ts'
import type { Block, Extracted, SourceSpan } from './types.ts'

const BULLET = /^\s{0,8}(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+/
const RULE = /^\s*(?:[-=_*~]\s?){3,}$/
const HEADING_MAX = 80

type Line = SourceSpan & { text: string }

const linesOf = (text: string): Line[] => {
  const out: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    out.push({ start, end: start + line.length, text: line })
    start += line.length + 1
  }
  return out
}

const trimmedSpan = (text: string, start: number, end: number): SourceSpan => {
  const slice = text.slice(start, end)
  return {
    start: start + (slice.length - slice.trimStart().length),
    end: end - (slice.length - slice.trimEnd().length),
  }
}

/** Whether a lone line is a heading: short, capitalised or numbered, and without the mark that ends a sentence. */
const looksLikeHeading = (line: string): boolean => {
  const text = line.trim()
  if (text.length === 0 || text.length > HEADING_MAX || /[.!?:;,"”]$/.test(text)) return false
  if (isChrome(text) || !/^[\p{Lu}\d#]/u.test(text)) return false
  return text.split(/\s+/).length <= 12
}

/** Lines wrapped by hand at a column belong together; lines that each end like a paragraph stand alone. */
const isWrapped = (lines: Line[]): boolean => {
  const inner = lines.slice(0, -1)
  const longest = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  const ended = inner.filter((line) => /[.!?:”"]$/.test(line.text.trimEnd())).length
  if (longest > 130) return false
  return ended < inner.length * 0.6 || inner.every((line) => line.text.trimEnd().length > longest * 0.75)
}

const rowCells = (line: Line): SourceSpan[] | null => {
  const mark = line.text.includes('\t') ? '\t' : line.text.includes('|') ? '|' : null
  if (!mark) return null
  const cells: SourceSpan[] = []
  let at = line.start
  for (const piece of line.text.split(mark)) {
    cells.push({ start: at, end: at + piece.length })
    at += piece.length + 1
  }
  return cells
}

const isRowRule = (line: Line): boolean => /^[\s|:+-]+$/.test(line.text)

/** Index from which on all lines have as many cells, two or more, as the last one: no table of the run starts before it. */
const evenRowsFrom = (lines: Line[]): number => {
  let width = -1
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (!line || isRowRule(line)) continue
    const cells = rowCells(line)?.length ?? 0
    if (cells < 2 || (width >= 0 && cells !== width)) return i + 1
    width = cells
  }
  return 0
}

class PlainReader {
  readonly blocks: Block[] = []
  private group = 0
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  read(): Block[] {
    let run: Line[] = []
    for (const line of linesOf(this.text)) {
      if (line.text.trim() !== '') run.push(line)
      else if (run.length > 0) {
        this.paragraph(run)
        run = []
      }
    }
    if (run.length > 0) this.paragraph(run)
    return this.blocks
  }

  private push(kind: Block['kind'], start: number, end: number, more: Partial<Block> = {}): void {
    const span = trimmedSpan(this.text, start, end)
    if (span.end > span.start) this.blocks.push({ kind, ...span, ...more })
  }

  /** Headings at the front of a run of lines, then what is left of it. */
  private paragraph(run: Line[]): void {
    const evenFrom = evenRowsFrom(run)
    let at = 0
    while (at < run.length) {
      if (at >= evenFrom && this.table(run.slice(at))) return
      const headed = this.heading(run[at], run[at + 1])
      if (headed === 0) break
      at += headed
    }
    if (at < run.length) this.prose(run.slice(at))
  }

  private prose(lines: Line[]): void {
    const first = lines[0]
    const last = lines[lines.length - 1]
    if (!first || !last) return
    if (lines.some((line) => BULLET.test(line.text))) this.items(lines)
    else if (lines.length > 1 && !isWrapped(lines)) for (const line of lines) this.loose(line)
    else this.push('paragraph', first.start, last.end)
  }

  /** How many of the lines make a heading at their front: 0, 1, or 2 with a rule below. */
  private heading(first: Line | undefined, second: Line | undefined): number {
    if (!first) return 0
    if (second && RULE.test(second.text) && looksLikeHeading(first.text)) {
      this.push('heading', first.start, first.end, { level: second.text.trim().startsWith('=') ? 1 : 2 })
      return 2
    }
    const marks = /^(#{1,6})\s+\S/.exec(first.text)?.[1]
    if (marks) this.push('heading', first.start + marks.length, first.end, { level: marks.length })
    else if (!second && looksLikeHeading(first.text)) this.push('heading', first.start, first.end, { level: 2 })
    else return 0
    return 1
  }

  private loose(line: Line): void {
    if (looksLikeHeading(line.text)) this.push('heading', line.start, line.end, { level: 2 })
    else this.push('paragraph', line.start, line.end)
  }

  /** Lines before the first bullet are a paragraph; a line without a bullet goes on with the item before it. */
  private items(lines: Line[]): void {
    const group = this.group++
    let open: { kind: 'paragraph' | 'item'; start: number; end: number } | null = null
    const close = () => {
      if (open) this.push(open.kind, open.start, open.end, open.kind === 'item' ? { group } : {})
    }
    for (const line of lines) {
      const bullet = BULLET.exec(line.text)?.[0]
      if (bullet !== undefined) {
        close()
        open = { kind: 'item', start: line.start + bullet.length, end: line.end }
      } else if (open) open.end = line.end
      else open = { kind: 'paragraph', start: line.start, end: line.end }
    }
    close()
  }

  private table(lines: Line[]): boolean {
    if (lines.length < 3) return false
    const rows = lines.filter((line) => !isRowRule(line)).map((line) => ({ line, cells: rowCells(line) }))
    const width = rows[0]?.cells?.length ?? 0
    if (width < 2 || rows.length < 3 || rows.some((row) => row.cells?.length !== width)) return false
    const group = this.group++
    rows.forEach(({ line, cells }, index) => {
      const trimmed = (cells ?? []).map((cell) => trimmedSpan(this.text, cell.start, cell.end))
      const edge = line.text.trim().startsWith('|')
        ? trimmed.slice(1, line.text.trim().endsWith('|') ? -1 : undefined)
        : trimmed
      this.push('row', line.start, line.end, { group, header: index === 0, cells: edge })
    })
    return true
  }
}

/** Plain text as it stands: the text itself is kept but for running headers, blocks are found by empty lines, bullets, rules and wrapping. */
export const readPlain = (raw: string): Extracted => {
  const text = withoutRunningLines(cleaned(raw))
  return { text, blocks: new PlainReader(text).read(), emphasised: [] }
}
