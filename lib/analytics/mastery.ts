import { type CardState, cardKey, type Direction } from '#lib/log/index.ts'
import { retrievability } from '#lib/scheduling/index.ts'
import { type Today, todayOf } from './reviews.ts'

/** 0 new, 1 fading, 2 shaky, 3 holding, 4 solid. */
export type Level = 0 | 1 | 2 | 3 | 4

/** What mastery needs of a pack; a `Pack` fits. */
export type MasteryPack = {
  setId: string
  title: string
  documents: readonly { id: string; sections: readonly { id: string; heading: string }[] }[]
  facts: readonly { id: string; number: number; sectionId: string | null; directions: readonly Direction[] }[]
}
export type FactMastery = {
  factId: string
  number: number
  level: Level
  /** When it is next due; null where it was never answered, or is suspended. */
  due: number | null
}
export type SectionMastery = {
  setId: string
  /** Null: facts that stand in no section. */
  sectionId: string | null
  heading: string | null
  facts: FactMastery[]
  /** Facts at each level, 0 to 4. */
  counts: [number, number, number, number, number]
  /** Facts at level 3 or 4. */
  held: number
}

/** A memory is fading below this chance of recall. */
const FADING_BELOW = 0.8
/** Stability in days from which a memory holds (a week), and from which it is solid (a month). */
const HOLDING_FROM = 7
const SOLID_FROM = 30

/**
 * How well one card is held: new, never answered; fading, last missed or less than 80 % likely to be recalled today;
 * else by stability: shaky under a week, holding under thirty days, solid from there.
 */
const levelOfCard = (card: CardState | undefined, today: number): Level => {
  if (!card?.memory) return 0
  const recall = retrievability(card.memory, today - card.lastDay)
  if (card.state !== 'review' || recall < FADING_BELOW) return 1
  const { stability } = card.memory
  return stability < HOLDING_FROM ? 2 : stability < SOLID_FROM ? 3 : 4
}

const minOf = (levels: readonly Level[]): Level => Math.min(4, ...levels) as Level

/**
 * How well the facts of each section are held, in the order of the documents, facts by number; sections without facts
 * are left out. A fact asked in two directions is held as well as the weaker.
 */
export const masteryBySection = (
  packs: readonly MasteryPack[],
  cards: ReadonlyMap<string, CardState>,
  today: Today,
): SectionMastery[] => {
  const day = todayOf(today)
  const factMastery = ({ id, number, directions }: MasteryPack['facts'][number]): FactMastery => {
    const own = directions.map((direction) => cards.get(cardKey(id, direction)))
    const dues = own.flatMap((card) => (card?.memory && !card.suspended ? [card.due] : []))
    return {
      factId: id,
      number,
      level: minOf(own.map((card) => levelOfCard(card, day))),
      due: dues.length > 0 ? Math.min(...dues) : null,
    }
  }
  return packs.flatMap((pack) => {
    const sections = pack.documents.flatMap((document) => document.sections)
    const known = new Set(sections.map(({ id }) => id))
    const places = [...sections.map(({ id, heading }) => ({ id, heading })), { id: null, heading: null }]
    return places.flatMap(({ id, heading }): SectionMastery[] => {
      const here = pack.facts.filter(
        ({ sectionId }) => (sectionId !== null && known.has(sectionId) ? sectionId : null) === id,
      )
      if (here.length === 0) return []
      const facts = here.map(factMastery).sort((a, b) => a.number - b.number)
      const counts: SectionMastery['counts'] = [0, 0, 0, 0, 0]
      for (const { level } of facts) counts[level] += 1
      return [{ setId: pack.setId, sectionId: id, heading, facts, counts, held: counts[3] + counts[4] }]
    })
  })
}
