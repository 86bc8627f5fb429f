import type { Entity, Fact } from '#lib/facts/index.ts'
import type { GeneratedQuestion } from './types.ts'

/** A question on its way: with what its checks need to know. */
export type Draft = {
  question: GeneratedQuestion
  facts: Fact[]
  /** The whole sentence, true. */
  statement: string
  /** Words above the stem: title and section. */
  contextLine: string
  /** The right answer in each spelling that must not show in the stem. */
  telling: string[]
  /** Type of every option, where options are things of the text. */
  optionTypes?: string[]
  /** What was put in the place of the answer in a false statement. */
  replaced?: { from: string; to: string }
  /** Dates of the events to be ordered, in key order. */
  orders?: number[]
  /** Score before lints, 0–1. */
  score: number
}

/** What the checks know of the whole document. */
export type Surroundings = {
  text: string
  /** Whether a thing other than the answer would make the statement of a fact true as well. */
  alsoTrue: (fact: Fact, option: string) => boolean
  sameThing: (a: string, b: string) => boolean
}

export type { Entity, Fact }
