import type { Result } from '#lib/base/index.ts'

export type Verdict = 'accepted' | 'rejected'
export type Tier = 'A' | 'B' | 'C'

/** A question as its owner judges it. */
export type DeskQuestion = {
  readonly id: string
  /** Of its newest wording. */
  readonly version: number
  readonly form: string
  readonly stem: string
  readonly key: string | readonly string[]
  readonly accepted: readonly string[]
  readonly left: readonly string[]
  readonly options: readonly { readonly text: string; readonly wrongBecause?: string }[]
  readonly unit: string | null
  readonly tier: Tier
  /** Names of the checks that it failed. */
  readonly lints: readonly string[]
  /** Whether its owner wants it asked; null leaves that to its tier. */
  readonly asked: boolean | null
  /** Whether a person wrote its newest wording, which no later reading of the text writes over. */
  readonly byHand: boolean
  /** What learners found wrong with it, as long as its owner has not dealt with it. */
  readonly flags: readonly { readonly reason: FlagReason; readonly note: string | null }[]
  /** Every fact that it asks; the first is the one it stands with. */
  readonly factIds: readonly string[]
}

/** A fact with the place that states it: UTF-16 offsets into the text, `end` exclusive. */
export type DeskFact = {
  readonly id: string
  /** From 1 up, in the order of the text. */
  readonly number: number
  readonly version: number
  /** Of the generator's closed list, or `by-hand` where a person found it. */
  readonly kind: string
  readonly statement: string
  readonly start: number
  readonly end: number
  /** The words at that place. */
  readonly quote: string
  readonly verdict: Verdict | null
  readonly reason: Reason | null
  readonly byHand: boolean
  readonly questions: readonly DeskQuestion[]
}

/** What a learner finds wrong with a question; `should-count`: the note is an answer that was marked wrong and is right. */
export const FLAG_REASONS = ['should-count', 'wrong-answer', 'not-cited', 'unclear', 'other'] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

/** Why a person rejected a fact. */
export const REASONS = ['wrong', 'unimportant', 'unclear', 'twice'] as const
export type Reason = (typeof REASONS)[number]

/** A sentence of which nothing was asked, and why, as the generator says it. */
export type Skipped = { readonly start: number; readonly end: number; readonly reason: string }

export type DeskSection = {
  readonly id: string
  readonly heading: string
  readonly start: number
  readonly end: number
}

/** What a person decides about one fact; null takes a decision back. */
export type Judgement = {
  readonly factId: string
  readonly verdict: Verdict | null
  readonly reason: Reason | null
}

export type Checked<T> = Result<T, { readonly field: string; readonly problem: string }>
