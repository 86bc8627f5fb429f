import type { Draft, Fact } from '../draft.ts'
import { BLANK, clozeStem } from '../stem.ts'
import { draftOf, tellingOf } from './base.ts'

/** The whole sentence with one blank: nothing is cut, so nothing is cut wrongly. */
export const clozeDraft = (fact: Fact, contextLine: string): Draft | null => {
  if (fact.sentence < 0 || fact.whOnly) return null
  const { slot } = fact
  const stem = clozeStem(fact, slot.hint)
  if (stem.split(BLANK).length !== 2) return null
  return draftOf([fact], {
    form: 'cloze',
    stem,
    key: slot.answer,
    accepted: slot.accepted,
    telling: tellingOf(fact),
    contextLine,
    score: fact.confidence,
  })
}

/** A number to be typed, with its unit shown. */
export const numberDraft = (fact: Fact, contextLine: string): Draft | null => {
  const { quantity } = fact.slot
  if (fact.sentence < 0 || !quantity || /million|billion|thousand|trillion|hundred/.test(quantity.unit)) return null
  const key = String(quantity.value)
  return draftOf([fact], {
    form: 'number',
    stem: clozeStem(fact, 'number'),
    key,
    accepted: [...new Set([key, ...fact.slot.accepted])],
    unit: quantity.unit,
    telling: tellingOf(fact),
    contextLine,
    score: fact.confidence,
  })
}

/** A who, when, which or what question, where its wording is near certain. */
export const typedDraft = (fact: Fact, contextLine: string): Draft | null => {
  const { slot } = fact
  if (!fact.wh) return null
  return draftOf([fact], {
    form: 'typed',
    stem: fact.wh,
    key: slot.answer,
    accepted: slot.accepted,
    telling: tellingOf(fact),
    contextLine,
    score: fact.confidence,
  })
}
