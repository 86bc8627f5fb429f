import type { Direction, Form } from '#lib/log/index.ts'
import type { Pack, PackDocument, PackFact, PackQuestion } from '#lib/session/index.ts'

export type PackSetRow = {
  setId: string
  version: number
  title: string
  language: string
  aliases: unknown
  /** Which sides of a row are asked; both where it does not say. */
  directions?: unknown
  counts?: unknown
  order?: string | null
  colour?: string | null
}
export type PackDocumentRow = {
  documentId: string
  title: string
  source: string | null
  text: string
  sections: { id: string; heading: string; start: number; end: number }[]
}
export type PackFactRow = {
  factId: string
  version: number
  statement: string
  documentId: string | null
  sectionId: string | null
  quoteStart: number | null
  quoteEnd: number | null
  quoteExact: string | null
  rowFront: string | null
  rowBack: string | null
  rowImage?: string | null
  rowSound?: string | null
}
export type PackQuestionRow = {
  questionId: string
  version: number
  factIds: string[]
  direction: Direction
  form: string
  stem: string
  key: unknown
  accepted: unknown
  left?: unknown
  unit?: string | null
  options?: unknown
  rationale: string
  image?: string | null
  sound?: string | null
}

const documentOf = ({ documentId, title, source, text, sections }: PackDocumentRow): PackDocument => ({
  id: documentId,
  title,
  source,
  text,
  sections: sections.map(({ id, heading, start, end }) => ({ id, heading, start, end })),
})

const sourceOf = (row: PackFactRow): PackFact['source'] => {
  const { documentId, quoteStart, quoteEnd, quoteExact, rowFront, rowBack, rowImage, rowSound } = row
  if (documentId !== null && quoteStart !== null && quoteEnd !== null && quoteExact !== null)
    return { kind: 'span', documentId, start: quoteStart, end: quoteEnd, exact: quoteExact }
  if (rowFront !== null && rowBack !== null)
    return {
      ...{ kind: 'row' as const, front: rowFront, back: rowBack },
      ...(rowImage ? { image: rowImage } : {}),
      ...(rowSound ? { sound: rowSound } : {}),
    }
  throw new Error(`The fact ${row.factId} has no source`)
}

/** Prose is asked one way; a pair of terms both ways. */
const directionsOf = (source: PackFact['source'], ofRows: readonly Direction[]): Direction[] =>
  source.kind === 'row' ? [...ofRows] : ['forward']

const BOTH: readonly Direction[] = ['forward', 'backward']

export const factOf = (row: PackFactRow, index: number, ofRows = BOTH): PackFact => {
  const source = sourceOf(row)
  const { factId: id, version, statement, sectionId } = row
  return { id, version, number: index + 1, statement, source, sectionId, directions: directionsOf(source, ofRows) }
}

type Option = { text: string; wrongBecause?: string }

export const questionOf = (row: PackQuestionRow): PackQuestion => ({
  id: row.questionId,
  version: row.version,
  factIds: row.factIds,
  direction: row.direction,
  form: row.form as Form,
  stem: row.stem,
  key: row.key as string | string[],
  accepted: row.accepted as string[],
  ...(row.left ? { left: row.left as string[] } : {}),
  ...(row.unit ? { unit: row.unit } : {}),
  ...(row.options
    ? {
        options: (row.options as Option[]).map(({ text, wrongBecause }) => ({
          text,
          ...(wrongBecause ? { wrongBecause } : {}),
        })),
      }
    : {}),
  rationale: row.rationale,
  ...(row.image ? { image: row.image } : {}),
  ...(row.sound ? { sound: row.sound } : {}),
})

/** The pack of a set version. The same rows give the same JSON, letter for letter, whichever database they come from. */
export const packOf = (
  set: PackSetRow,
  documents: readonly PackDocumentRow[],
  facts: readonly PackFactRow[],
  questions: readonly PackQuestionRow[],
): Pack => ({
  setId: set.setId,
  version: set.version,
  title: set.title,
  language: set.language,
  documents: documents.map(documentOf),
  facts: facts.map((fact, index) => factOf(fact, index, (set.directions as Direction[] | null | undefined) ?? BOTH)),
  questions: questions.map(questionOf),
  aliases: set.aliases as string[][],
  ...(Array.isArray(set.counts) && set.counts.length > 0 ? { counts: set.counts as Pack['counts'] & {} } : {}),
  ...(set.colour ? { colour: set.colour } : {}),
  ...(set.order === 'mixed' ? { order: 'mixed' } : {}),
})
