import { tiersAsked } from './asked.ts'
import type { DeskFact, Judgement } from './types.ts'

/** The facts with some of them judged. */
export const judged = <F extends DeskFact>(facts: readonly F[], judgements: readonly Judgement[]): F[] => {
  const said = new Map(judgements.map((one) => [one.factId, one]))
  return facts.map((fact) => {
    const one = said.get(fact.id)
    return one ? { ...fact, verdict: one.verdict, reason: one.reason } : fact
  })
}

/** What takes judgements back: how the facts stood before them. */
export const before = (facts: readonly DeskFact[], judgements: readonly Judgement[]): Judgement[] => {
  const ids = new Set(judgements.map(({ factId }) => factId))
  return facts.filter(({ id }) => ids.has(id)).map(({ id, verdict, reason }) => ({ factId: id, verdict, reason }))
}

/** Accepts every fact not judged yet that has a question which asks by itself, with none of its checks failed. */
export const acceptBest = (facts: readonly DeskFact[]): Judgement[] =>
  facts
    .filter(({ verdict, questions }) => verdict === null && questions.some(({ tier }) => tier === 'A'))
    .map(({ id }) => ({ factId: id, verdict: 'accepted', reason: null }))

export const STATES = ['all', 'open', 'look', 'flagged', 'accepted', 'rejected'] as const
/** Which facts are shown: every one, those not judged, those of them that need a look, those reported by learners, those accepted, those rejected. */
export type State = (typeof STATES)[number]

/** A fact nobody has judged and of which no question asks by itself, or one that a check warned of would. */
const needsLook = (fact: DeskFact): boolean =>
  fact.verdict === null &&
  (!fact.questions.some(({ tier }) => tier === 'A') ||
    fact.questions.some(({ asked, lints }) => asked !== false && lints.length > 0))

export const isIn = (state: State, fact: DeskFact): boolean => {
  switch (state) {
    case 'all':
      return true
    case 'open':
      return fact.verdict === null
    case 'look':
      return needsLook(fact)
    case 'flagged':
      return fact.questions.some(({ flags }) => flags.length > 0)
    case 'accepted':
    case 'rejected':
      return fact.verdict === state
  }
}

/**
 * The fact to go to from the one in hand: the next in the order of the text that is in the state and not judged yet, from the
 * beginning again after the last; where all are judged, null.
 */
export const nextToJudge = <F extends DeskFact>(facts: readonly F[], state: State, from: string | null): F | null => {
  const at = facts.findIndex(({ id }) => id === from)
  const round = [...facts.slice(at + 1), ...facts.slice(0, at + 1)]
  return round.find((fact) => fact.verdict === null && fact.id !== from && isIn(state, fact)) ?? null
}

export type Count = {
  readonly facts: number
  readonly accepted: number
  readonly rejected: number
  /** Facts with a question that asks by itself. */
  readonly ready: number
}

export const countOf = (facts: readonly DeskFact[], all: readonly DeskFact[] = facts): Count => {
  const tiers = tiersAsked(all.flatMap(({ questions }) => questions))
  return {
    facts: facts.length,
    accepted: facts.filter(({ verdict }) => verdict === 'accepted').length,
    rejected: facts.filter(({ verdict }) => verdict === 'rejected').length,
    ready: facts.filter(({ questions }) => questions.some(({ tier }) => tiers.includes(tier))).length,
  }
}
