import type { Block, Section, Sentence, SourceSpan } from './types.ts'

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st mt gen col lt sgt capt cmdr adm rev hon gov sen rep pres fr no nos vol vols pp p ch fig figs eq sec art arts al etc approx ca c cf eg ie e.g i.e vs v inc ltd co corp dept univ est jan feb apr aug sept oct nov dec u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d b.c.e c.e op cit ibid viz messrs mme mlle ave blvd rd bros'.split(
    ' ',
  ),
)
/** Abbreviations after which a sentence does end when a capital follows. */
const MAY_END = new Set(
  'etc inc ltd co corp d.c a.m p.m b.c a.d b.c.e c.e al no u.s u.k u.n ph.d jr sr p c est art st ave blvd rd'.split(
    ' ',
  ),
)
const CLOSERS = '"\'”’)]»'
const OPENERS = '"\'“‘([«'
const LONGEST_WORD = 20
/** Marks that may follow the end of a sentence; a longer run is no text. */
const CLOSERS_MOST = 40

const isUpper = (character: string) => character !== character.toLowerCase() && character === character.toUpperCase()
const isDigit = (character: string) => character >= '0' && character <= '9'

/** The word that ends at an offset, lower case, without its opening marks. */
const wordBefore = (text: string, end: number, floor: number): string => {
  let start = end
  while (start > floor && end - start < LONGEST_WORD && !/[\s([{"'“‘]/.test(text[start - 1] ?? ' ')) start--
  return text.slice(start, end).toLowerCase()
}

/** Words that open sentences and hardly ever follow an abbreviation as part of a name. */
const STARTERS =
  /^(?:The|A|An|In|On|At|It|He|She|They|This|That|These|Those|By|For|After|Before|However|When|While|If|As|But|And|Its|Their|His|Her|There|We|From|During|Although|Since|Most|Some|Many|All|Under|With|Each|Every|Both|No|One|Two)\b/

const endsSentence = (text: string, dot: number, next: number, floor: number): boolean => {
  if (next >= text.length) return true
  const follower = text[next] ?? ''
  const opener = OPENERS.includes(follower)
  const first = opener ? (text[next + 1] ?? '') : follower
  if (text[dot] !== '.') return isUpper(first) || isDigit(first) || opener
  const camel = /^\p{Ll}{1,2}\p{Lu}/u.test(text.slice(next, next + 4))
  if (!isUpper(first) && !isDigit(first) && !opener && !camel) return false
  const word = wordBefore(text, dot, floor)
  if (/^\p{L}$/u.test(word) && isUpper(text[dot - 1] ?? '')) {
    // An initial ("Leonid I. Brezhnev") against a sentence that ends in a letter ("vitamin C. The").
    return STARTERS.test(text.slice(next, next + 12))
  }
  if (!ABBREVIATIONS.has(word)) return true
  return MAY_END.has(word) && STARTERS.test(text.slice(next, next + 12))
}

/** Sentences of one stretch of text, trimmed; linear in its length. */
const sentencesWithin = (text: string, span: SourceSpan): SourceSpan[] => {
  const out: SourceSpan[] = []
  let start = span.start
  let depth = 0
  let opened = span.start
  for (let i = span.start; i < span.end; i++) {
    const character = text[i] ?? ''
    if (character === '(' || character === '[') {
      depth++
      opened = i
    } else if ((character === ')' || character === ']') && depth > 0) depth--
    if (character !== '.' && character !== '!' && character !== '?') continue
    // A bracket that never closes must not swallow the rest.
    if (depth > 0 && i - opened < 400) continue
    let after = i + 1
    const reach = Math.min(span.end, after + CLOSERS_MOST)
    while (after < reach && (CLOSERS.includes(text[after] ?? '') || text[after] === '.')) after++
    // A reference mark such as [12] belongs to the sentence that it follows.
    const mark = /^(?:\[[\w ]{1,20}\]){1,6}/.exec(text.slice(after, Math.min(span.end, after + 80)))
    if (mark) after += mark[0].length
    let next = after
    while (next < span.end && /\s/.test(text[next] ?? '')) next++
    if (next === after && next < span.end) continue
    if (next >= span.end || endsSentence(text, i, next, start)) {
      out.push({ start, end: after })
      start = next
      depth = 0
      i = next - 1
    }
  }
  if (start < span.end) out.push({ start, end: span.end })
  return out.map((sentence) => trimmed(text, sentence)).filter((sentence) => sentence.end > sentence.start)
}

const trimmed = (text: string, span: SourceSpan): SourceSpan => {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** All sentences of a document, each with its block and its section; headings, code and rows have none. */
export const sentencesOf = (text: string, blocks: Block[], sections: Section[]): Sentence[] => {
  const out: Sentence[] = []
  let section = -1
  blocks.forEach((block, index) => {
    while (section + 1 < sections.length && (sections[section + 1]?.start ?? Infinity) <= block.start) section++
    if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'row') return
    for (const span of sentencesWithin(text, block)) out.push({ ...span, block: index, section })
  })
  return out
}
