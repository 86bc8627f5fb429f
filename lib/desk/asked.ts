import type { DeskFact, DeskQuestion, Tier } from './types.ts'

/** Fewer good questions than this, and the second-best are as good. */
const GOOD_ENOUGH = 5

/** The tiers of which questions ask by themselves, before anybody has judged them. */
export const tiersAsked = (questions: readonly { readonly tier: Tier }[]): readonly Tier[] =>
  questions.filter(({ tier }) => tier === 'A').length >= GOOD_ENOUGH ? ['A'] : ['A', 'B']

type Asking = Pick<DeskQuestion, 'tier' | 'asked'>
type Judged = Pick<DeskFact, 'verdict'> & { readonly questions: readonly Asking[] }

/**
 * Whether a question is asked. What its owner says of it counts; else its tier; and a fact that was accepted though it has no
 * question that asks by itself is asked by its second-best ones.
 */
export const isAsked = (question: Asking, { verdict, questions }: Judged, tiers: readonly Tier[]): boolean => {
  if (question.asked !== null) return question.asked
  if (tiers.includes(question.tier)) return true
  if (verdict !== 'accepted' || question.tier === 'C') return false
  return !questions.some(({ asked, tier }) => asked ?? tiers.includes(tier))
}

export type PublishChoice = {
  /** Leave out what nobody has judged. */
  readonly onlyAccepted: boolean
  /** Forms that may be asked; null means all. */
  readonly forms: readonly string[] | null
}

/** What of the desk a set shows, in order: facts with the questions that ask them. */
export const published = <F extends DeskFact>(facts: readonly F[], { onlyAccepted, forms }: PublishChoice): F[] => {
  const tiers = tiersAsked(facts.flatMap(({ questions }) => questions))
  return facts
    .filter(({ verdict }) => verdict === 'accepted' || (verdict === null && !onlyAccepted))
    .map((fact) => ({
      ...fact,
      questions: fact.questions.filter(
        (question) => isAsked(question, fact, tiers) && (forms === null || forms.includes(question.form)),
      ),
    }))
    .filter(({ questions }) => questions.length > 0)
}
