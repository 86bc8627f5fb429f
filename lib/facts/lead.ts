import { definitesKnown } from './definites.ts'
import type { Surroundings } from './surroundings.ts'
import type { Lead, Token } from './types.ts'
import { raised, rendered, type View } from './view.ts'
import { isPersonLike } from './words.ts'

/** Words of a stem with its lead: two sentences may be longer than one. */
const WORDS_WITH_LEAD = 50

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Words that only the page around the text explains; no sentence before helps. */
const OUTSIDE =
  /\b(?:now|today|currently|recently|nowadays|ago|at present|so far|to date|(?:this|last|next) (?:year|month|week)|yesterday|tomorrow|above|below|here|these days)\b/i
/** What counts from the sentence before. */
const COUNTED =
  /^(?:later|then|soon|afterwards?|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|a few|\w+ty|\d+) (?:\w+ )?(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?) (?:later|earlier|before|after(?:wards?)?)|(?:in )?(?:the|that) (?:next|following|previous|same) (?:year|month|week|day|decade|century|season)|that (?:year|month|day|season)|at (?:that|the same|the) time|(?:after|since|by|until) (?:that|then))\b/i
/** One of several, or another beside those that came before. */
const BESIDE =
  /^(?:an?other|others?|some|many|most|several|both|each|neither|one|all|none|the others?|the (?:first|second|third|last|former|latter))\b/i

const isPlural = (token: Token) =>
  token.pos === 'NOUN' && (/[^su]s$/.test(token.lower) || /^(?:people|men|women|children)$/.test(token.lower))
const isSingular = (token: Token) =>
  token.pos === 'NOUN' && !isPlural(token) && !/^(?:year|month|day|time|century|end)$/.test(token.lower)

/** What the lead offers for a pronoun to stand for: exactly one person; anything of the right number otherwise. */
const offers = (lead: View, pronoun: string, around: Surroundings): boolean => {
  const tokens = lead.tokens
  if (/^(?:he|she|him|his|hers?|himself|herself)$/.test(pronoun)) {
    const wanted = /^(?:she|hers?|herself)$/.test(pronoun) ? 'she' : 'he'
    const named = lead.mentions
      .map(({ entity }) => entity)
      .filter((entity) => entity.type === 'person' || isPersonLike(entity))
    const fitting = new Set(
      named.filter((entity) => (around.genderOf(entity) ?? wanted) === wanted).map(({ name }) => name),
    )
    for (const { text } of lead.edits) if (text.startsWith('[')) fitting.add(text.replace(/^\[|(?:'s?)?\]$/g, ''))
    return fitting.size === 1
  }
  if (/^(?:they|them|their|theirs|themselves)$/.test(pronoun))
    return tokens.some(isPlural) || tokens.some((token) => token.lower === 'and' && lead.mentions.length > 1)
  const things = lead.mentions.some(({ entity }) => entity.type !== 'person')
  return things || tokens.some(isSingular)
}

const PRONOUNS = /^(?:he|she|him|his|hers?|himself|herself|they|them|their|theirs|themselves|it|its|itself)$/

/** Whether everything that keeps a sentence open stands in the sentence before it. */
const isExplained = (view: View, lead: View, around: Surroundings): boolean => {
  const { tokens, level } = view
  if (OUTSIDE.test(level.replace(/"[^"]*"/g, ''))) return false
  if (COUNTED.test(level) && lead.dates.length === 0) return false
  const shared = (upTo: number) =>
    tokens
      .slice(0, upTo)
      .some((token) => token.pos === 'NOUN' && lead.tokens.some((other) => other.lemma === token.lemma))
  if (BESIDE.test(level) && !shared(6)) return false
  for (const [i, token] of tokens.entries()) {
    if (PRONOUNS.test(token.lower) && token.text !== 'IT' && !offers(lead, token.lower, around)) return false
    if (/^(?:this|these|those|such)$/.test(token.lower) && i > 4 && !shared(tokens.length)) return false
    if (/^(?:another|other|others|same)$/.test(token.lower) && i > 4 && tokens[i - 1]?.lower !== 'each') return false
  }
  return definitesKnown(tokens, view.mentions, around, lead)
}

/**
 * The sentence before as the lead of a stem: where a sentence leans on it and on nothing further back, both are asked
 * together, and nothing has to be guessed. Null where the two are too long or the sentence leans on more.
 */
export const leadOf = (view: View, lead: View | null, around: Surroundings): Lead | null => {
  if (!lead || lead.block !== view.block || lead.index !== view.index - 1) return null
  if (!/[.]["”')\]]*$/.test(lead.level) || /["“”]/.test(lead.level) !== /["“”].*["“”]/.test(lead.level)) return null
  const text = raised(rendered(lead, lead.start, lead.end, lead.edits))
  if (wordsIn(text) + wordsIn(view.level) > WORDS_WITH_LEAD || wordsIn(text) < 4) return null
  return isExplained(view, lead, around)
    ? { start: lead.start, end: lead.end, text, mentions: lead.mentions, dates: lead.dates }
    : null
}
