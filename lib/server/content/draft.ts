import type { GeneratedFact, GeneratedQuestion, GeneratedSection } from '#lib/questions/index.ts'

/** All that a set version is made from, as the generator left it. Ids are the generator's: good within this draft only. */
export type Draft = {
  readonly title: string
  /** Where the text comes from, in words shown to a learner. */
  readonly source: string | null
  readonly language: string
  readonly text: string
  readonly words: number
  readonly sections: readonly GeneratedSection[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly facts: readonly GeneratedFact[]
  readonly questions: readonly GeneratedQuestion[]
  readonly aliases: string[][]
  /** Which generator wrote the facts and questions. */
  readonly engineVersion: string
  /** SHA-256 of what the generator was given. */
  readonly contentHash: string
}

/** Fewer good questions than this, and the second-best are shown as well. */
const GOOD_ENOUGH = 5

/** What a learner is shown: tier A, with tier B where there is too little of A; and the facts that are asked by that. */
export const shown = ({ facts, questions }: Pick<Draft, 'facts' | 'questions'>) => {
  const best = questions.filter(({ tier }) => tier === 'A')
  const asked = best.length >= GOOD_ENOUGH ? best : questions.filter(({ tier }) => tier !== 'C')
  const factIds = new Set(asked.flatMap((question) => question.factIds))
  const numbered = facts.filter(({ id }) => factIds.has(id))
  return {
    questions: asked,
    facts: numbered.sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end),
  }
}
