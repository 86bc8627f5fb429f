/** What the generator prints: shapes, units and closed lists. Offsets are UTF-16 code units into `document.text`. */
export type GeneratedForm = 'choice' | 'cloze' | 'typed' | 'true-false' | 'number' | 'order' | 'match'
export type Tier = 'A' | 'B' | 'C'

export type GeneratedQuestion = {
  id: string
  /** `factIds[0]`. */
  factId: string
  factIds: string[]
  form: GeneratedForm
  stem: string
  key: string | string[]
  /** Every answer that counts as right; holds the key. */
  accepted: string[]
  left?: string[]
  unit?: string
  options?: { text: string; wrongBecause?: string }[]
  rationale: string
  tier: Tier
  /** Names of the lints that failed. */
  lints: string[]
}

export type GeneratedFact = {
  id: string
  statement: string
  quote: { start: number; end: number; exact: string }
  kind: string
  attribution?: string
  /** 0–1. */
  confidence: number
}

export type GeneratedSection = { heading: string; start: number; end: number }

export type Generated = {
  document: { title: string; language: string; words: number; text: string; sections: GeneratedSection[] }
  facts: GeneratedFact[]
  questions: GeneratedQuestion[]
  /** Groups of names for one thing, for marking. */
  aliases: string[][]
  skipped: { start: number; end: number; reason: string }[]
}
