import type { Line } from './layout.ts'

export type Page = { readonly number: number; readonly lines: readonly Line[] }
/** A heading or a paragraph, with the page on which it begins. */
export type Part = { readonly kind: 'heading' | 'paragraph'; readonly text: string; readonly page: number }

/** Lines at the head and foot of a page that may run through the whole document. */
const EDGE = 2
/** A line that stands at the edge of as many pages, and of that share of them, runs through the document. */
const RUNS_PAGES = 3
const RUNS_SHARE = 0.4
/** Of the letters that most of a document is set in: larger ones are headings. */
const LARGER = 1.15
const HEADING_MAX = 140
/** Of the usual distance between two lines: more parts paragraphs. */
const APART = 1.35

const plain = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
const isPageNumber = (text: string): boolean =>
  /^(?:page |p\. ?)?[-–—]? ?(?:\d{1,4}|[ivxlc]{1,6})(?: ?(?:\/|of) ?\d{1,4})? ?[-–—]?$/i.test(text)

const edgesOf = ({ lines }: Page): Line[] => [...lines.slice(0, EDGE), ...lines.slice(EDGE).slice(-EDGE)]

/** The pages without what runs through them: headers, footers, page numbers. */
export const withoutRunning = (pages: readonly Page[]): Page[] => {
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set(edgesOf(page).map((line) => plain(line.text)))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const least = Math.max(RUNS_PAGES, pages.length * RUNS_SHARE)
  return pages.map((page) => {
    const edges = new Set(edgesOf(page))
    const runs = (line: Line) =>
      edges.has(line) && ((seen.get(plain(line.text)) ?? 0) >= least || isPageNumber(line.text))
    return { ...page, lines: page.lines.filter((line) => !runs(line)) }
  })
}

/** The size in which most letters of a document are set. */
const bodySize = (pages: readonly Page[]): number => {
  const letters = new Map<number, number>()
  for (const { lines } of pages)
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

const medianGap = (lines: readonly Line[]): number => {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 0
}

/** Two lines of one paragraph as one: a word that was parted at the end of the first is whole again. */
const withNext = (text: string, next: string): string =>
  /\p{L}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`

const BULLET = /^(?:[•◦▪‣·–*-]|\(?\d{1,2}[.)])\s+/

/** What a document says, in headings and paragraphs, which go on over the end of a page where their sentence does. */
export const partsOf = (pages: readonly Page[]): Part[] => {
  const body = bodySize(pages)
  const parts: { kind: Part['kind']; text: string; page: number; size: number }[] = []
  for (const { number, lines } of pages) {
    const usual = medianGap(lines)
    for (const [at, line] of lines.entries()) {
      const before = lines[at - 1]
      const open = parts.at(-1)
      const kind = line.size >= body * LARGER && line.text.length <= HEADING_MAX ? 'heading' : 'paragraph'
      const gap = before ? before.y - line.y : 0
      const goesOn = before
        ? gap <= usual * APART && !BULLET.test(line.text)
        : open?.kind === 'paragraph' && !/[.!?:”"’)]$/.test(open.text)
      const sameKind = open?.kind === kind && (kind === 'paragraph' || Math.abs(open.size - line.size) < 1)
      // The next column begins higher up: its first line goes on where a sentence is open.
      const nextColumn = gap < 0 && !/[.!?:]$/.test(open?.text ?? '.')
      if (open && sameKind && (goesOn || nextColumn)) open.text = withNext(open.text, line.text)
      else parts.push({ kind, text: line.text, page: number, size: line.size })
    }
  }
  return parts.map(({ kind, text, page }) => ({ kind, text: text.replace(BULLET, ''), page }))
}
