import { isChrome } from './chrome.ts'
import type { Block } from './types.ts'

const LONGEST = 80
/** How often a line must return to be a running header, and how many lines apart at least on average. */
const LEAST_PAGES = 3
const LEAST_APART = 8
const PAGE_NUMBER = /^[-–—[(]? ?(?:page |p\. ?)?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})? ?[-–—\])]?$/i
const ENDS = /[.!?:]["'”’)\]]*$/

/** A line as it returns on every page: white space folded, numbers alike. */
const keyOf = (line: string): string =>
  line.length > LONGEST * 2 ? '' : line.trim().replace(/\s+/g, ' ').replace(/\d+/g, '#')

/** The nearest line that is not empty, before (-1) or after (1) a line. */
const near = (lines: readonly string[], from: number, step: 1 | -1): string => {
  for (let i = from + step, tries = 0; tries < 6 && i >= 0 && i < lines.length; i += step, tries++) {
    const line = lines[i]?.trim()
    if (line) return line
  }
  return ''
}

/** "Chapter #" heads a part of the text, unless it stands in the middle of a sentence. */
const PARTS =
  /^(?:chapter|section|part|unit|lesson|lecture|week|article|act|scene|book|question|exercise|example|step|figure|table|box|module|problem|case|day|appendix)? ?[#.]+$/i

/** Whether a line stands within a sentence, carries a page number, or stands beside one: headings do none of this. */
const isRunning = (lines: readonly string[], at: number, key: string): boolean => {
  const [before, after] = [near(lines, at, -1), near(lines, at, 1)]
  if (before !== '' && !ENDS.test(before) && /^\p{Ll}/u.test(after)) return true
  if (PAGE_NUMBER.test(lines[at]?.trim() ?? '')) return true
  if (PARTS.test(key)) return false
  return /^#|#$/.test(key) || [before, after].some((line) => PAGE_NUMBER.test(line))
}

/** Keys of lines that return page by page. */
const runningKeys = (lines: readonly string[]): Set<string> => {
  const seen = new Map<string, { count: number; first: number; last: number; proofs: number }>()
  lines.forEach((line, i) => {
    const key = keyOf(line)
    if (key === '' || key.length > LONGEST || /[|\t]/.test(line) || /^[-*•] /.test(key)) return
    if (!PAGE_NUMBER.test(line.trim()) && (!/\p{L}{3}/u.test(key) || /[.!?:;,]$/.test(key))) return
    const entry = seen.get(key) ?? { count: 0, first: i, last: i, proofs: 0 }
    entry.count++
    entry.last = i
    if (isRunning(lines, i, key)) entry.proofs++
    seen.set(key, entry)
  })
  const out = new Set<string>()
  for (const [key, { count, first, last, proofs }] of seen)
    if (count >= LEAST_PAGES && proofs > 0 && (last - first) / (count - 1) >= LEAST_APART) out.add(key)
  return out
}

/** Whether a line among the next three that are not empty may be a heading of its own. */
const headedBelow = (lines: readonly string[], from: number): boolean =>
  lines
    .slice(from, from + 12)
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .some((line) => line.trim().length <= LONGEST && /^\p{Lu}/u.test(line.trim()) && !/[.!?:;,]$/.test(line.trim()))

/**
 * Text without the headers and page numbers that return on every page. A sentence that runs over the foot of a page is made
 * whole again; else an empty line stays. The first line of all stays where nothing else can be the title.
 */
export const withoutRunningLines = (text: string): string => {
  const lines = text.split('\n')
  const running = runningKeys(lines)
  if (running.size === 0) return text
  const opening = lines.findIndex((line) => line.trim() !== '')
  const out: string[] = []
  let gap = false
  lines.forEach((line, i) => {
    const kept = i === opening && !headedBelow(lines, i + 1) && /\p{L}{3}/u.test(line)
    if (!kept && running.has(keyOf(line)) && line.trim() !== '') {
      while (out.at(-1)?.trim() === '') out.pop()
      gap = true
    } else if (gap && line.trim() !== '') {
      if (ENDS.test(out.at(-1)?.trimEnd() ?? '.') || /^\s*[-*•\d]/.test(line)) out.push('')
      out.push(line)
      gap = false
    } else if (!gap) out.push(line)
  })
  return out.join('\n')
}

const BACK_MATTER =
  /^(?:\d+\.? )?(?:references?(?: and notes)?|notes(?: and references)?|foot ?notes|end ?notes|bibliography|works cited|citations|sources|see also|external links|further reading|related (?:articles|pages|topics|posts|links)|contents|table of contents|navigation|share(?: this)?|comments|about the authors?|acknowledge?ments)$/i
const CAPTION = /^(?:Figure|Fig\.|Table|Photo(?:graph)?|Image|Plate|Map|Box)s? ?\d[\d.–-]*[a-z]?[.:]\s/
const BYLINE =
  /^(?:by|written by|text by|story by|edited by|reviewed by|authors?:)\s(?:\p{Lu}[\p{L}.'’-]*(?:,? (?:and )?|$)){2,8}[^.!?]{0,40}$/iu
const SHORT = 200

/** Blocks that are text: lists of references and links, captions, bylines and short stretches of a page's frame go. */
export const proseBlocks = (text: string, blocks: readonly Block[]): Block[] => {
  let below = 0
  return blocks.filter((block) => {
    const shown = text
      .slice(block.start, Math.min(block.end, block.start + SHORT))
      .replace(/\s+/g, ' ')
      .trim()
    if (block.kind === 'heading') {
      const level = block.level ?? 2
      if (below > 0 && level > below) return true
      below = BACK_MATTER.test(shown) ? level : 0
      return true
    }
    if (below > 0) return false
    if (block.kind === 'row' || block.kind === 'code') return true
    if (CAPTION.test(shown)) return false
    return (
      block.end - block.start >= SHORT ||
      /[.!?] \p{Lu}/u.test(shown) ||
      !(isChrome(shown) || (BYLINE.test(shown) && /^[Bb]y |^[A-Z]\w+ by|^Author/.test(shown)))
    )
  })
}
