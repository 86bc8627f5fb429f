import { contentHash, tellingWords } from '#lib/facts/index.ts'
import type { Draft, Fact } from '../draft.ts'
import { sentenceWith } from '../stem.ts'
import type { GeneratedForm, GeneratedQuestion } from '../types.ts'

type Parts = {
  form: GeneratedForm
  stem: string
  key: string | string[]
  accepted: string[]
  score: number
  telling?: string[]
  contextLine: string
} & Partial<
  Pick<GeneratedQuestion, 'options' | 'left' | 'unit'> & Pick<Draft, 'optionTypes' | 'replaced' | 'orders'>
> & { rationale?: string }

/** A draft with its id: the hash of the facts asked, the form and the wording's variant. */
export const draftOf = (facts: Fact[], parts: Parts): Draft => {
  const [fact] = facts
  const ids = facts.map((one) => one.id)
  const statement = fact ? (fact.sentence < 0 ? fact.statement : sentenceWith(fact, null)) : ''
  const { form, stem, key, accepted, score, options, left, unit, optionTypes, replaced, orders } = parts
  return {
    question: {
      id: contentHash(`${form}|${ids.join('|')}|${parts.replaced ? 'false' : ''}`),
      factId: ids[0] ?? '',
      factIds: ids,
      form,
      stem,
      key,
      accepted,
      ...(left ? { left } : {}),
      ...(unit ? { unit } : {}),
      ...(options ? { options } : {}),
      rationale: parts.rationale ?? statement,
      tier: 'C',
      lints: [],
    },
    facts,
    statement,
    contextLine: parts.contextLine,
    telling: parts.telling ?? [],
    ...(optionTypes ? { optionTypes } : {}),
    ...(replaced ? { replaced } : {}),
    ...(orders ? { orders } : {}),
    score,
  }
}

/** Spellings of the answer that must not stand in the stem. */
export const tellingOf = (fact: Fact): string[] => {
  const { slot } = fact
  if (slot.kind === 'quantity') return [slot.answer]
  if (slot.kind === 'date')
    return slot.hint === 'decade' || slot.hint === 'ordinal number'
      ? slot.accepted.slice(0, 3)
      : [String(Math.abs(slot.date?.year ?? 0))]
  if (fact.kind === 'naming') return [slot.answer]
  return slot.entity ? [...slot.accepted, ...tellingWords(slot.entity)] : slot.accepted
}
