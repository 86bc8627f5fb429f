import { type Entity, type EntityTable, type Fact, standsFor } from '#lib/facts/index.ts'

/** A thing that may stand beside the answer, and why it is wrong. */
export type Distractor = {
  text: string
  wrongBecause: string
  /** Whether it is of the very kind of the answer, so that only who knows the text can tell them apart. */
  akin?: true
}

/** A name in more sentences than this is what the document is about, and tells nothing. */
const COMMON = 12

/** What facts of one frame name: a verb with a year, or a verb with a name. */
type Frame = { subjects: Set<string>; entities: Set<Entity> }

/**
 * Years, names and verbs of a document, for finding options and for ruling out those that are true as well. Every question
 * to it is answered from an index, so that its cost does not grow with the document.
 */
export class Pool {
  readonly table: EntityTable
  private readonly years: number[]
  private readonly byYear = new Map<number, Map<string, Frame>>()
  private readonly byEntity = new Map<Entity, Map<string, Frame>>()
  /** Answers that are terms, by the sentence they stand in. */
  private readonly terms: { text: string; fact: Fact }[]
  private readonly places = new Map<string, { sentence: number; entity: Entity }[]>()

  constructor(facts: readonly Fact[], table: EntityTable) {
    this.table = table
    for (const fact of facts) {
      for (const date of fact.dates) note(this.byYear, date.year, fact)
      for (const { entity } of fact.mentions) note(this.byEntity, entity, fact)
    }
    this.terms = facts
      .filter(({ slot, sentence }) => slot.kind === 'term' && sentence >= 0)
      .map((fact) => ({ text: fact.slot.answer, fact }))
      .sort((a, b) => a.fact.sentence - b.fact.sentence)
    this.years = [...this.byYear.keys()].sort((a, b) => a - b)
    for (const entity of table.entities) {
      const places = this.places.get(entity.type) ?? []
      for (const sentence of entity.sentences) places.push({ sentence, entity })
      this.places.set(entity.type, places)
    }
    for (const places of this.places.values()) places.sort((a, b) => a.sentence - b.sentence)
  }

  get lastYear(): number | undefined {
    return this.years.at(-1)
  }

  /** Years of the document from `low` to `high`, both included, ascending. */
  yearsBetween(low: number, high: number): number[] {
    const from = lowerBound(this.years, low, (year) => year)
    return this.years.slice(
      from,
      lowerBound(this.years, high + 1, (year) => year),
    )
  }

  /** Things of a type that a sentence at most `reach` away names, with how far that is; the nearest first. */
  near(type: string, sentence: number, reach: number): { entity: Entity; distance: number }[] {
    const places = this.places.get(type) ?? []
    const from = lowerBound(places, sentence - reach, (place) => place.sentence)
    const to = lowerBound(places, sentence + reach + 1, (place) => place.sentence)
    const found = new Map<Entity, number>()
    for (const place of places.slice(from, to)) {
      const distance = Math.abs(place.sentence - sentence)
      found.set(place.entity, Math.min(found.get(place.entity) ?? distance, distance))
    }
    return [...found]
      .map(([entity, distance]) => ({ entity, distance }))
      .sort((a, b) => a.distance - b.distance || a.entity.id - b.entity.id)
  }

  /** Terms asked for within so many sentences, in the order of the text. */
  termsNear(sentence: number, reach: number): readonly { text: string; fact: Fact }[] {
    const from = lowerBound(this.terms, sentence - reach, ({ fact }) => fact.sentence)
    const to = lowerBound(this.terms, sentence + reach + 1, ({ fact }) => fact.sentence)
    return this.terms.slice(from, to)
  }

  /** Whether two facts say the same of their answers: one verb, and a subject or a name in common. */
  sharesFrame(fact: Fact, other: Fact): boolean {
    return (
      fact.relation === other.relation &&
      (fact.subject === other.subject ||
        fact.mentions.some(({ entity }) => other.mentions.some((mention) => mention.entity === entity)))
    )
  }

  /** Whether another fact says the same of that year: same verb, and a name in common. */
  yearAlsoTrue(fact: Fact, year: number): boolean {
    const frame = this.byYear.get(year)?.get(fact.relation)
    return frame !== undefined && shares(frame, fact)
  }

  /** Whether the document puts this name into the same frame: same verb, and another name or the object in common. */
  entityAlsoTrue(fact: Fact, entity: Entity): boolean {
    const frame = this.byEntity.get(entity)?.get(fact.relation)
    return frame !== undefined && (frame.subjects.has(fact.subject) || shares(frame, fact))
  }

  /** Whether the document names it together with another, not too common name of the fact: it may have been there too. */
  standsBeside(fact: Fact, entity: Entity): boolean {
    return fact.mentions.some(
      (mention) =>
        mention.entity !== fact.slot.entity &&
        mention.entity.sentences.length <= COMMON &&
        mention.entity.sentences.some((at) => isAmong(entity.sentences, at)),
    )
  }

  sameThing(a: string, b: string): boolean {
    if (a.toLowerCase() === b.toLowerCase()) return true
    const first = this.table.find(a)
    const second = this.table.find(b)
    return first !== undefined && second !== undefined && standsFor(first, second)
  }
}

const isAmong = (ascending: readonly number[], wanted: number): boolean =>
  ascending[lowerBound(ascending, wanted, (at) => at)] === wanted

/** Index of the first entry of an ascending list whose key is not below `key`. */
const lowerBound = <T>(list: readonly T[], key: number, keyOf: (entry: T) => number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && keyOf(entry) < key) low = middle + 1
    else high = middle
  }
  return low
}

const shares = (frame: Frame, fact: Fact): boolean => fact.mentions.some((one) => frame.entities.has(one.entity))

const note = <K>(index: Map<K, Map<string, Frame>>, key: K, fact: Fact): void => {
  const frames = index.get(key) ?? new Map<string, Frame>()
  index.set(key, frames)
  const frame = frames.get(fact.relation) ?? { subjects: new Set(), entities: new Set() }
  frames.set(fact.relation, frame)
  frame.subjects.add(fact.subject)
  for (const { entity } of fact.mentions) frame.entities.add(entity)
}
