import { paragraphsOf, runsOf, type Stretch } from '#lib/base/index.ts'
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

/** By number, as the number links of one place stand. */
const spansIn = (facts: readonly PackFact[], document: PackDocument): Spanned[] =>
  facts
    .flatMap((fact) =>
      fact.source.kind === 'span' && fact.source.documentId === document.id
        ? [{ fact, start: fact.source.start, end: fact.source.end }]
        : [],
    )
    .sort((a, b) => a.fact.number - b.fact.number)

const factsOf = (spans: readonly Spanned[]): PackFact[] => spans.map(({ fact }) => fact)

const factRuns = (text: string, paragraph: Stretch, spans: readonly Spanned[]): Run[] =>
  runsOf(text, paragraph, spans).map(({ start, text: exact, covering, beginning, ending }) => ({
    ...{ start, text: exact },
    covering: factsOf(covering),
    beginning: factsOf(beginning),
    ending: factsOf(ending),
  }))

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
    return [{ start, heading, runs: factRuns(text, { start, end }, spans) }]
  })
}
