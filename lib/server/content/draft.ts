import { tiersAsked } from '#lib/desk/index.ts'
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
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly skipped?: string }[]
  readonly facts: readonly GeneratedFact[]
  readonly questions: readonly GeneratedQuestion[]
  readonly aliases: string[][]
  /** Which generator wrote the facts and questions. */
  readonly engineVersion: string
  /** SHA-256 of what the generator was given. */
  readonly contentHash: string
}

/** What nobody is shown before a person has looked at it: all that is fit for review, and the facts that it asks. */
export const waiting = (draft: Pick<Draft, 'facts' | 'questions'>): Pick<Draft, 'facts' | 'questions'> => {
  const visible = shown(draft)
  const asked = new Set(visible.questions)
  const questions = draft.questions.filter((question) => question.tier !== 'C' && !asked.has(question))
  const numbered = new Set(visible.facts)
  const factIds = new Set(questions.flatMap((question) => question.factIds))
  return { questions, facts: draft.facts.filter((fact) => factIds.has(fact.id) && !numbered.has(fact)) }
}

/** What a learner is shown: tier A, with tier B where there is too little of A; and the facts that are asked by that. */
export const shown = ({ facts, questions }: Pick<Draft, 'facts' | 'questions'>) => {
  const tiers = tiersAsked(questions)
  const asked = questions.filter(({ tier }) => tiers.includes(tier))
  const factIds = new Set(asked.flatMap((question) => question.factIds))
  const numbered = facts.filter(({ id }) => factIds.has(id))
  return {
    questions: asked,
    facts: numbered.sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end),
  }
}
