import { type Entity, type EntityTable, type Fact, standsFor } from '#lib/facts/index.ts'

/** A thing that may stand beside the answer, and why it is wrong. */
export type Distractor = { text: string; wrongBecause: string }

/** A name in more sentences than this is what the document is about, and tells nothing. */
const COMMON = 12

/** Years, names and verbs of a document, for finding options and for ruling out those that are true as well. */
export class Pool {
  readonly table: EntityTable
  readonly years: number[]
  private readonly factsByYear = new Map<number, Fact[]>()
  private readonly factsByEntity = new Map<Entity, Fact[]>()
  private readonly byType = new Map<string, Entity[]>()

  constructor(facts: readonly Fact[], table: EntityTable) {
    this.table = table
    const years = new Set<number>()
    for (const fact of facts) {
      for (const date of fact.dates) {
        years.add(date.year)
        push(this.factsByYear, date.year, fact)
      }
      for (const { entity } of fact.mentions) push(this.factsByEntity, entity, fact)
    }
    this.years = [...years].sort((a, b) => a - b)
    for (const entity of table.entities) push(this.byType, entity.type, entity)
  }

  entitiesOf(type: string): readonly Entity[] {
    return this.byType.get(type) ?? []
  }

  /** Whether another fact says the same of that year: same verb, and a name in common. */
  yearAlsoTrue(fact: Fact, year: number): boolean {
    return (this.factsByYear.get(year) ?? []).some((other) => other.relation === fact.relation && shares(other, fact))
  }

  /** Whether the document puts this name into the same frame: same verb, and another name or the object in common. */
  entityAlsoTrue(fact: Fact, entity: Entity): boolean {
    return (this.factsByEntity.get(entity) ?? []).some(
      (other) => other.relation === fact.relation && (shares(other, fact) || other.subject === fact.subject),
    )
  }

  /** Whether the document names it together with another, not too common name of the fact: it may have been there too. */
  standsBeside(fact: Fact, entity: Entity): boolean {
    const own = new Set(entity.sentences)
    return fact.mentions.some(
      (mention) =>
        mention.entity !== fact.slot.entity &&
        mention.entity.sentences.length <= COMMON &&
        mention.entity.sentences.some((at) => own.has(at)),
    )
  }

  sameThing(a: string, b: string): boolean {
    if (a.toLowerCase() === b.toLowerCase()) return true
    const first = this.table.find(a)
    const second = this.table.find(b)
    return first !== undefined && second !== undefined && standsFor(first, second)
  }
}

const shares = (a: Fact, b: Fact): boolean =>
  a.mentions.some((one) => b.mentions.some((two) => one.entity === two.entity))

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
