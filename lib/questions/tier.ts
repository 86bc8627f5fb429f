import type { FactKind } from '#lib/facts/index.ts'
import type { Draft } from './draft.ts'
import type { GeneratedForm, Tier } from './types.ts'

/** Least score of a question that publishes itself, and of one that waits for a person. */
const TIER_A = 0.66
const TIER_B = 0.5
/**
 * Where raters refused more than that of the lowest scores (ratings of 26 November 2026): a name or a term is harder to ask
 * for with a blank, where another may fit as well, than among options or in a statement.
 */
const TIER_A_OF: Partial<Record<`${FactKind}/${GeneratedForm}`, number>> = {
  'entity/cloze': 0.8,
  'entity/typed': 0.78,
  'entity/choice': 0.72,
  'term/cloze': 0.76,
  'term/choice': 0.7,
  'quantity/cloze': 0.74,
  'quantity/number': 0.74,
  'quantity/choice': 0.72,
}
/** A false statement by another name; a true one is as good as its sentence. */
const FALSE_BY_NAME = 0.72
const TRUE = 0.64
/** Digits other than zeros at the end that somebody may be expected to recall; more can only be recognised. */
const DIGITS_RECALLED = 2

const asksManyDigits = ({ question, facts }: Draft): boolean => {
  const quantity = facts[0]?.slot.quantity
  if (!quantity || (question.form !== 'cloze' && question.form !== 'number')) return false
  return String(quantity.value).replace('.', '').replace(/0+$/, '').replace(/^0+/, '').length > DIGITS_RECALLED
}

/** A: no check failed and the score is high. B: fit for review. C: hidden. */
export const tierOf = (draft: Draft): Tier => {
  const { question, score, facts } = draft
  const kind = facts[0]?.kind
  const statement = question.key === 'true' ? TRUE : kind === 'entity' ? FALSE_BY_NAME : TIER_A
  const least = question.form === 'true-false' ? statement : ((kind && TIER_A_OF[`${kind}/${question.form}`]) ?? TIER_A)
  if (question.lints.length === 0 && score >= least && !asksManyDigits(draft)) return 'A'
  return question.lints.length <= 1 && score >= TIER_B ? 'B' : 'C'
}
