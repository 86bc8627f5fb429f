import type { SourceSpan } from '#lib/source/index.ts'

/** Fine types of named things: an island is no region, a court no committee. `name` = a proper name of unknown type. */
export type EntityType =
  | 'person'
  | 'country'
  | 'city'
  | 'continent'
  | 'region'
  | 'island'
  | 'islands'
  | 'river'
  | 'lake'
  | 'sea'
  | 'mountain'
  | 'planet'
  | 'language'
  | 'programming'
  | 'demonym'
  | 'company'
  | 'university'
  | 'organisation'
  | 'court'
  | 'treaty'
  | 'law'
  | 'war'
  | 'battle'
  | 'event'
  | 'state'
  | 'period'
  | 'building'
  | 'award'
  | 'law-of-science'
  | 'disease'
  | 'machine'
  | 'ship'
  | 'work'
  | 'name'

/** A word or mark of a sentence; offsets into the document's text. */
export type Token = SourceSpan & { text: string; lower: string; pos: string; lemma: string }

export type Granularity = 'day' | 'month' | 'year' | 'decade' | 'century' | 'range'

/** A date as it stands in the text, and what it means. */
export type DateMention = SourceSpan & {
  granularity: Granularity
  year: number
  month: number | null
  day: number | null
  /** The digits of the year alone, where they can be blanked without the rest. */
  yearSpan: SourceSpan
  /** As it is written when written right ("21 March 2022" for a misspelt month). */
  normal: string
  /** Days since year 0, roughly; for comparing and ordering only. */
  order: number
  /** A misspelt month, and how it is written. */
  misspelt: Edit | null
}

/** A number with its unit or the thing counted. */
export type Quantity = SourceSpan & {
  /** The digits or number word alone: what a blank takes. */
  surface: string
  value: number
  /** "km", "%", "million people"; what follows the number. */
  unit: string
  /** Whether it is written in digits. */
  digits: boolean
  counted: boolean
}

export type Entity = {
  id: number
  /** The fullest form. */
  name: string
  names: string[]
  type: EntityType
  /** Indexes of sentences that name it, ascending. */
  sentences: number[]
  roles: string[]
  /** A larger whole that this belongs to. */
  partOf: string | null
  /** Whether the text puts "the" before it. */
  articled: boolean
}

export type EntityMention = SourceSpan & { entity: Entity }

/**
 * The closed list of what a fact can be:
 * - `date`: when something happened; asks for a year, a month with its year, a decade or a century.
 * - `quantity`: a number with its unit, or with the thing counted.
 * - `entity`: a person, place, body or other named thing in a key part of the sentence.
 * - `definition`: a term by its definition, from "X is a Y that …" or an entry of a glossary.
 * - `term`: a technical noun phrase in a key part of the sentence, or one that the author set in bold or italics.
 * - `naming`: a name by what it names, from "is called X" or "known as X".
 * - `enumeration`: one member of a counted list, "three phases: a, b and c".
 * - `table`: a cell by its row and its column.
 * - `relation`: which way round something is ("rises", "larger than"), asked as a statement that is true or false.
 */
export type FactKind =
  | 'date'
  | 'quantity'
  | 'entity'
  | 'definition'
  | 'term'
  | 'naming'
  | 'enumeration'
  | 'table'
  | 'relation'

export type SentenceClass =
  | 'assertion'
  | 'definition'
  | 'attributed'
  | 'quote'
  | 'opinion'
  | 'hypothetical'
  | 'plan'
  | 'negated'
  | 'superseded'
  | 'boilerplate'
  | 'question'
  | 'address'
  | 'fragment'

/** A replacement in the sentence for a question: a bracketed antecedent, a dropped connector. Offsets into the document. */
export type Edit = SourceSpan & { text: string }

export type Slot = SourceSpan & {
  kind: 'date' | 'quantity' | 'entity' | 'term'
  /** The right answer as it is to be written. */
  answer: string
  accepted: string[]
  /** Shown after the blank where the kind of the answer would be open: "year", "person". */
  hint: string | null
  entity?: Entity
  date?: DateMention
  /** Of a date: whether any other year would be wrong (one event, told with "in" or "on"). */
  exclusive?: boolean
  quantity?: Quantity
  /** Terms of the same list or class, the only ones that may stand beside the answer; may hold the answer itself. */
  siblings?: string[]
}

/** The sentence before, which a stem opens with where its own sentence leans on it. */
export type Lead = SourceSpan & { text: string; mentions: EntityMention[]; dates: DateMention[] }

export type Fact = {
  id: string
  kind: FactKind
  /** The sentence made to stand alone. */
  statement: string
  quote: SourceSpan & { exact: string }
  sentence: number
  section: number
  slot: Slot
  edits: Edit[]
  /** The one word whose opposite makes the sentence false, replaced by it; null where there is none or more than one. */
  turn: Edit | null
  mentions: EntityMention[]
  dates: DateMention[]
  subject: string
  relation: string
  attribution?: string
  confidence: number
  /** Wording for a wh-question, where the pattern is near certain. */
  wh?: string
  /** Whether a blank in the sentence would not read well. */
  whOnly?: boolean
  lead?: Lead
  /** What happened, without its date, for putting events in order. */
  label?: string
}
