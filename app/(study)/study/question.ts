import { type Marking, mark } from '#lib/answers/index.ts'
import { seededRandom, shuffled } from '#lib/base/index.ts'
import { type Pack, type PackFact, type PackQuestion, questionOf, type SessionItem } from '#lib/session/index.ts'
import { type Cited, cite } from './cite.ts'

/** Everything one question needs on screen. */
export type Asked = {
  item: SessionItem
  pack: Pack
  question: PackQuestion
  facts: PackFact[]
  cited: Cited[]
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
    cited: facts.map((fact) => cite(pack, fact, question)),
    options: optionsOf(question, `${seed}|${question.id}`),
  }
}

/** The verdict on an answer; keys of the set's other questions never pass for a misspelling of this one. */
export const markingOf = ({ question, pack }: Pick<Asked, 'question' | 'pack'>, given: string | string[]): Marking => {
  const others = pack.questions.filter((other) => other.id !== question.id && typeof other.key === 'string')
  return mark(
    question,
    given,
    pack.aliases,
    others.map((other) => String(other.key)),
  )
}

/** Why the answer given is not the right one, in the question's own words; null where it has none to say. */
export const whyNot = ({ question, cited }: Asked, given: string | string[]): string | null => {
  const wrongBecause = question.options?.find((option) => option.text === given)?.wrongBecause
  if (wrongBecause) return wrongBecause
  const sentence = cited.map(({ parts }) => parts.map(({ text }) => text).join('')).join(' ')
  return question.rationale && !sentence.includes(question.rationale) ? question.rationale : null
}
