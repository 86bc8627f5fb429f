import { paragraphsOf, type Run, runsOf } from '#lib/base/index.ts'
import { type DeskFact, type DeskSection, type Skipped, skipOf } from '#lib/desk/index.ts'
import { t } from '#words'

/** What a stretch of the text is: where a fact is stated, or a sentence of which nothing was asked. */
export type Mark =
  | { readonly kind: 'fact'; readonly id: string; readonly start: number; readonly end: number }
  | { readonly kind: 'skipped'; readonly id: string; readonly start: number; readonly end: number }
export type Paragraph = { readonly start: number; readonly heading: boolean; readonly runs: readonly Run<Mark>[] }

export const skippedId = ({ start }: { readonly start: number }): string => `s${start}`

/** The text in paragraphs, cut where facts and skipped sentences begin and end. */
export const layOut = (
  text: string,
  sections: readonly DeskSection[],
  facts: readonly Pick<DeskFact, 'id' | 'start' | 'end'>[],
  skipped: readonly Skipped[],
): Paragraph[] => {
  const headings = new Set(sections.map(({ heading }) => heading))
  const marks: Mark[] = [
    ...facts.map(({ id, start, end }) => ({ kind: 'fact' as const, id, start, end })),
    ...skipped.map(({ start, end }) => ({ kind: 'skipped' as const, id: skippedId({ start }), start, end })),
  ].sort((a, b) => a.start - b.start)
  let from = 0
  return paragraphsOf(text).map((paragraph) => {
    while (from < marks.length && (marks[from]?.end ?? 0) <= paragraph.start) from++
    let until = from
    while ((marks[until]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end) until++
    const here = marks.slice(from, until)
    const heading = headings.has(text.slice(paragraph.start, paragraph.end))
    return { start: paragraph.start, heading, runs: runsOf(text, paragraph, heading ? [] : here) }
  })
}

const SAID = {
  unnamed: 'desk.skipUnnamed',
  outside: 'desk.skipOutside',
  leans: 'desk.skipLeans',
  nothing: 'desk.skipNothing',
  reader: 'desk.skipReader',
  piece: 'desk.skipPiece',
  negated: 'desk.skipNegated',
  question: 'desk.skipQuestion',
  ahead: 'desk.skipAhead',
  opinion: 'desk.skipOpinion',
  quotation: 'desk.skipQuotation',
  possible: 'desk.skipPossible',
  replaced: 'desk.skipReplaced',
  furniture: 'desk.skipFurniture',
  before: 'desk.skipBefore',
  long: 'desk.skipLong',
  other: 'desk.skipOther',
} as const

/** Why nothing was asked of a sentence, in the reader's words. */
export const whyNot = ({ reason }: Skipped): string => {
  const { skip, word } = skipOf(reason)
  if (skip === 'unnamed' || skip === 'outside') return t(SAID[skip], { word: word ?? '' })
  return t(SAID[skip])
}
