import type { SourceSpan } from '#lib/source/index.ts'
import type { Draft, Fact } from '../draft.ts'
import type { GeneratedFact, GeneratedQuestion } from '../types.ts'

/** A fact of the rules as it is shown to whoever proposes: `n` is how a proposal names it. */
export type OfferedFact = { n: number; sentence: string; answer: string }

/** Part of a document that proposals are asked for. */
export type Stretch = SourceSpan & { text: string; facts: OfferedFact[] }

/** Why a proposal was dropped: one of these, or the name of the lint that it failed. */
export type Refusal =
  | 'not-json'
  | 'malformed'
  | 'too-many'
  | 'quote-not-found'
  | 'quote-not-asserted'
  | 'answer-not-in-quote'
  | 'answer-cut'
  | 'answer-form'
  | 'unknown-fact'
  | 'asked-already'
  | 'not-a-question'
  | 'markup'
  | 'foreign-name'
  | 'foreign-number'
  | 'negation'
  | 'attribution'
  | 'open-reference'
  | 'off-topic'
  | 'options'
  | 'key-not-reproduced'
  | (string & {})

/** A question that passed every check that needs no second opinion; `ask` is what the second opinion sees. */
export type Candidate = {
  draft: Draft
  fact: Fact
  /** Whether the rules did not have this fact. */
  isNew: boolean
  ask: { quote: string; question: string; options?: string[] }
}

/** What came of proposals: additions to what the rules wrote, never changes of it. */
export type Proposed = {
  facts: GeneratedFact[]
  /** Tier B, each without a failed lint. */
  questions: GeneratedQuestion[]
  /** How many proposals were dropped, by reason. */
  refused: Record<string, number>
}
