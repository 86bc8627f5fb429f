import { countries, countryAliases } from './lexicon/places.ts'
import type { RawMention } from './mentions.ts'
import type { Entity, EntityMention, EntityType } from './types.ts'

/** Names of one thing, given from outside: any is accepted for another. */
export type NameGroup = { names: string[]; type?: string; partOf?: string; role?: string }

type Draft = {
  articles: number
  uses: number
  name: string
  votes: Map<EntityType, number>
  sentences: number[]
  roles: Set<string>
}

const TYPES: Record<string, EntityType> = {
  place: 'region',
  organization: 'organisation',
  agreement: 'treaty',
  document: 'work',
  party: 'organisation',
  town: 'city',
  sea: 'sea',
  'political-body': 'organisation',
  summit: 'event',
  term: 'name',
}

/** A thing takes no more names than this from the text: a longer row of names is a row of different things. */
const NAMES_MOST = 40

const folded = (name: string) =>
  name
    .replace(/^[Tt]he /, '')
    .replace(/\s+/g, ' ')
    .trim()

/** All named things of a document: mentions with one name joined, short forms and other names joined to the full one. */
export class EntityTable {
  private readonly drafts = new Map<string, Draft>()
  private readonly byName = new Map<string, Entity>()
  readonly entities: Entity[] = []

  add(mention: RawMention, sentence: number, articled: boolean): void {
    const name = folded(mention.text)
    let draft = this.drafts.get(name)
    if (!draft) {
      draft = { articles: 0, uses: 0, name, votes: new Map(), sentences: [], roles: new Set() }
      this.drafts.set(name, draft)
    }
    draft.votes.set(
      mention.type,
      (draft.votes.get(mention.type) ?? 0) + (mention.sure ? 3 : mention.type === 'name' ? 0 : 1),
    )
    if (draft.sentences.at(-1) !== sentence) draft.sentences.push(sentence)
    if (mention.role) draft.roles.add(mention.role)
    draft.articles += articled ? 1 : -1
    draft.uses++
  }

  /** Joins the names; `pairs` are names that the text itself equates ("X, also known as Y"; "X (Y)"). */
  settle(groups: readonly NameGroup[], pairs: readonly [string, string][]): void {
    const names = new JoinedNames()
    for (const group of [...groups.map((one) => one.names.map(folded)), ...countryAliases]) {
      const [head, ...rest] = group
      if (head) for (const name of rest) names.join(head, name, Number.POSITIVE_INFINITY)
    }
    const join = (full: string, short: string) => names.join(full, short, NAMES_MOST)
    for (const [a, b] of pairs) {
      const first = this.drafts.get(folded(a))
      const second = this.drafts.get(folded(b))
      if (first && second && this.joinable(first, second)) join(first.name, second.name)
    }
    this.joinSpelledOut(join)
    this.joinMiddleNames(join)
    this.joinSurnames(join)
    this.build((name) => names.root(name), groups)
  }

  private typeOf(draft: Draft): EntityType {
    let best: EntityType = 'name'
    let votes = 0
    for (const [type, count] of draft.votes) {
      if (count > votes) {
        best = type
        votes = count
      }
    }
    return best
  }

  private joinable(a: Draft, b: Draft): boolean {
    const types = [this.typeOf(a), this.typeOf(b)]
    return !types.includes('demonym') && (types[0] === types[1] || types.includes('name'))
  }

  /** "U.S. Constitution" and "United States Constitution" are one. */
  private joinSpelledOut(join: (full: string, short: string) => void): void {
    for (const { name } of this.drafts.values()) {
      const full = name
        .replace(/^(?:U\.S\.A?\.?|USA?|American) (?=\p{Lu})/u, 'United States ')
        .replace(/^(?:U\.K\.|UK) /, 'United Kingdom ')
      if (full !== name && this.drafts.has(full)) join(full, name)
    }
  }

  /** "Vladimir Putin" and "Vladimir Vladimirovich Putin" are one. */
  private joinMiddleNames(join: (full: string, short: string) => void): void {
    const byEnds = new Map<string, string>()
    for (const draft of this.drafts.values()) {
      const words = draft.name.split(' ')
      if (words.length < 2 || this.typeOf(draft) !== 'person') continue
      const ends = `${words[0]} ${words.at(-1)}`
      const known = byEnds.get(ends)
      if (known) join(known, draft.name)
      else byEnds.set(ends, draft.name)
    }
  }

  /** "Curie" is Marie Curie where the document has one full name that ends so. */
  private joinSurnames(join: (full: string, short: string) => void): void {
    const bySurname = new Map<string, Map<string, string[]>>()
    for (const draft of this.drafts.values()) {
      const words = draft.name.split(' ')
      if (words.length < 2 || this.typeOf(draft) !== 'person') continue
      const surname = words[words.length - 1] ?? ''
      const byFirst = bySurname.get(surname) ?? new Map<string, string[]>()
      bySurname.set(surname, byFirst)
      const first = words[0] ?? ''
      // Of several forms with one first name only the longest count.
      const longest = byFirst.get(first) ?? []
      const length = longest[0]?.length ?? 0
      if (draft.name.length > length) byFirst.set(first, [draft.name])
      else if (draft.name.length === length) longest.push(draft.name)
    }
    for (const draft of this.drafts.values()) {
      if (draft.name.includes(' ')) continue
      const byFirst = bySurname.get(draft.name)
      const [distinct = []] = byFirst?.size === 1 ? byFirst.values() : []
      const [only] = distinct
      const type = this.typeOf(draft)
      if (
        only &&
        distinct.length === 1 &&
        draft.name.length > 2 &&
        /^(?:name|person|island|city|region|river)$/.test(type)
      )
        join(only, draft.name)
    }
  }

  private build(root: (name: string) => string, groups: readonly NameGroup[]): void {
    const byRoot = new Map<string, Entity>()
    const votes = new Map<string, Draft>()
    for (const draft of this.drafts.values()) {
      const key = root(draft.name)
      const sum = votes.get(key)
      if (!sum)
        votes.set(key, {
          ...draft,
          name: key,
          votes: new Map(draft.votes),
          roles: new Set(draft.roles),
          sentences: [...draft.sentences],
        })
      else {
        for (const [type, count] of draft.votes) sum.votes.set(type, (sum.votes.get(type) ?? 0) + count)
        for (const role of draft.roles) sum.roles.add(role)
        for (const sentence of draft.sentences) sum.sentences.push(sentence)
        sum.articles += draft.articles
      }
      const entity = byRoot.get(key)
      if (entity) entity.names.push(draft.name)
      else {
        const made: Entity = {
          id: this.entities.length,
          name: draft.name,
          names: [draft.name],
          type: 'name',
          sentences: [],
          roles: [],
          partOf: null,
          articled: false,
        }
        byRoot.set(key, made)
        this.entities.push(made)
      }
    }
    const known = aliasIndex(groups)
    for (const [key, entity] of byRoot) {
      const sum = votes.get(key)
      if (!sum) continue
      entity.type = this.typeOf(sum)
      entity.sentences = [...new Set(sum.sentences)].sort((a, b) => a - b)
      entity.roles = [...sum.roles]
      entity.articled = sum.articles > 0
      const given = this.adopt(entity, key, known)
      entity.name = given ?? this.usual(entity)
      for (const name of entity.names) this.byName.set(name, entity)
    }
  }

  /** The form in which the text mostly names a thing; of a person, the usual one of the full forms. */
  private usual(entity: Entity): string {
    const full = entity.type === 'person' ? entity.names.filter((name) => name.includes(' ')) : []
    const names = full.length > 0 ? full : entity.names
    const uses = (name: string) => this.drafts.get(name)?.uses ?? 0
    return names.reduce((best, name) => (uses(name) > uses(best) ? name : best), names[0] ?? '')
  }

  /** Names and types known from outside the text join those found in it. */
  private adopt(entity: Entity, key: string, known: AliasIndex): string | null {
    const group = firstOf([key, ...entity.names].map((name) => known.groups.get(name)))
    const aliases = group
      ? group.names.map(folded)
      : (firstOf(entity.names.map((name) => known.countries.get(name)))?.names ?? [])
    const names = new Set(entity.names)
    for (const name of aliases) names.add(name)
    entity.names = [...names]
    if (group?.type) entity.type = TYPES[group.type] ?? (group.type as EntityType)
    if (group?.role) entity.roles.push(group.role)
    if (group?.partOf) entity.partOf = folded(group.partOf)
    return group ? folded(group.names[0] ?? '') : null
  }

  find(name: string): Entity | undefined {
    return this.byName.get(folded(name))
  }

  /** Mentions of a sentence with the thing each names. */
  resolve(mentions: RawMention[], offset: number): EntityMention[] {
    const out: EntityMention[] = []
    for (const mention of mentions) {
      const entity = this.find(mention.text)
      if (entity) out.push({ start: offset + mention.start, end: offset + mention.end, entity })
    }
    return out
  }
}

/** Names that stand for one thing, as sets that grow by joining. */
class JoinedNames {
  private readonly parent = new Map<string, string>()
  private readonly sizes = new Map<string, number>()

  /** The name that stands for the set; the path to it is shortened on the way. */
  root(name: string): string {
    let top = name
    for (let up = this.parent.get(top); up !== undefined; up = this.parent.get(top)) top = up
    for (let at = name; at !== top; ) {
      const up = this.parent.get(at) ?? top
      this.parent.set(at, top)
      at = up
    }
    return top
  }

  /** Joins two sets under the first's name, unless that makes more than `most` names. */
  join(full: string, short: string, most: number): void {
    const a = this.root(full)
    const b = this.root(short)
    const size = (this.sizes.get(a) ?? 1) + (this.sizes.get(b) ?? 1)
    if (a === b || size > most) return
    this.parent.set(b, a)
    this.sizes.set(a, size)
  }
}

type Ranked<T> = T & { rank: number }
type AliasIndex = { groups: Map<string, Ranked<NameGroup>>; countries: Map<string, Ranked<{ names: string[] }>> }

/** The first group that holds each name. */
const aliasIndex = (groups: readonly NameGroup[]): AliasIndex => {
  const index: AliasIndex = { groups: new Map(), countries: new Map() }
  groups.forEach((group, rank) => {
    for (const name of group.names.map(folded)) if (!index.groups.has(name)) index.groups.set(name, { ...group, rank })
  })
  countryAliases.forEach((names, rank) => {
    for (const name of names) if (!index.countries.has(name)) index.countries.set(name, { names, rank })
  })
  return index
}

const firstOf = <T>(found: (Ranked<T> | undefined)[]): Ranked<T> | undefined =>
  found.reduce((best, one) => (one && (!best || one.rank < best.rank) ? one : best), undefined)

const demonymsOf = new Map(countries.map((country) => [country.name, country.demonyms.filter((word) => word !== '')]))
const capitalOf = new Map(countries.map((country) => [country.name, country.capital]))

/** Words that would give a name away: its demonyms; for a country also its capital, for a capital its country. */
export const tellingWords = (entity: Entity): string[] => {
  const out: string[] = []
  for (const name of entity.names) {
    out.push(...(demonymsOf.get(name) ?? []))
  }
  return out
}

/** Whether one is a part of the other, by what is known from outside the text. */
const isPart = (a: Entity, b: Entity): boolean => a.partOf !== null && b.names.includes(a.partOf)

const SUCCESSORS: readonly (readonly [string, string])[] = [
  ['Russia', 'Soviet Union'],
  ['England', 'United Kingdom'],
  ['Germany', 'West Germany'],
  ['Turkey', 'Ottoman Empire'],
  ['Scotland', 'United Kingdom'],
  ['Serbia', 'Yugoslavia'],
  ['Germany', 'Prussia'],
  ['Korea', 'South Korea'],
  ['Korea', 'North Korea'],
]

const hasCapital = (a: Entity, b: Entity): boolean =>
  a.names.some((name) => {
    const capital = capitalOf.get(name)
    return capital !== null && capital !== undefined && b.names.includes(capital)
  })

/** "British Empire" beside "United Kingdom". */
const namedAfter = (a: Entity, b: Entity): boolean =>
  b.names.some((name) =>
    (demonymsOf.get(name) ?? []).some((word) => a.names.some((other) => other.startsWith(`${word} `))),
  )

/** Whether two things are so bound that one may stand for the other (a state and its capital in diplomacy). */
export const standsFor = (a: Entity, b: Entity): boolean => {
  if (a === b) return true
  if (hasCapital(a, b) || hasCapital(b, a) || isPart(a, b) || isPart(b, a)) return true
  const states = a.type === 'state' || b.type === 'state' || a.type === 'country'
  if (states && (namedAfter(a, b) || namedAfter(b, a))) return true
  return SUCCESSORS.some(
    ([x, y]) => (a.names.includes(x) && b.names.includes(y)) || (a.names.includes(y) && b.names.includes(x)),
  )
}
