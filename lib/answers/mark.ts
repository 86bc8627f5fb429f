export type MarkedForm = 'choice' | 'cloze' | 'typed' | 'true-false' | 'number' | 'order' | 'match'

/** What marking needs of a question; a pack's question fits. */
export type Markable = {
  form: MarkedForm
  key: string | readonly string[]
  accepted: readonly string[]
  options?: readonly { text: string }[]
  left?: readonly string[]
  unit?: string
}

export type Verdict = 'right' | 'wrong'

/**
 * A run of characters for display. In the given row: `same`, `extra` (not in the text), and `missing` with empty text
 * where the text has characters that were not given. In the text row: `same`, `missing` (not given).
 */
export type DiffRun = { text: string; kind: 'same' | 'missing' | 'extra' }

export type Marking = {
  verdict: Verdict
  /** Right but for a small typo. */
  nearly: boolean
  /** For order and match: a verdict for each item of `key` (match: of `left`), in that order. */
  parts?: Verdict[]
  /** For what was typed and is not letter for letter the text: the given row, then the text row. */
  diff?: [DiffRun[], DiffRun[]]
}

export const mark = (
  _question: Markable,
  _given: string | readonly string[],
  _aliases: readonly (readonly string[])[] = [],
  _known: readonly string[] = [],
): Marking => {
  throw new Error('to come')
}
