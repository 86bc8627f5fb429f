import { TextBuilder } from './builder.ts'
import { cleaned } from './clean.ts'
import { inlineMarkdown } from './inline.ts'
import type { Extracted } from './types.ts'

const ITEM = /^(\s{0,12})(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/
const HEADING = /^ {0,3}(#{1,6})\s+(.*)$/
const FENCE = /^ {0,3}(```|~~~)/
const DIVIDER = /^[\s|:-]+$/

/** `key: value` lines between two lines of `---` at the very start. */
const frontMatter = (lines: string[]): { title?: string; rest: number } => {
  if (lines[0]?.trim() !== '---') return { rest: 0 }
  const limit = Math.min(lines.length, 200)
  for (let i = 1; i < limit; i++) {
    if (lines[i]?.trim() !== '---' && lines[i]?.trim() !== '...') continue
    const line = lines.slice(1, i).find((candidate) => /^title\s*:/i.test(candidate))
    const title = line
      ?.slice(line.indexOf(':') + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
    return { ...(title ? { title } : {}), rest: i + 1 }
  }
  return { rest: 0 }
}

const cellsOf = (line: string): string[] => {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => cell.trim())
}

class MarkdownReader {
  private readonly out = new TextBuilder()
  private readonly lines: string[]
  private at: number
  private group = 0

  constructor(lines: string[], from: number) {
    this.lines = lines
    this.at = from
  }

  read(title?: string): Extracted {
    while (this.at < this.lines.length) this.block()
    return this.out.result(title)
  }

  private line(offset = 0): string {
    return this.lines[this.at + offset] ?? ''
  }

  private block(): void {
    const line = this.line()
    if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/.test(line.slice(0, 200))) {
      this.at++
      return
    }
    const heading = HEADING.exec(line)
    if (FENCE.test(line)) this.fence()
    else if (/^\s*<!--/.test(line)) this.comment()
    else if (heading) this.heading(heading[1]?.length ?? 1, heading[2] ?? '')
    else if (/^ {0,3}(?:=+|-+)\s*$/.test(this.line(1)) && !ITEM.test(line)) {
      this.heading(this.line(1).trim().startsWith('=') ? 1 : 2, line)
      this.at++
    } else if (line.includes('|') && this.line(1).includes('-') && DIVIDER.test(this.line(1))) this.table()
    else if (ITEM.test(line)) this.list()
    else if (/^ {0,3}>/.test(line)) this.quote()
    else if (/^:\s+\S/.test(this.line(1))) this.definition()
    else this.paragraph()
  }

  private fence(): void {
    const mark = FENCE.exec(this.line())?.[1] ?? '```'
    this.at++
    while (this.at < this.lines.length && !this.line().trimStart().startsWith(mark)) this.at++
    this.at++
  }

  private comment(): void {
    while (this.at < this.lines.length && !this.line().includes('-->')) this.at++
    this.at++
  }

  private heading(level: number, text: string): void {
    this.out.begin('heading', { level })
    inlineMarkdown(text.replace(/\s#+\s*$/, ''), this.out)
    this.out.end()
    this.at++
  }

  private table(): void {
    const group = this.group++
    const row = (line: string, header: boolean) => {
      this.out.begin('row', { group, header })
      for (const cell of cellsOf(line)) {
        this.out.beginCell()
        inlineMarkdown(cell, this.out)
        this.out.endCell()
      }
      this.out.end()
    }
    row(this.line(), true)
    this.at += 2
    while (this.at < this.lines.length && this.line().includes('|')) {
      row(this.line(), false)
      this.at++
    }
  }

  private list(): void {
    const group = this.group++
    while (this.at < this.lines.length) {
      const marker = ITEM.exec(this.line())
      if (!marker) return
      const lines = [this.line().slice(marker[0].length)]
      this.at++
      while (this.continues()) {
        lines.push(this.line())
        this.at++
      }
      this.out.begin('item', { group })
      inlineMarkdown(lines.join('\n'), this.out)
      this.out.end()
      while (this.at < this.lines.length && this.line().trim() === '' && ITEM.test(this.line(1))) this.at++
    }
  }

  private quote(): void {
    this.out.begin('quote')
    while (/^ {0,3}>/.test(this.line())) {
      inlineMarkdown(this.line().replace(/^ {0,3}>\s?/, ''), this.out)
      this.out.add(' ')
      this.at++
    }
    this.out.end()
  }

  private definition(): void {
    const group = this.group++
    this.out.begin('term', { group })
    inlineMarkdown(this.line(), this.out)
    this.at++
    while (/^:\s+\S/.test(this.line())) {
      this.out.begin('definition', { group })
      inlineMarkdown(this.line().replace(/^:\s+/, ''), this.out)
      this.at++
    }
    this.out.end()
  }

  private paragraph(): void {
    const lines: string[] = []
    do {
      lines.push(this.line())
      this.at++
    } while (this.continues())
    this.out.begin('paragraph')
    inlineMarkdown(lines.join('\n'), this.out)
    this.out.end()
  }

  /** Whether the line goes on with the paragraph or item before it. */
  private continues(): boolean {
    const line = this.line()
    if (this.at >= this.lines.length || line.trim() === '') return false
    return !ITEM.test(line) && !HEADING.test(line) && !FENCE.test(line) && !/^ {0,3}>/.test(line)
  }
}

/** Markdown block by block: headings, lists, tables, quotations, definition lists; front matter and code are left out. */
export const readMarkdown = (raw: string): Extracted => {
  const lines = cleaned(raw).split('\n')
  const matter = frontMatter(lines)
  return new MarkdownReader(lines, matter.rest).read(matter.title)
}
