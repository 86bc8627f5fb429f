import { closeDefinites } from './definites.ts'
import { isChanging, leadOf, leansOn, needlessAdverbs } from './deictics.ts'
import { chunksOf } from './grammar.ts'
import type { Subject, Surroundings } from './surroundings.ts'
import type { Edit, Entity, EntityMention, Token } from './types.ts'
import { raised } from './view.ts'
import { isPersonLike } from './words.ts'

export type Closed = { edits: Edit[]; open: string | null }

const PERSONAL = new Set(
  'he she him her his hers himself herself it its itself they them their theirs themselves'.split(' '),
)
const OPEN_WORDS = /^(?:this|these|those|such|ones|others|same)$/

const person = (lower: string) => /^(?:he|she|him|his|her|hers|himself|herself)$/.test(lower)
const plural = (lower: string) => /^(?:they|them|their|theirs|themselves)$/.test(lower)

/** Makes a sentence stand alone, or says what keeps it open. */
export const closeSentence = (
  tokens: Token[],
  level: string,
  mentions: EntityMention[],
  around: Surroundings,
): Closed => {
  const edits: Edit[] = []
  const base = tokens[0]?.start ?? 0
  const lead = leadOf(level)
  if (lead > 0) edits.push({ start: base, end: base + lead, text: '' })
  const adverbs = needlessAdverbs(tokens)
  edits.push(...dropped(tokens, base + lead), ...adverbs)
  let rest = level
  for (const { start, end } of adverbs)
    rest = rest.slice(0, start - base) + ' '.repeat(end - start) + rest.slice(end - base)
  if (/^today\b/i.test(level) && lead > 0 && isChanging(tokens)) return { edits, open: '“Today” points outside' }
  const leaning = leansOn(rest.slice(lead))
  if (leaning) return { edits, open: leaning }
  const live = tokens.filter((token) => token.start >= base + lead)
  const pronoun = closePronouns(live, mentions, around, edits)
  if (pronoun) return { edits, open: pronoun }
  const definite = closeDefinites(live, mentions, around, edits)
  return { edits, open: definite }
}

/** "however" and "also" inside a sentence are dropped, as they point back. */
const dropped = (tokens: Token[], from: number): Edit[] => {
  const out: Edit[] = []
  tokens.forEach((token, i) => {
    if (token.start < from) return
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (
      /^(?:however|therefore|moreover|furthermore|nevertheless|meanwhile|too|thus|though)$/.test(token.lower) &&
      before?.text === ',' &&
      (after?.text === ',' || after?.text === '.')
    ) {
      out.push({ start: before.start, end: after.text === ',' ? after.end : token.end, text: '' })
    } else if (
      /^(?:also|therefore|thus|thereby|nevertheless|then|finally|eventually|later|subsequently|soon)$/.test(
        token.lower,
      ) &&
      token.pos === 'ADV' &&
      before &&
      (before.pos === 'AUX' || before.pos === 'NOUN' || before.pos === 'PROPN') &&
      after &&
      (after.pos === 'VERB' || after.pos === 'AUX' || (before.pos === 'AUX' && token.lower !== 'also')) &&
      after.lower !== 'known' &&
      after.lower !== 'called'
    ) {
      out.push({ start: token.start, end: after.start, text: '' })
    }
  })
  return out
}

const kindOf = (lower: string): Subject['kind'] => (person(lower) ? 'person' : plural(lower) ? 'plural' : 'thing')

const closePronouns = (
  tokens: Token[],
  mentions: EntityMention[],
  around: Surroundings,
  edits: Edit[],
): string | null => {
  const resolved = new Set<Subject['kind']>()
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    if (
      token.lower === 'the' &&
      tokens[i + 1]?.pos === 'NUM' &&
      !/^(?:NOUN|ADJ|PROPN|NUM|VERB|ADP)$/.test(tokens[i + 2]?.pos ?? '') &&
      !/\d/.test(tokens[i + 1]?.text ?? '')
    ) {
      return `“the ${tokens[i + 1]?.text}” points outside`
    }
    if (OPEN_WORDS.test(token.lower) && !harmlessPointer(tokens, i)) return `“${token.text}” points outside`
    if (token.lower === 'that' && pointingThat(tokens, i)) return '“that” points outside'
    if (/^(?:both|another|other)$/.test(token.lower) && !harmlessOther(tokens, i))
      return `“${token.text}” points outside`
    if (token.lower === 'there' && pointingThere(tokens, i, mentions)) return '“there” points outside'
    if (!PERSONAL.has(token.lower) || token.text === 'IT') continue
    const kind = kindOf(token.lower)
    if (resolved.has(kind) || agreesWithin(tokens, i, mentions)) continue
    if (token.lower === 'it' && expletive(tokens, i)) continue
    const subject = antecedent(tokens, i, mentions, around)
    if (!subject) return `“${token.text}” has no antecedent`
    resolved.add(kind)
    edits.push({ start: token.start, end: token.end, text: inBrackets(tokens, i, subject.text) })
  }
  return null
}

/** What a pronoun stands for, in its case and at the front of a sentence with a capital. */
const inBrackets = (tokens: Token[], i: number, text: string): string => {
  const token = tokens[i]
  const possessive =
    /^(?:his|her|its|their)$/.test(token?.lower ?? '') &&
    !(token?.lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM|VERB)$/.test(tokens[i + 1]?.pos ?? ''))
  const own = possessive ? (text.endsWith('s') ? "'" : "'s") : ''
  return `[${/^\p{Lu}/u.test(token?.text ?? '') ? raised(text) : text}${own}]`
}

const opensClause = (tokens: Token[], i: number): boolean =>
  i === 0 ||
  (i < 9 && tokens[i - 1]?.text === ',') ||
  (i < 6 && tokens.slice(0, i).some((token) => /^\d{4}$/.test(token.text)))

const harmlessPointer = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  const next = tokens[i + 1]?.lower
  if (lower === 'same') {
    const other = tokens[i + 1]
    return (
      tokens[i - 2]?.lower === 'all' ||
      tokens.slice(i + 1, i + 5).some((token) => token.lower === 'as') ||
      /^(?:time|way|terms|year|day)$/.test(other?.lower ?? '') ||
      tokens.slice(0, i).some((token) => token.lemma === other?.lemma)
    )
  }
  if (lower === 'such')
    return (
      next === 'as' ||
      tokens.slice(i + 2, i + 7).some((token) => token.lower === 'as') ||
      (!/^an?$/.test(next ?? '') && tokens[i - 1]?.lower === 'as')
    )
  // "compared with others": people or things at large, where nothing before is left over.
  if (lower === 'others') return i > 4 && /^(?:to|with|from|by|and|for|of)$/.test(tokens[i - 1]?.lower ?? '')
  const noun = tokens.slice(i + 1, i + 4).find((token) => token.pos === 'NOUN')
  if ((lower === 'this' || lower === 'these') && noun && tokens.slice(0, i).some((token) => token.lemma === noun.lemma))
    return true
  if (lower === 'those')
    return (
      next === 'of' ||
      next === 'who' ||
      next === 'that' ||
      next === 'in' ||
      next === 'with' ||
      /(?:ed|en)$/.test(next ?? '')
    )
  return false
}

const pointingThat = (tokens: Token[], i: number): boolean => {
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (i === 0) return true
  if (after?.lower === 'of') return false
  if (tokens.slice(0, i).some((token) => token.lemma === after?.lemma && token.pos === 'NOUN')) return false
  if (after?.pos !== 'NOUN' || /[^s]s$/.test(after.lower)) return false
  // "makes that process easier", unlike "found that water boils".
  const saidWhat = tokens.slice(i + 2, i + 10).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return before?.pos === 'ADP' || (before?.pos === 'VERB' && !saidWhat)
}

const PLACED = /^(?:country|city|region|island|islands|river|lake|sea|mountain|state|continent|building|university)$/

/** "there" for a place that the sentence has not named; "there is" points nowhere. */
const pointingThere = (tokens: Token[], i: number, mentions: EntityMention[]): boolean => {
  if (/^(?:AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '') && (i === 0 || tokens[i - 1]?.pos !== 'VERB')) return false
  return !mentions.some(({ entity, end }) => end <= (tokens[i]?.start ?? 0) && PLACED.test(entity.type))
}

const harmlessOther = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  const before = tokens[i - 1]?.lower
  const rest = tokens.slice(i + 1, i + 14)
  if (lower === 'both')
    return (
      rest.slice(0, 5).some((token) => token.lower === 'and') ||
      (tokens[i + 2]?.lower === 'of' && tokens[i + 1]?.pos === 'NOUN')
    )
  if (lower === 'other' && tokens.slice(0, i).some((token) => /^(?:besides?|like|unlike|alongside)$/.test(token.lower)))
    return true
  if (i > 4 && tokens[i + 1]?.pos === 'NOUN' && tokens.slice(0, i).some((token) => token.pos === 'NOUN')) return true
  if (lower === 'another') return before === 'one' || tokens.slice(0, i).some((token) => token.lower === 'one')
  return (
    before === 'each' ||
    (before === 'the' && tokens.slice(0, i).some((token) => /^(?:each|one)$/.test(token.lower))) ||
    before === 'and' ||
    before === 'or' ||
    tokens[i + 1]?.lower === 'than' ||
    tokens.slice(0, i).some((token) => token.lower === 'one') ||
    before === 'any' ||
    before === 'most' ||
    before === 'many' ||
    before === 'all'
  )
}

/** "him", and "her" without a noun: never the subject of its own clause. */
const isObject = (tokens: Token[], i: number): boolean => {
  const lower = tokens[i]?.lower
  return lower === 'him' || (lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[i + 1]?.pos ?? ''))
}

/** First token after the comma that ends what stands before the main clause; 0 where nothing does. */
const mainFrom = (tokens: Token[]): number =>
  /^(?:ADP|SCONJ|PART|ADV)$/.test(tokens[0]?.pos ?? '') || /ing$/.test(tokens[0]?.lower ?? '')
    ? tokens.findIndex((token, i) => i > 1 && token.text === ',') + 1
    : 0

/** "To defend their trade, the merchants …": the subject right after the comma is what the pronoun stands for. */
const agreesAhead = (tokens: Token[], i: number, mentions: EntityMention[]): boolean => {
  const from = mainFrom(tokens)
  const token = tokens[i]
  if (!token || i >= from || from > 26) return false
  const chunk = chunksOf(tokens.slice(from, from + 8))[0]
  const head = chunk && tokens[from + chunk.head]
  if (!chunk || !head || (chunk.determiner ?? chunk.from) > 0) return false
  const named = mentions.find((mention) => mention.start <= head.start && mention.end >= head.end)
  if (person(token.lower)) return named?.entity.type === 'person'
  if (named) return named.entity.type !== 'person' && plural(token.lower) === /[^s]s$/.test(head.lower)
  return head.pos === 'NOUN' && plural(token.lower) === (/[^s]s$/.test(head.lower) || PEOPLE.test(head.lower))
}

const PEOPLE = /^(?:people|men|women|children)$/
/** Nouns that "he or she" may take up in a statement that holds for anyone. */
const SOMEONE = /(?:someone|anyone|person|child|patient|(?:[^aeiou](?:er|or)|ist|ian|ant|ent|ee))$/

/** The "s" of "Columbus" makes no plural. */
const ofOne = (token: Token, mentions: EntityMention[]): boolean =>
  mentions.some(
    ({ entity, start, end }) =>
      start <= token.start && end >= token.end && (entity.type === 'person' || isPersonLike(entity)),
  )

const agreesWithin = (tokens: Token[], i: number, mentions: EntityMention[]): boolean => {
  const token = tokens[i]
  if (!token) return false
  if (agreesAhead(tokens, i, mentions)) return true
  const earlier = tokens.slice(0, i)
  const either = tokens[i + 1]?.lower === 'or' || tokens[i - 1]?.lower === 'or'
  if (person(token.lower) && either)
    return earlier.some((other) => /^(?:NOUN|PRON)$/.test(other.pos) && SOMEONE.test(other.lower))
  if (person(token.lower)) {
    const persons = new Set(
      mentions.filter((mention) => mention.entity.type === 'person').map((mention) => mention.entity),
    )
    const before = mentions.some(
      (mention) => (mention.entity.type === 'person' || isPersonLike(mention.entity)) && mention.end <= token.start,
    )
    if (isObject(tokens, i) && persons.size < 2) return false
    return before || (persons.size === 1 && /^(?:his|her)$/.test(token.lower) && i < 8)
  }
  if (plural(token.lower))
    return earlier.some(
      (other) =>
        (other.pos === 'NOUN' && /s$|people|men|women|children|mice|bacteria/.test(other.lower)) ||
        (other.pos === 'CCONJ' && other.lower === 'and') ||
        (other.pos === 'PROPN' && /s$/.test(other.lower) && !ofOne(other, mentions)),
    )
  return earlier.some(
    (other) =>
      (other.pos === 'NOUN' && !/[^s]s$/.test(other.lower) && !/^(?:year|century|time|end|day)$/.test(other.lower)) ||
      (other.pos === 'PROPN' &&
        !mentions.some(
          (mention) => mention.entity.type === 'person' && mention.start <= other.start && mention.end >= other.end,
        ) &&
        !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
          other.text,
        )),
  )
}

const expletive = (tokens: Token[], i: number): boolean =>
  /^(?:is|was|takes|took|has been)$/.test(tokens[i + 1]?.lower ?? '') &&
  tokens.slice(i + 2, i + 12).some((token) => token.lower === 'that' || token.lower === 'to') &&
  i > 0

/** Whether nobody else is spoken of in the sentence, so that a pronoun anywhere in it can only mean who came before. */
const isAlone = (tokens: Token[], i: number, mentions: EntityMention[]): boolean =>
  !mentions.some(({ entity }) => entity.type === 'person' || isPersonLike(entity)) &&
  (/^(?:him|he|she)$/.test(tokens[i]?.lower ?? '') ||
    !tokens.slice(0, i).some((token) => token.pos === 'NOUN' && SOMEONE.test(token.lower)))

const antecedent = (tokens: Token[], i: number, mentions: EntityMention[], around: Surroundings): Subject | null => {
  const { subject, topic, titled, opening } = around
  const lower = tokens[i]?.lower ?? ''
  if (person(lower)) {
    const known = personFor(around, lower, opensClause(tokens, i))
    return known?.type === 'person' && (opensClause(tokens, i) || isAlone(tokens, i, mentions))
      ? { text: known.name, kind: 'person', entity: known, sole: true }
      : null
  }
  if (!opensClause(tokens, i)) return null
  if (plural(lower)) return subject?.kind === 'plural' ? subject : null
  if (subject) return subject.kind === 'thing' && subject.sole ? subject : null
  const topical = opening && i === 0 && titled && titled.classes.size > 0 && topic?.type !== 'person'
  return topical ? { text: titled.text, kind: 'thing', entity: topic, sole: true } : null
}

/** The person of the sentence before where there is one, else of the paragraph, else of the title: whom the pronoun fits. */
const personFor = (around: Surroundings, lower: string, asSubject: boolean): Entity | null => {
  const wanted = /^(?:she|hers?|herself)$/.test(lower) ? 'she' : 'he'
  const fits = (entity: Entity) => (around.genderOf(entity) ?? wanted) === wanted
  const { subject } = around
  const topic = around.topic?.type === 'person' && fits(around.topic) ? around.topic : null
  const before = around.personsBefore.filter((entity) => fits(entity) && entity.type === 'person')
  const [last] = before
  if (before.length === 1 && last) {
    const others = around.persons.some((entity) => entity !== last && entity.type === 'person' && fits(entity))
    return others && /^(?:his|hers?|him)$/.test(lower) && subject?.entity !== last ? null : last
  }
  if (before.length > 1) return asSubject && topic && subject?.entity === topic ? topic : null
  const persons = around.persons.filter((entity) => fits(entity) && entity.type === 'person')
  if (persons.length === 1) return persons[0] ?? null
  return persons.length === 0 ? topic : null
}
