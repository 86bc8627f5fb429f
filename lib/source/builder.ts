import type { Block, Extracted, SourceSpan } from './types.ts'

const SPACE = /\s/

/** Collects text block by block: white space is folded, blocks are parted by an empty line, rows of a table by a line end. */
export class TextBuilder {
  private parts: string[] = []
  private length = 0
  private open: Block | null = null
  private pendingSpace = false
  private lastKind: Block['kind'] | null = null
  private lastGroup = -1
  private cellStart = -1
  private cellIndex = 0
  private cells: SourceSpan[] = []
  /** Of each open emphasis, how many words stood before it. */
  private readonly emphasisStarts: number[] = []
  private readonly wordStarts: number[] = []
  readonly blocks: Block[] = []
  readonly emphasised: SourceSpan[] = []

  /** Starts a block; one that is open ends. */
  begin(kind: Block['kind'], more: { level?: number; header?: boolean; group?: number } = {}): void {
    this.end()
    this.open = { kind, start: -1, end: -1, ...more }
  }

  /** Adds inline text; outside a block it opens a paragraph. */
  add(text: string): void {
    for (const piece of text.split(/(\s+)/)) {
      if (piece === '') continue
      if (SPACE.test(piece[0] ?? '')) {
        this.pendingSpace = true
        continue
      }
      this.word(piece)
    }
  }

  beginEmphasis(): void {
    this.emphasisStarts.push(this.wordStarts.length)
  }

  endEmphasis(): void {
    const word = this.emphasisStarts.pop()
    const from = word === undefined ? undefined : (this.wordStarts[word] ?? this.length)
    if (from === undefined || !this.open || this.open.start < 0) return
    const start = Math.max(from, this.open.start)
    if (this.length > start) this.emphasised.push({ start, end: this.length })
  }

  beginCell(): void {
    this.endCell()
    this.cellStart = this.length
    this.pendingSpace = false
  }

  endCell(): void {
    if (this.cellStart < 0) return
    this.cells.push({ start: this.cellStart, end: this.length })
    this.cellStart = -1
    this.cellIndex++
    this.pendingSpace = false
  }

  end(): void {
    this.endCell()
    const block = this.open
    this.open = null
    this.pendingSpace = false
    const cells = this.cells
    this.cells = []
    this.cellIndex = 0
    if (!block || block.start < 0) return
    block.end = this.length
    // An empty cell before the first filled one was opened before the row had a place in the text.
    const at = (offset: number) => Math.max(offset, block.start)
    if (block.kind === 'row') block.cells = cells.map((cell) => ({ start: at(cell.start), end: at(cell.end) }))
    this.blocks.push(block)
    this.lastKind = block.kind
    this.lastGroup = block.group ?? -1
  }

  result(title?: string): Extracted {
    this.end()
    const text = this.parts.join('')
    return { text, blocks: this.blocks, emphasised: this.emphasised, ...(title ? { title } : {}) }
  }

  private word(piece: string): void {
    if (!this.open) this.open = { kind: 'paragraph', start: -1, end: -1 }
    const block = this.open
    const cellOpens = this.cellStart === this.length
    if (block.start < 0) {
      if (this.length > 0) this.push(this.separator(block))
      block.start = this.length
    } else if (cellOpens && this.cellIndex > 0) this.push('\t')
    else if (this.pendingSpace) this.push(' ')
    if (cellOpens) this.cellStart = this.length
    this.pendingSpace = false
    this.wordStarts.push(this.length)
    this.push(piece)
  }

  private separator(block: Block): string {
    const together = block.kind === this.lastKind && (block.group ?? -1) === this.lastGroup
    return together && (block.kind === 'row' || block.kind === 'item') ? '\n' : '\n\n'
  }

  private push(piece: string): void {
    this.parts.push(piece)
    this.length += piece.length
  }
}
