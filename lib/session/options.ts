import { seededRandom, shuffled } from '#lib/base/index.ts'
import type { PackQuestion } from './pack.ts'

const isNumber = (text: string): boolean => /^[\d.,\s]+$/.test(text)

/** A question's options as shown: a choice among numbers stands in their order, anything else is shuffled by the seed. */
export const optionsOf = (question: PackQuestion, seed: string): string[] => {
  const key = Array.isArray(question.key) ? question.key : []
  const texts = question.options?.map((option) => option.text) ?? [...key]
  if (question.form === 'choice' && texts.every(isNumber))
    return [...texts].sort((a, b) => Number(a.replace(/[^\d.]/g, '')) - Number(b.replace(/[^\d.]/g, '')))
  const mixed = shuffled(texts, seededRandom(seed))
  // An order that is shown already in order asks nothing.
  return question.form === 'order' && mixed.every((text, i) => text === key[i]) ? mixed.reverse() : mixed
}
