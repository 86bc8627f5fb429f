import type { Document } from '#lib/source/index.ts'
import type { EntityTable } from './entities.ts'
import type { Chunk } from './grammar.ts'
import type { Subject, Surroundings } from './surroundings.ts'
import type { Entity } from './types.ts'
import { rendered, type View } from './view.ts'
import { headingWordsOf, isPersonLike, wordsOf } from './words.ts'

const DATED = 12
/** Whether there is one person or country, or more, is all that is asked of a paragraph. */
const TOLD_APART = 3

/** What earlier sentences leave behind for the next: subjects, persons, nouns, names by their class. */
export class Context {
  private readonly document: Document
  private readonly topic: Entity | null
  private readonly titleWords: ReadonlySet<string>
  private readonly nounSeen = new Map<string, number>()
  private readonly defined = new Set<string>()
  private readonly introduced = new Map<string, number>()
  private readonly namedByHead = new Map<string, Entity[]>()
  private block = -1
  private section = -2
  private subject: Subject | null = null
  private persons: Entity[] = []
  private personsBefore: Entity[] = []
  private countries: Entity[] = []
  private headingWords: Set<string> = new Set()

  constructor(document: Document, table: EntityTable) {
    this.document = document
    this.titleWords = wordsOf(document.titled ? document.title : '')
    this.topic = document.titled ? (table.find(document.title.replace(/\s*\(.*\)$/, '')) ?? null) : null
  }

  /** What a sentence of this block and section may lean on. */
  before(block: number, section: number, index: number, past: boolean): Surroundings {
    if (section !== this.section) {
      this.section = section
      this.headingWords = headingWordsOf(this.document.sections[section])
    }
    if (block !== this.block) {
      this.block = block
      this.subject = null
      this.persons = []
      this.personsBefore = []
      this.countries = []
      this.introduced.clear()
      this.namedByHead.clear()
    }
    for (const [noun, at] of this.introduced) if (index - at > 3) this.introduced.delete(noun)
    const { titleWords, headingWords, topic, subject, persons, countries, nounSeen, defined, introduced, namedByHead } =
      this
    return {
      titleWords,
      headingWords,
      topic,
      subject,
      persons,
      personsBefore: this.personsBefore,
      countries,
      nounSeen,
      defined,
      introduced,
      namedByHead,
      index,
      past,
    }
  }

  /** Takes a sentence in; `closed` says whether its own pronouns were settled. */
  after(view: View, closed: boolean, definesTerm: string | null): void {
    for (const chunk of view.chunks) this.note(view, chunk)
    if (definesTerm) this.defined.add(definesTerm)
    const named = view.mentions.map((mention) => mention.entity)
    this.personsBefore = [...new Set(named.filter((entity) => mayBePerson(entity)))]
    // A pronoun in the sentence stands for one more person.
    if (this.subject?.entity && view.tokens.some((token) => /^(?:he|she|his|her|him)$/.test(token.lower))) {
      if (!this.personsBefore.includes(this.subject.entity)) this.personsBefore.push(this.subject.entity)
    }
    for (const { entity } of view.mentions) {
      if (mayBePerson(entity)) pushNew(this.persons, entity)
      if (entity.type === 'country' || entity.type === 'state') pushNew(this.countries, entity)
      this.nameByHead(entity)
    }
    this.subject = this.subjectOf(view, closed)
  }

  /** A noun that has been used; "a treaty" or "the peace treaty" ends what "the treaty" stood for. */
  private note(view: View, chunk: Chunk): void {
    const head = view.tokens[chunk.head]
    if (!head) return
    this.nounSeen.set(head.lemma, view.index)
    const determiner = chunk.determiner === null ? '' : (view.tokens[chunk.determiner]?.lower ?? '')
    const bare = determiner === 'the' && chunk.from === chunk.head
    if (!bare && head.pos === 'NOUN') this.namedByHead.delete(head.lemma)
    const plural = determiner === '' && head.pos === 'NOUN' && /[^s]s$/.test(head.lower)
    if (plural || /^(?:an?|one|some|another|this|that|each|every)$/.test(determiner))
      this.introduced.set(head.lemma, view.index)
  }

  private nameByHead(entity: Entity): void {
    const head = headOf(entity.name)
    if (!head) return
    const known = this.namedByHead.get(head) ?? []
    if (!known.includes(entity) && known.length < DATED) this.namedByHead.set(head, [...known, entity])
  }

  private subjectOf(view: View, closed: boolean): Subject | null {
    const { clause, tokens } = view
    if (!clause) return null
    const first = tokens[clause.subjectFrom]
    const last = tokens[clause.subjectTo]
    if (!first || !last) return null
    if (/^(?:it|he|she|they)$/.test(first.lower)) return closed ? this.subject : null
    const inside = view.mentions.filter((one) => one.start >= first.start && one.end <= last.end)
    const joined = view.tokens.slice(clause.subjectFrom, clause.subjectTo + 1).some((token) => token.lower === 'and')
    if (joined && inside.length === 2 && last.end - first.start < 60) {
      return { text: rendered(view, first.start, last.end, []), kind: 'plural', entity: null, sole: true }
    }
    const chunk = view.chunks.find((one) => one.head === clause.subjectTo)
    if (!chunk || (chunk.determiner ?? chunk.from) !== clause.subjectFrom) return null
    const mention = view.mentions.find((one) => one.start <= last.start && one.end >= last.end)
    const text = rendered(view, first.start, last.end, [])
      .replace(/^(?:A|An) /, 'the ')
      .replace(/^The /, 'the ')
    const entity = mention?.entity ?? null
    if (entity?.type === 'person') {
      const others = view.mentions.some((one) => one.entity.type === 'person' && one.entity !== entity)
      return { text: entity.name, kind: 'person', entity, sole: !others }
    }
    const plural = /[^s]s$/.test(last.lower) && last.pos === 'NOUN'
    const bare = chunk.determiner === null
    if (plural) return bare ? { text: lowerUnlessName(text, first.pos), kind: 'plural', entity, sole: true } : null
    const copular = view.tokens[clause.verbFrom]?.lower === 'is' && clause.verb === clause.verbFrom
    const known = copular || entity !== null || this.defined.has(last.lemma) || this.titleWords.has(last.lemma)
    const determiner = chunk.determiner === null ? '' : (tokens[chunk.determiner]?.lower ?? '')
    if (!/^(?:an?|the|)$/.test(determiner)) return null
    return { text: entity ? text : lowerUnlessName(text, first.pos), kind: 'thing', entity, sole: known }
  }
}

const pushNew = (list: Entity[], entity: Entity): void => {
  if (list.length < TOLD_APART && !list.includes(entity)) list.push(entity)
}

const lowerUnlessName = (text: string, pos: string): string =>
  pos === 'PROPN' ? text : text.slice(0, 1).toLowerCase() + text.slice(1)

/** A person, or a name of several words that may be one's. */
const mayBePerson = (entity: Entity): boolean =>
  entity.type === 'person' || (entity.name.includes(' ') && isPersonLike(entity))

/** Class noun inside a name: "treaty" for "Treaty of Shimoda", "river" for "Amazon River". */
const headOf = (name: string): string | null => {
  const words = name.split(' ')
  if (words.length < 2) return null
  const of = words.indexOf('of')
  const word = of > 0 ? words[of - 1] : words[words.length - 1]
  return word && /^\p{Lu}\p{Ll}+$/u.test(word) && !/(?:island|war)s?$/i.test(word) ? word.toLowerCase() : null
}
