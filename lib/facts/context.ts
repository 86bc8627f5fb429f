import type { Document } from '#lib/source/index.ts'
import type { EntityTable } from './entities.ts'
import { genderByName, genderIn } from './gender.ts'
import type { Chunk } from './grammar.ts'
import type { Subject, Surroundings } from './surroundings.ts'
import type { Entity, EntityType } from './types.ts'
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
  private readonly titled: TitleName | null
  private readonly pair: Entity[]
  private readonly topicGender: 'he' | 'she' | null
  private readonly byClass: ReadonlyMap<string, Entity | null>
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
    // A text that speaks of "he" or "she" all along is about a person, whatever their name looks like.
    const gender = document.titled ? genderIn(document.text) : null
    if (gender && this.topic && isPersonLike(this.topic)) this.topic.type = 'person'
    this.titled = document.titled ? titleName(document) : null
    const named = document.titled
      ? document.title.split(/[–—/-]| and |\s/).flatMap((part) => table.find(part.trim()) ?? [])
      : []
    const countries = [...new Set(named)].filter(({ type }) => type === 'country' || type === 'state')
    this.topicGender = this.topic?.type === 'person' ? gender : null
    this.byClass = soleByClass(table.entities)
    this.pair = countries.length === 2 ? countries : []
  }

  /** What a sentence of this block and section may lean on. */
  before(block: number, section: number, index: number, past: boolean): Surroundings {
    if (section !== this.section) {
      this.section = section
      this.headingWords = headingWordsOf(this.document.sections[section])
    }
    const opening = block !== this.block
    if (opening) {
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
      titled: this.titled,
      pair: this.pair,
      opening,
      genderOf: (entity) => (entity === this.topic && this.topicGender ? this.topicGender : genderByName(entity)),
      soleOf: (noun) => {
        const sole = this.byClass.get(noun)
        return sole && (sole.sentences[0] ?? index) < index ? sole : null
      },
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
    this.classify(view)
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

  /** "X is a genus of palms": the noun by which the thing of the title is taken up again. */
  private classify(view: View): void {
    const { clause, tokens } = view
    const verb = clause ? tokens[clause.verbFrom] : undefined
    if (
      !clause ||
      !this.titled ||
      !verb ||
      !/^(?:is|was|are|were)$/.test(verb.lower) ||
      clause.verb !== clause.verbFrom
    )
      return
    const subject = tokens.slice(clause.subjectFrom, clause.subjectTo + 1)
    const about = view.mentions.some(
      ({ entity, start }) => entity === this.topic && start <= (subject.at(-1)?.start ?? 0),
    )
    const same = subject.some((token) => token.text.length > 3 && this.titleWords.has(token.lower))
    const opens = view.index < 3 && same
    if (!about && !opens) return
    const chunk = view.chunks.find((one) => one.from > clause.verbFrom)
    const head = chunk && tokens[chunk.head]
    const determiner = chunk?.determiner != null ? tokens[chunk.determiner]?.lower : ''
    if (head?.pos !== 'NOUN' || !/^an?$/.test(determiner ?? '') || UNTOLD.test(head.lemma)) return
    this.titled.classes.add(head.lemma)
    this.introduced.delete(head.lemma)
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
    const text = rendered(view, first.start, last.end, view.edits)
      .replace(/[[\]]/g, '')
      .replace(/^(?:A|An) /, 'the ')
      .replace(/^The /, 'the ')
    const entity = mention?.entity ?? null
    if (entity?.type === 'person') {
      const others = view.mentions.some((one) => one.entity.type === 'person' && one.entity !== entity)
      return { text: entity.name, kind: 'person', entity, sole: !others }
    }
    const folk =
      last.pos === 'PROPN' &&
      /[^s]s$/.test(last.lower) &&
      /^(?:are|were|have)$/.test(tokens[clause.verbFrom]?.lower ?? '')
    const plural = (/[^s]s$/.test(last.lower) && last.pos === 'NOUN') || folk
    const bare = chunk.determiner === null || (folk && /^the$/i.test(first.text))
    if (plural) return bare ? { text: lowerUnlessName(text, first.pos), kind: 'plural', entity, sole: true } : null
    const copular = view.tokens[clause.verbFrom]?.lower === 'is' && clause.verb === clause.verbFrom
    // Another thing named beside it may be meant as well.
    const rival = view.mentions.some(
      (one) => one.entity !== entity && /^(?:name|ship|work|machine|organisation|company)$/.test(one.entity.type),
    )
    const known =
      copular || (entity !== null && !rival) || this.defined.has(last.lemma) || this.titleWords.has(last.lemma)
    const determiner = chunk.determiner === null ? '' : (tokens[chunk.determiner]?.lower ?? '')
    if (!/^(?:an?|the|)$/.test(determiner)) return null
    if (!entity && determiner === 'the' && this.titled?.classes.has(last.lemma))
      return { text: this.titled.text, kind: 'thing', entity: this.topic, sole: true }
    return { text: entity ? text : lowerUnlessName(text, first.pos), kind: 'thing', entity, sole: known }
  }
}

/** The things of a document by their class noun; null where there are several. */
const soleByClass = (entities: readonly Entity[]): Map<string, Entity | null> => {
  const out = new Map<string, Entity | null>()
  for (const entity of entities) {
    const own = headOf(entity.name)
    const nouns = new Set([...(own ? [own] : []), ...(TAKEN_UP[entity.type] ?? [])])
    for (const noun of nouns) out.set(noun, out.has(noun) ? null : entity)
  }
  return out
}
/** Types of which a document about one speaks as "the war", "the treaty". */
const TAKEN_UP: Partial<Record<EntityType, string[]>> = {
  war: ['war'],
  battle: ['battle'],
  treaty: ['treaty', 'agreement'],
  river: ['river'],
  lake: ['lake'],
  island: ['island'],
  ship: ['ship'],
  disease: ['disease'],
}

/** Class nouns that say nothing of what is taken up. */
const UNTOLD =
  /^(?:one|part|member|type|kind|form|series|number|result|example|person|man|woman|place|name|term|word|son|daughter|brother|sister|wife|husband)$/

type TitleName = { text: string; classes: Set<string> }

/** The title as it stands in a sentence, with "the" where the text puts it; its own class nouns: "(film)", "Battle of". */
const titleName = ({ title, text }: Document): TitleName | null => {
  const bare = title.replace(/\s*\([^()]*\)$/, '').trim()
  if (bare.length < 3 || bare.length > 60 || /[:;.?!,]/.test(bare)) return null
  const head = text.slice(0, HEAD)
  const uses = head.split(bare).length - 1
  const articled = head.split(new RegExp(`[Tt]he ${bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)).length - 1
  const inside = /\(([^()]*)\)$/.exec(title)?.[1]?.split(' ').at(-1)
  const words = bare.split(' ')
  const of = words.indexOf('of')
  const last = of > 0 ? words[of - 1] : words.at(-1)
  // "Making a Living in Gold" names nothing that a text could take up as "the gold".
  const phrase =
    /ing$/.test(words[0] ?? '') ||
    words.slice(1).includes('the') ||
    words.some((word) => /^(?:for|in|and|to|with|from|on|at|by|or|as|how|why|what)$/.test(word))
  const own = words.length > 1 && !phrase && last && /^\p{L}{3,}$/u.test(last) ? [last.toLowerCase()] : []
  const classes = [...(inside && /^\p{Ll}+$/u.test(inside) ? [inside] : []), ...own]
  return { text: articled * 2 > uses && !/^The /.test(bare) ? `the ${bare}` : bare, classes: new Set(classes) }
}
/** How much of the text tells how its title is used. */
const HEAD = 40_000

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
