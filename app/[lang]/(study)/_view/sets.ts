import { type FactMastery, type Level, masteryBySection, type Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { ROLLOVER_HOUR } from '#lib/scheduling/index.ts'
import type { Pack } from '#lib/session/index.ts'

export type SectionView = {
  sectionId: string | null
  /** Null: facts that stand in no section. */
  heading: string | null
  facts: FactMastery[]
  held: number
}
/** One set of a learner as the pages show it. */
export type SetView = {
  setId: string
  title: string
  /** Of its texts, not of the page. */
  language: string
  /** Of its cover, by name. */
  colour: string | null
  /** Of its first document, if it has one: what the reader opens. */
  documentId: string | null
  /** Whole minutes to read its text. */
  readMinutes: number
  questions: number
  sections: SectionView[]
  levels: Level[]
  held: number
  /** The section of the first fact that was never asked; null when all were. */
  next: { heading: string | null } | null
}

/** Words a minute of a careful reader. */
const READING_SPEED = 220

export const readMinutesOf = (text: string): number =>
  Math.max(1, Math.round((text.match(/\S+/g)?.length ?? 0) / READING_SPEED))

const viewOf = (pack: Pack, sections: SectionView[]): SetView => {
  const facts = sections.flatMap((section) => section.facts)
  const next = sections.find((section) => section.facts.some(({ level }) => level === 0))
  return {
    setId: pack.setId,
    title: pack.title,
    language: pack.language,
    colour: pack.colour ?? null,
    documentId: pack.documents[0]?.id ?? null,
    readMinutes: readMinutesOf(pack.documents.map(({ text }) => text).join('\n\n')),
    questions: pack.questions.length,
    sections,
    levels: facts.map(({ level }) => level),
    held: sections.reduce((sum, section) => sum + section.held, 0),
    next: next ? { heading: next.heading } : null,
  }
}

/** Every set on this device with what its learner holds of it. */
export const setsOf = ({ packs, cards }: Pick<Learner, 'packs' | 'cards'>, today: Today): SetView[] => {
  const mastery = masteryBySection(packs, cards, { rolloverHour: ROLLOVER_HOUR, ...today })
  return packs.map((pack) =>
    viewOf(
      pack,
      mastery.filter(({ setId }) => setId === pack.setId),
    ),
  )
}

/** Where a set's text is read, at a fact (by its number) if one is given. */
export const readerHref = ({ setId, documentId }: Pick<SetView, 'setId' | 'documentId'>, fact?: number): string => {
  const query = new URLSearchParams({ set: setId, ...(documentId ? { doc: documentId } : {}) })
  return `/read?${query}${fact === undefined ? '' : `#f${fact}`}`
}
