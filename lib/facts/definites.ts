import { chunksOf } from './grammar.ts'
import { genericAdjectives, uniqueNouns } from './lexicon/common.ts'
import type { Surroundings } from './surroundings.ts'
import type { Edit, Entity, EntityMention, Token } from './types.ts'

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
    if (isKnown(tokens, chunk.from, chunk.head, mentions, around)) continue
    const noun = head.lemma
    const named = around.namedByHead.get(noun) ?? around.namedByHead.get(head.lower)
    const [only] = named ?? []
    const bare = chunk.from === chunk.head
    if (only && named?.length === 1 && bare) {
      const article = only.articled ? (determiner.text === 'The' ? 'The ' : 'the ') : ''
      edits.push({ start: determiner.start, end: head.end, text: `[${article}${only.name}]` })
      continue
    }
    const counted =
      tokens[chunk.from]?.lower === 'two' &&
      /^(?:countries|states|nations|powers|sides|parties|governments)$/.test(head.lower)
    const [first, second] = around.countries
    if (
      counted &&
      first &&
      second &&
      around.countries.length === 2 &&
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

const countryText = (entity: Entity) =>
  /^(?:United|Soviet|Netherlands|Philippines|Ottoman)/.test(entity.name) ? `the ${entity.name}` : entity.name

/** Nouns that nearly always stand for something said before. */
const ANAPHORIC =
  /^(?:two|three|results?|answers?|reasons?|problems?|differences?|solutions?|examples?|ideas?|theory|theories|methods?|approach|processe?s?|stages?|steps?|changes?|effects?|groups?|authors?|studies|study|events?|decisions?|cases?|methods?|terms?|words?|names?|labels?|categor(?:y|ies)|facts?|situations?|points?|questions?|area|region|period|rest|others?|developments?|mistakes?|danger|penalty|agreement|treaty|project|team|report|book|dispute|talks|plans?|proposals?|offers?|visits?|meetings?|film|paper|experiments?|discover(?:y|ies)|findings?|practice|policy|policies|trend|movement|rule|rules|law|act|war|conflict|battle|journey|voyage|expedition|structure|version|latter|former|condition|disease|organism|pathogen|infection|virus|bacterium|bacteria|drug|company|device|film|island|river|bridge|building|tower|machine|incident|crisis|attack|campaign|revolt|rebellion|ruling|judgment|verdict|defendant's|bill|amendment|document|declaration|figure|number|amount|total|majority|remainder|move|step|goal|aim|purpose|man|woman|men|women|king|queen|emperor|boy|girl|couple|family|brothers|scientists|researchers)$/
const RANKED =
  /^(?:first|second|third|last|only|largest|smallest|longest|highest|lowest|oldest|youngest|greatest|most|best|worst|earliest|latest|main|chief|\w+est)$/

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
  if (next && POST_MODIFIER.has(next.lower))
    return (
      !/^(?:same|new|other|two|three|four|latter|former|next|following|previous)$/.test(words[0] ?? '') ||
      next.lower === 'of'
    )
  if (
    next &&
    next.pos === 'VERB' &&
    /(?:ed|ing)$/.test(next.lower) &&
    tokens[headAt + 2]?.pos === 'ADP' &&
    modifiers.length > 0
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
    // In a general statement a bare "the N" is the kind, unless the paragraph has just brought one in.
    return !around.past && (shown || !around.introduced.has(noun)) && !ANAPHORIC.test(head.lower)
  }
  if (general && !words.some((word) => !genericAdjectives.has(word) && !RANKED.test(word)))
    return (
      words.some((word) =>
        /^(?:\w+est|upper|lower|outer|inner|human|left|right|central|general|small|large)$/.test(word),
      ) && uniqueNouns.has(head.lower)
    )
  if (
    /^(?:two|three|four|five|six|seven|same|other|new|resulting|latter|former|next|previous|following)$/.test(
      words[0] ?? '',
    )
  )
    return false
  const seen = around.nounSeen.get(noun)
  return !(around.past && seen !== undefined && around.index - seen <= 6)
}
