import type { Direction, Form } from '#lib/log/index.ts'

/**
 * One published version of a question set, whole, as a phone keeps it: facts, questions, names that count as the same
 * answer, and the text that every fact is cited from. Immutable: a change of content is another version.
 */
export type Pack = {
  setId: string
  version: number
  title: string
  language: string
  documents: PackDocument[]
  facts: PackFact[]
  questions: PackQuestion[]
  /** Groups of names for one thing ("Kunashir", "Kunashiri"); any of a group is accepted for another. */
  aliases: string[][]
  /** What is not forgiven in a typed answer; absent: both are. */
  counts?: ('accents' | 'articles')[]
  /** Colour of its cover, by name; absent: none. */
  colour?: string
  /** In which order its facts are begun; absent: by their numbers. */
  order?: 'mixed'
  /** Which facts are kept out of it for its learner at present, as a digest; absent: none. */
  variant?: string
}

export type PackDocument = {
  id: string
  title: string
  /** Where the text comes from, in words shown to a learner. */
  source: string | null
  /** Offsets everywhere are UTF-16 code units into this text. */
  text: string
  sections: { id: string; heading: string; start: number; end: number }[]
}

export type PackFact = {
  id: string
  version: number
  /** The footnote number: the fact's place in its set, from 1 up. */
  number: number
  statement: string
  source:
    | { kind: 'span'; documentId: string; start: number; end: number; exact: string }
    | { kind: 'row'; front: string; back: string; image?: string; sound?: string }
  /** `id` of the section the fact stands in. */
  sectionId: string | null
  directions: Direction[]
}

export type PackQuestion = {
  id: string
  version: number
  /** The facts it asks; one, except for order and match. */
  factIds: string[]
  direction: Direction
  form: Form
  stem: string
  /** The right option's text, 'true' | 'false', digits, or for order and match the right order of the options. */
  key: string | string[]
  accepted: string[]
  left?: string[]
  unit?: string
  options?: { text: string; wrongBecause?: string }[]
  rationale: string
  image?: string
  sound?: string
}
