import { type Chunk, chunksOf } from './grammar.ts'
import { genericAdjectives, uniqueNouns } from './lexicon/common.ts'
import type { Surroundings } from './surroundings.ts'
import type { Edit, Entity, EntityMention, EntityType, Token } from './types.ts'
import { raised } from './view.ts'

const POST_MODIFIER = new Set(
  'of that which who whose for between called known where named involving responsible containing whereby'.split(' '),
)

/** Every "the N" must be known from the stem, the context line or the world; a name that it stands for is put in brackets. */
export const closeDefinites = (
  tokens: Token[],
  mentions: EntityMention[],
  around: Surroundings,
  edits: Edit[],
): string | null => {
  for (const chunk of chunksOf(tokens)) {
    const determiner = chunk.determiner === null ? null : tokens[chunk.determiner]
    const head = tokens[chunk.head]
    if (determiner?.lower !== 'the' || !head) continue
    if (edits.some((edit) => edit.start <= determiner.start && edit.end >= determiner.end)) continue
    const noun = head.lemma
    const named = around.namedByHead.get(noun) ?? around.namedByHead.get(head.lower)
    const [only] = named ?? []
    const bare = chunk.from === chunk.head
    const said = mentions.some(({ entity, end }) => entity === around.topic && end <= determiner.start)
    const title =
      bare && !said && !named?.some((entity) => entity !== around.topic) ? titleFor(tokens, chunk, around) : null
    if (title !== null) {
      edits.push({
        start: determiner.start,
        end: head.end,
        text: `[${determiner.text === 'The' ? raised(title) : title}]`,
      })
      continue
    }
    if (isKnown(tokens, chunk.from, chunk.head, mentions, around)) continue
    if (only && named?.length === 1 && bare && !LOOSE.test(noun)) {
      const article = only.articled ? (determiner.text === 'The' ? 'The ' : 'the ') : ''
      edits.push({ start: determiner.start, end: head.end, text: `[${article}${only.name}]` })
      continue
    }
    const sole =
      bare && !named?.length && !around.introduced.has(noun) && !LOOSE.test(noun) ? around.soleOf(noun) : null
    if (sole) {
      const last = sole.name.split(' ').at(-1)?.toLowerCase()
      const article = !/^World War/.test(sole.name) && (sole.articled || last === noun) ? `${determiner.text} ` : ''
      edits.push({ start: determiner.start, end: head.end, text: `[${article}${sole.name}]` })
      continue
    }
    const counted =
      tokens[chunk.from]?.lower === 'two' &&
      /^(?:countries|states|nations|powers|sides|parties|governments)$/.test(head.lower)
    const two = around.pair.length === 2 ? around.pair : around.countries
    const [first, second] = two
    if (
      counted &&
      first &&
      second &&
      two.length === 2 &&
      around.countries.every((country) => two.includes(country)) &&
      !/^(?:sides|parties|governments)$/.test(head.lower)
    ) {
      edits.push({ start: determiner.start, end: head.end, text: `[${countryText(first)} and ${countryText(second)}]` })
      continue
    }
    return `“the ${tokens
      .slice(chunk.from, chunk.head + 1)
      .map((token) => token.text)
      .join(' ')}” has no antecedent`
  }
  return null
}

/** Class nouns by which a text means its own empire or king as readily as the one it has just named. */
const LOOSE =
  /^(?:empire|kingdom|emperor|king|queen|army|navy|government|party|state|university|school|museum|church|house|street|city|town|village|country|territory|region|area|county)$/

/** Class nouns under which a named thing is taken up again. */
const CLASS_NOUNS: Partial<Record<EntityType, RegExp>> = {
  country: /^(?:country|nation|state|kingdom|republic)$/,
  city: /^(?:city|town|village|capital|port)$/,
  island: /^island$/,
  islands: /^(?:islands|archipelago)$/,
  river: /^river$/,
  lake: /^lake$/,
  war: /^(?:war|conflict)$/,
  battle: /^(?:battle|fighting)$/,
  treaty: /^(?:treaty|agreement|pact|accord|convention)$/,
  law: /^(?:law|act|statute)$/,
  ship: /^(?:ship|vessel|boat)$/,
  company: /^(?:company|firm|business)$/,
  university: /^(?:university|college|school|institute)$/,
  court: /^court$/,
  disease: /^(?:disease|illness|infection|condition)$/,
  organisation: /^(?:organi[sz]ation|group|party|body|agency)$/,
  work: /^(?:book|film|novel|play|poem|song|album|work|game)$/,
}

/** Whether every "the N" of a sentence is known from it, from the sentence before, or from the world. */
export const definitesKnown = (
  tokens: Token[],
  mentions: EntityMention[],
  around: Surroundings,
  lead: { tokens: Token[]; mentions: EntityMention[] },
): boolean =>
  chunksOf(tokens).every((chunk) => {
    const head = tokens[chunk.head]
    if (chunk.determiner === null || tokens[chunk.determiner]?.lower !== 'the' || !head) return true
    if (isKnown(tokens, chunk.from, chunk.head, mentions, around)) return true
    if (lead.tokens.some((token) => token.lemma === head.lemma && token.pos !== 'VERB')) return true
    const named = new Set(
      lead.mentions.map(({ entity }) => entity).filter(({ type }) => CLASS_NOUNS[type]?.test(head.lemma)),
    )
    return named.size === 1
  })

/** The title, where a bare "the N" that nothing goes on takes it up: in full the first time, as the text writes it after. */
const titleFor = (tokens: Token[], { from, head }: Chunk, { titled, introduced }: Surroundings): string | null => {
  const noun = tokens[head]?.lemma ?? ''
  const next = tokens[head + 1]
  if (
    !titled?.classes.has(noun) ||
    introduced.has(noun) ||
    next?.lower === "'s" ||
    POST_MODIFIER.has(next?.lower ?? '')
  )
    return null
  if (tokens.slice(0, from - 1).some((token) => token.lemma === noun)) return null
  // "The filters" are no one filter.
  if (tokens[head]?.lower !== noun) return null
  const { text } = titled
  const words = text.toLowerCase().split(' ')
  const at = words.indexOf(noun)
  const named = at >= 0 && (at === words.length - 1 || words[at + 1] === 'of')
  return named && !text.startsWith('the ') ? `the ${text}` : text
}

const countryText = (entity: Entity) =>
  /^(?:United|Soviet|Netherlands|Philippines|Ottoman)/.test(entity.name) ? `the ${entity.name}` : entity.name

/** Nouns that nearly always stand for something said before. */
const ANAPHORIC =
  /^(?:two|three|results?|answers?|reasons?|problems?|differences?|solutions?|examples?|ideas?|theory|theories|methods?|approach|processe?s?|stages?|steps?|changes?|effects?|groups?|authors?|studies|study|events?|decisions?|cases?|methods?|terms?|words?|names?|labels?|categor(?:y|ies)|facts?|situations?|points?|questions?|area|region|period|rest|others?|developments?|mistakes?|danger|penalty|agreement|treaty|project|team|report|book|dispute|talks|plans?|proposals?|offers?|visits?|meetings?|film|paper|experiments?|discover(?:y|ies)|findings?|practice|policy|policies|trend|movement|rule|rules|law|act|war|conflict|battle|journey|voyage|expedition|structure|version|latter|former|condition|disease|organism|pathogen|infection|virus|bacterium|bacteria|drug|company|device|film|island|river|bridge|building|tower|machine|incident|crisis|attack|campaign|revolt|rebellion|ruling|judgment|verdict|defendant's|bill|amendment|document|declaration|figure|number|amount|total|majority|remainder|move|step|goal|aim|purpose|man|woman|men|women|king|queen|emperor|boy|girl|couple|family|brothers|scientists|researchers)$/
const RANKED =
  /^(?:first|second|third|last|only|largest|smallest|longest|highest|lowest|oldest|youngest|greatest|most|best|worst|earliest|latest|main|chief|\w+est)$/

/** Adjectives that point back. */
const TURNED =
  /^(?:main|chief|only|first|second|third|last|other|remaining|following|previous|new|resulting|former|latter|next|same|original|final|two|three|four|five|six|seven|best|worst|\w+er)$/
/** "The month" of a sentence that names one. */
const PERIODS = /^(?:year|month|week|day|season|decade|century|night|morning|summer|winter|autumn|spring)$/
const DATED = /^(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)$/
/** Of these a text tells several, whatever its title says. */
const CASES =
  /^(?:man|men|woman|women|king|queen|case|cases|law|laws|term|word|name|result|results|example|question|answer)$/

const ORDINAL = /(?:first|second|third|\w{2,}th|\d(?:st|nd|rd|th)|early|late|mid)$/
const SUPERLATIVE = /^(?:first|last|only|most|best|worst|least|\w+est)$/

const isKnown = (
  tokens: Token[],
  from: number,
  headAt: number,
  mentions: EntityMention[],
  around: Surroundings,
): boolean => {
  const head = tokens[headAt]
  const next = tokens[headAt + 1]
  if (!head) return true
  const modifiers = tokens.slice(from, headAt)
  const noun = head.lemma
  if (mentions.some((mention) => mention.start < head.end && mention.end > (tokens[from]?.start ?? 0))) return true
  if (
    head.pos === 'PROPN' ||
    /^\d/.test(head.text) ||
    modifiers.some((token) => token.pos === 'PROPN' || /^\d{4}$/.test(token.text))
  )
    return true
  const words = modifiers.map((token) => token.lower)
  // "The thirteenth century" is a date.
  if (/^(?:century|centuries|millennium)$/.test(head.lower) && ORDINAL.test(words.at(-1) ?? '')) return true
  if (words[0] === 'same' && tokens.slice(headAt + 1, headAt + 5).some((token) => token.lower === 'as')) return true
  if (PERIODS.test(head.lower) && tokens.some((token) => DATED.test(token.text))) return true
  // "The support he received": a clause of its own tells which.
  if (next?.pos === 'PRON' && tokens[headAt + 2]?.pos === 'VERB') return true
  if (next && POST_MODIFIER.has(next.lower))
    return (
      !/^(?:same|new|other|two|three|four|latter|former|next|following|previous)$/.test(words[0] ?? '') ||
      next.lower === 'of'
    )
  if (
    next &&
    next.pos === 'VERB' &&
    /(?:ed|ing)$/.test(next.lower) &&
    /^(?:ADP|PART)$/.test(tokens[headAt + 2]?.pos ?? '') &&
    (modifiers.length > 0 || (headAt > 3 && !ANAPHORIC.test(head.lower)))
  )
    return true
  if (
    /^(?:before|after|since|until|when)$/.test(next?.lower ?? '') &&
    /^(?:years?|time|decades?|months?|weeks?|days?|period|centur(?:y|ies)|end)$/.test(head.lower)
  )
    return true
  if (
    next?.lower === 'and' &&
    tokens.slice(headAt + 2, headAt + 7).some((token, i, all) => token.lower === 'of' && all[i - 1]?.pos === 'NOUN')
  )
    return true
  // "The lighthouse at Skerry Point": the place tells which one.
  const placed = /^(?:at|in|on|near|off|outside)$/.test(next?.lower ?? '') && !ANAPHORIC.test(head.lower)
  const place = tokens[headAt + 2]?.lower === 'the' ? tokens[headAt + 3] : tokens[headAt + 2]
  if (placed && place && mentions.some((mention) => mention.start === place.start)) return true
  if (next?.pos === 'ADP' && /^(?:which|whom)$/.test(tokens[headAt + 2]?.lower ?? '')) return true
  if (words.some((word) => SUPERLATIVE.test(word)) && /^(?:in|on|of|across|to|ever|at|among)$/.test(next?.lower ?? ''))
    return true
  if (tokens.slice(0, from - 1).some((token) => token.lemma === noun)) return true
  const shown = around.titleWords.has(noun) || around.headingWords.has(noun)
  const general = words.some(
    (word) => genericAdjectives.has(word) || RANKED.test(word) || /^(?:two|three|four|five|six|seven)$/.test(word),
  )
  if (modifiers.length === 0) {
    if (uniqueNouns.has(head.lower) || around.defined.has(noun)) return true
    if (shown && !around.introduced.has(noun) && !CASES.test(head.lower)) return true
    // In a general statement a bare "the N" is the kind, unless the paragraph has just brought one in.
    return !around.past && (shown || !around.introduced.has(noun)) && !ANAPHORIC.test(head.lower)
  }
  if (general && !words.some((word) => !genericAdjectives.has(word) && !RANKED.test(word)))
    return (
      (!around.past && words.length === 1 && !TURNED.test(words[0] ?? '') && !ANAPHORIC.test(head.lower)) ||
      (words.some((word) =>
        /^(?:\w+est|upper|lower|outer|inner|human|left|right|central|general|small|large)$/.test(word),
      ) &&
        uniqueNouns.has(head.lower))
    )
  if (
    /^(?:two|three|four|five|six|seven|same|other|new|resulting|latter|former|next|previous|following)$/.test(
      words[0] ?? '',
    )
  )
    return false
  const seen = around.nounSeen.get(noun)
  return !(around.past && seen !== undefined && around.index - seen <= 3)
}
