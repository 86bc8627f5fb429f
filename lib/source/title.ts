import { isChrome } from './chrome.ts'
import type { Block, Extracted } from './types.ts'

const STOP = new Set(
  'the and for with from into that this what how why when who his her its are was were you your guide introduction overview chapter part'.split(
    ' ',
  ),
)
const PROBE = 60_000

const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter((word) => !STOP.has(word)).slice(0, 20)

/** One key for a word and its plain plural. */
const keyOf = (word: string): string => word.replace(/(?<=[^s])s$/, '')

/** Share of a heading's words that recur in running text; in a short text once is enough. */
const recurrence = (heading: string, body: Map<string, number>): number => {
  const least = body.size < 300 ? 1 : 2
  const words = contentWords(heading)
  if (words.length === 0) return 0
  return words.filter((word) => (body.get(keyOf(word)) ?? 0) >= least).length / words.length
}

/** How much of the running text turns on a heading's words, 0 to 1: three times as often as the least is enough. */
const weight = (heading: string, body: Map<string, number>): number => {
  const full = body.size < 300 ? 2 : 6
  const words = contentWords(heading)
  if (words.length === 0) return 0
  return words.reduce((sum, word) => sum + Math.min(1, (body.get(keyOf(word)) ?? 0) / full), 0) / words.length
}

/** When and where, a number in a series, a page: what stands over a title and is none. */
const OVERLINE =
  /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.)|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:room|hall|vol\.?|volume|issue|no\.|number|series|edition|page|lecture|handout|week|unit|module|chapter|part) ?\d+$/i

const bodyWords = (text: string, blocks: Block[]): Map<string, number> => {
  const counts = new Map<string, number>()
  let seen = 0
  for (const block of blocks) {
    if (block.kind === 'heading' || block.end - block.start < 80) continue
    for (const word of contentWordsAll(text.slice(block.start, Math.min(block.end, block.start + PROBE))))
      counts.set(keyOf(word), (counts.get(keyOf(word)) ?? 0) + 1)
    seen += block.end - block.start
    if (seen > PROBE) break
  }
  return counts
}

const contentWordsAll = (text: string): string[] => text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []

const LONGEST = 200

/** A heading or title as it is shown: what runs on for longer than 200 characters is cut after a word. */
export const shortened = (text: string): string => {
  if (text.length <= LONGEST) return text
  const cut = text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …`
}

/** A heading's claim to be the title, before its place is counted. */
const scoreOf = (heading: string, body: Map<string, number>): number =>
  OVERLINE.test(heading) ? 0 : (recurrence(heading, body) + weight(heading, body)) / 2

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * What the document is called: the title given or in its front matter, else its first-level heading, else the heading whose
 * words recur most in the running text (so that a site's banner is passed over), else its first words.
 */
export const titleFor = (extracted: Extracted, given?: string): { title: string; titled: boolean } => {
  if (given && folded(given) !== '') return { title: shortened(folded(given)), titled: true }
  const { text, blocks } = extracted
  const fixed = extracted.title ? folded(extracted.title) : ''
  if (fixed !== '' && !isChrome(fixed)) return { title: shortened(fixed), titled: true }
  const body = bodyWords(text, blocks)
  const headings = blocks
    .filter((block) => block.kind === 'heading')
    .slice(0, 40)
    .map((block) => ({ level: block.level ?? 2, text: shortened(folded(text.slice(block.start, block.end))) }))
    .filter((heading) => !isChrome(heading.text) && /\p{L}{3}/u.test(heading.text))
  const tops = headings.filter((heading) => heading.level === 1)
  const first = tops.find((heading) => recurrence(heading.text, body) > 0) ?? (tops.length === 1 ? tops[0] : undefined)
  if (first) return { title: first.text, titled: true }
  const scored = headings
    .slice(0, 5)
    .map((heading, index) => ({ heading, score: scoreOf(heading.text, body) - index * 0.12 }))
  scored.sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (best && best.score > 0.2) return { title: best.heading.text, titled: true }
  const paragraph = blocks.find((block) => block.kind !== 'heading' && !isChrome(text.slice(block.start, block.end)))
  const words = folded(text.slice(paragraph?.start ?? 0, (paragraph?.start ?? 0) + 200)).split(' ')
  return { title: words.slice(0, 8).join(' ') + (words.length > 8 ? ' …' : ''), titled: false }
}
