import { seededRandom, shuffled } from '#lib/base/index.ts'
import { type Pack, type PackFact, type PackQuestion, questionOf, type SessionItem } from '#lib/session/index.ts'

/** Everything one question needs on screen. */
export type Asked = {
  item: SessionItem
  pack: Pack
  question: PackQuestion
  facts: PackFact[]
  /** The options as shown; a choice among numbers stands in their order, anything else is shuffled. */
  options: string[]
}

const isNumber = (text: string): boolean => /^[\d.,\s]+$/.test(text)

const optionsOf = (question: PackQuestion, seed: string): string[] => {
  const key = Array.isArray(question.key) ? question.key : []
  const texts = question.options?.map((option) => option.text) ?? [...key]
  if (question.form === 'choice' && texts.every(isNumber))
    return [...texts].sort((a, b) => Number(a.replace(/[^\d.]/g, '')) - Number(b.replace(/[^\d.]/g, '')))
  const mixed = shuffled(texts, seededRandom(seed))
  // An order that is shown already in order asks nothing.
  return question.form === 'order' && mixed.every((text, i) => text === key[i]) ? mixed.reverse() : mixed
}

/** Looks an item up in the packs; null where its content has gone. */
export const askedOf = (packs: readonly Pack[], item: SessionItem, seed: string): Asked | null => {
  const pack = packs.find((one) => one.setId === item.setId)
  const question = pack ? questionOf(pack, item) : null
  if (!pack || !question) return null
  const facts = question.factIds
    .map((id) => pack.facts.find((fact) => fact.id === id))
    .filter((fact) => fact !== undefined)
  return {
    item,
    pack,
    question,
    facts,
    options: optionsOf(question, `${seed}|${question.id}`),
  }
}

/** The heading a fact stands under. */
export const sectionOf = (pack: Pack, fact: PackFact): string | null => {
  for (const document of pack.documents)
    for (const section of document.sections) if (section.id === fact.sectionId) return section.heading
  return null
}
