import type { PackDocument, PackFact } from '#lib/session/index.ts'

/** A stretch of text under the same set of facts. */
export type Run = {
  start: number
  text: string
  /** Facts whose quote covers it, the innermost (shortest quote, then lowest number) last. */
  covering: PackFact[]
  /** Facts whose quote begins here: a link to one of them leads to this run. */
  beginning: PackFact[]
  /** Facts whose quote ends here, by number: their number links follow this run. */
  ending: PackFact[]
}
export type Block = {
  start: number
  /** Set on a heading: the section it opens. */
  heading: { sectionId: string; number: number } | null
  runs: Run[]
}

type Spanned = { fact: PackFact; start: number; end: number }

const spansIn = (facts: readonly PackFact[], document: PackDocument): Spanned[] =>
  facts.flatMap((fact) =>
    fact.source.kind === 'span' && fact.source.documentId === document.id
      ? [{ fact, start: fact.source.start, end: fact.source.end }]
      : [],
  )

/** Paragraphs are parted by empty lines; the white space around each is left out. */
const paragraphsOf = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))

const byNumber = (spans: readonly Spanned[]): PackFact[] =>
  spans.map(({ fact }) => fact).sort((a, b) => a.number - b.number)

const runsOf = (text: string, from: number, to: number, spans: readonly Spanned[]): Run[] => {
  const here = spans
    .filter(({ start, end }) => start < to && end > from)
    .map(({ fact, start, end }) => ({ fact, start: Math.max(start, from), end: Math.min(end, to) }))
  const cuts = [...new Set([from, to, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index): Run => {
    const end = cuts[index + 1] ?? to
    const covering = here
      .filter((span) => span.start <= start && span.end >= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start) || b.fact.number - a.fact.number)
    return {
      start,
      text: text.slice(start, end),
      covering: covering.map(({ fact }) => fact),
      beginning: byNumber(here.filter((span) => span.start === start)),
      ending: byNumber(here.filter((span) => span.end === end)),
    }
  })
}

/** The sections a reader sees as such: a first one that only repeats the title is the title. */
export const sectionsOf = ({ sections, title }: PackDocument): PackDocument['sections'] =>
  sections[0]?.heading === title ? sections.slice(1) : sections

/**
 * A document as a page sets it: blocks in order, each cut where facts begin and end, so that nested and overlapping quotes
 * keep a number each. A first block that repeats the title is left out, as the page opens with it.
 */
export const layOut = (document: PackDocument, facts: readonly PackFact[]): Block[] => {
  const { text, title } = document
  const spans = spansIn(facts, document)
  const waiting = sectionsOf(document).map((section, index) => ({ ...section, number: index + 1 }))
  return paragraphsOf(text).flatMap(({ start, end }, index): Block[] => {
    const exact = text.slice(start, end)
    if (index === 0 && exact === title) return []
    const next = waiting[0]
    const opens = next !== undefined && exact === next.heading && end + 2 >= next.start
    if (opens) waiting.shift()
    const heading = opens ? { sectionId: next.id, number: next.number } : null
    return [{ start, heading, runs: runsOf(text, start, end, spans) }]
  })
}
