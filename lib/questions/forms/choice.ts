import { type Random, shuffled } from '#lib/base/index.ts'
import { wordNumber } from '#lib/facts/index.ts'
import { nameDistractors } from '../distractors/names.ts'
import { numberDistractors } from '../distractors/numbers.ts'
import { siblingDistractors } from '../distractors/siblings.ts'
import { termDistractors } from '../distractors/terms.ts'
import { yearDistractors } from '../distractors/years.ts'
import type { Draft, Fact } from '../draft.ts'
import type { Distractor, Pool } from '../pool.ts'
import { clozeStem } from '../stem.ts'
import { draftOf, tellingOf } from './base.ts'

/** Wrong options for a fact, each with its reason; an empty list where fewer than three are certain. */
export const distractorsFor = (fact: Fact, pool: Pool, random: Random): Distractor[] => {
  if (fact.sentence < 0) return siblingDistractors(fact, random)
  if (fact.slot.kind === 'date') return fact.slot.hint === 'year' ? yearDistractors(fact, pool, random) : []
  if (fact.slot.kind === 'quantity') return numberDistractors(fact, random)
  return fact.slot.kind === 'entity' ? nameDistractors(fact, pool) : termDistractors(fact, pool)
}

/** What it adds to a term that the options are all of its kind: they tell what is asked for. */
const AKIN = 0.12

const numericValue = (text: string) => wordNumber(text) ?? Number(text.replaceAll(',', ''))

/** One right option among three wrong ones; numbers stand in order, names in a seeded one. */
export const choiceDraft = (fact: Fact, pool: Pool, contextLine: string, random: Random): Draft | null => {
  const wrong = distractorsFor(fact, pool, random)
  if (wrong.length < 3) return null
  const { slot } = fact
  const hint = slot.kind === 'date' || slot.kind === 'quantity' ? slot.hint : null
  const all = [{ text: slot.answer }, ...wrong.map(({ text, wrongBecause }) => ({ text, wrongBecause }))]
  const numeric = all.every((option) => /^[\d,.]+$/.test(option.text) || wordNumber(option.text) !== null)
  const options = numeric ? [...all].sort((a, b) => numericValue(a.text) - numericValue(b.text)) : shuffled(all, random)
  const type = slot.entity?.type ?? slot.kind
  return draftOf([fact], {
    form: 'choice',
    stem: fact.wh ?? clozeStem(fact, hint),
    key: slot.answer,
    accepted: [slot.answer],
    options,
    optionTypes: options.map((option) =>
      option.text === slot.answer ? type : (pool.table.find(option.text)?.type ?? type),
    ),
    telling: tellingOf(fact),
    contextLine,
    score: fact.confidence + (slot.kind === 'entity' ? -0.02 : wrong.every(({ akin }) => akin) ? AKIN : 0),
  })
}
