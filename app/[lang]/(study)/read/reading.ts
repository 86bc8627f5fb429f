import { type FactMastery, masteryBySection, type Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Pack, PackDocument, PackFact } from '#lib/session/index.ts'
import type { Address } from './address.ts'
import { type Block, layOut, sectionsOf } from './lay-out.ts'

export type HeldFact = Pick<FactMastery, 'level' | 'due'> & { fact: PackFact; questions: number }
/** A stretch of the text with its facts; `id` is its heading's, or the page's for what stands under no heading. */
export type ReaderSection = { id: string; heading: string; facts: HeldFact[] }
/** A document as the reader shows it to one learner. */
export type Reading = {
  pack: Pack
  document: PackDocument
  blocks: Block[]
  sections: ReaderSection[]
  /** By number. */
  held: ReadonlyMap<number, HeldFact>
  /** Numbers in reading order. */
  order: number[]
}

const startOf = ({ source }: PackFact): number => (source.kind === 'span' ? source.start : Number.POSITIVE_INFINITY)

/** The element that holds the whole text. */
export const PAGE_ID = 'content'

/** The set and document an address asks for; without a set, the first on the device; null where it is not there. */
export const chosen = (
  packs: readonly Pack[],
  { set, doc }: Address,
): { pack: Pack; document: PackDocument } | null => {
  const pack = set === null ? packs[0] : packs.find(({ setId }) => setId === set)
  const document = doc === null ? pack?.documents[0] : pack?.documents.find(({ id }) => id === doc)
  return pack && document ? { pack, document } : null
}

/** What does not change while a document is read: its blocks, and its facts in reading order. */
export const textOf = (pack: Pack, document: PackDocument): { facts: PackFact[]; blocks: Block[] } => {
  const facts = pack.facts
    .filter(({ source }) => source.kind === 'span' && source.documentId === document.id)
    .sort((a, b) => startOf(a) - startOf(b) || a.number - b.number)
  return { facts, blocks: layOut(document, facts) }
}

export const readingOf = (
  pack: Pack,
  document: PackDocument,
  { facts, blocks }: ReturnType<typeof textOf>,
  cards: Learner['cards'],
  today: Today,
): Reading => {
  const mastery = new Map(
    masteryBySection([pack], cards, today).flatMap((section) => section.facts.map((fact) => [fact.factId, fact])),
  )
  const questions = new Map<string, number>()
  for (const { factIds } of pack.questions) for (const id of factIds) questions.set(id, (questions.get(id) ?? 0) + 1)
  const heldFacts = facts.map((fact): HeldFact => {
    const { level = 0, due = null } = mastery.get(fact.id) ?? {}
    return { fact, level, due, questions: questions.get(fact.id) ?? 0 }
  })
  const sections = sectionsOf(document).map(({ id, heading }): ReaderSection => {
    return { id, heading, facts: heldFacts.filter(({ fact }) => fact.sectionId === id) }
  })
  const placed = new Set(sections.flatMap((section) => section.facts))
  const loose = heldFacts.filter((held) => !placed.has(held))
  if (loose.length > 0) sections.unshift({ id: PAGE_ID, heading: document.title, facts: loose })
  return {
    pack,
    document,
    blocks,
    sections,
    held: new Map(heldFacts.map((held) => [held.fact.number, held])),
    order: facts.map(({ number }) => number),
  }
}

/** The fact `step` places from the one in hand; from none, the first or the last. */
export const stepFrom = (order: readonly number[], current: number | null, step: 1 | -1): number | null => {
  const at = current === null ? -1 : order.indexOf(current)
  if (at < 0) return (step === 1 ? order[0] : order.at(-1)) ?? null
  return order[at + step] ?? null
}
