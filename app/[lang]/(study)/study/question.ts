import { tells } from '#lib/base/index.ts'
import {
  optionsOf,
  type Pack,
  type PackFact,
  type PackQuestion,
  questionOf,
  type SessionItem,
} from '#lib/session/index.ts'

/** Everything one question needs on screen. */
export type Asked = {
  item: SessionItem
  pack: Pack
  question: PackQuestion
  facts: PackFact[]
  /** The options as shown; a choice among numbers stands in their order, anything else is shuffled. */
  options: string[]
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

/** The title of the document a fact stands in, and the heading it stands under. */
const placeOf = (pack: Pack, { source, sectionId }: PackFact): { title: string; section: string | null } => {
  const document = pack.documents.find(({ id }) => source.kind === 'span' && id === source.documentId)
  const section = pack.documents.flatMap(({ sections }) => sections).find(({ id }) => id === sectionId)
  return { title: document?.title ?? pack.title, section: section?.heading ?? null }
}

/** A statement's own answer, true or false, is in no heading. */
const answersOf = ({ form, accepted }: PackQuestion): readonly string[] => (form === 'true-false' ? [] : accepted)

/**
 * What a question is about, above it: the section of its fact, with the title before it where several sets are studied;
 * for a question over several facts, or under a heading that gives the answer away, the title alone.
 */
export const labelOf = (
  { pack, facts, question }: Pick<Asked, 'pack' | 'facts' | 'question'>,
  sets: number,
): string | null => {
  const [fact] = facts
  if (!fact) return null
  const { title, section } = placeOf(pack, fact)
  if (facts.length > 1 || (section !== null && tells(section, answersOf(question)))) return title
  if (sets < 2 || section === title) return section
  return section === null ? title : `${title} · ${section}`
}
