import { opposites } from '../lexicon/verbs.ts'
import type { DateMention, Edit, Token } from '../types.ts'
import type { Candidate, View } from '../view.ts'

const COMPARED =
  /^(?:higher|lower|larger|smaller|longer|shorter|faster|slower|stronger|weaker|hotter|colder|warmer|cooler|denser|lighter|heavier|thicker|thinner|deeper|shallower|older|younger)$/

/** "an increase" cannot become "an decrease": the article would tell. */
const fitsArticle = (before: Token | undefined, to: string): boolean =>
  !before || !/^an?$/.test(before.lower) || /^[aeiou]/.test(to) === (before.lower === 'an')

/** Of these the opposite is a verb's: "a narrow range" cannot become "a widen range", nor "reduced" always "oxidised". */
const VERBS_ONLY =
  /^(?:widens?|narrows?|releases?|absorbs?|contracts|gains?|loses?|increases?|decreases?|raises?|supports|reduced)$/

/** What can be raised as well as lowered, and won as well as lost; chickens and children are only raised. */
const OF_LEVELS =
  /(?:level|rate|pressure|temperature|tax|price|cost|standard|threshold|barrier|ph|output|wage|tariff|age|limit|risk|amount|concentration|volume|point|status|quality|demand|supply|energy|density|speed|value)s?$/
const OF_CONTESTS =
  /(?:battle|war|election|seat|title|game|match|case|championship|race|vote|medal|series|majority|primary|final|campaign|contest|tournament|presidency|appeal)s?$/

/** Whether a verb of several senses has here the one that its opposite turns. */
const hasSense = (tokens: readonly Token[], at: number): boolean => {
  const verb = tokens[at]?.lower ?? ''
  const object = tokens.slice(at + 1, at + 7)
  if (/^(?:rais|lower)/.test(verb) && tokens[at]?.pos === 'VERB')
    return object.some(({ lower }) => OF_LEVELS.test(lower))
  if (/^(?:won|lost)$/.test(verb)) return object.some(({ lower }) => OF_CONTESTS.test(lower))
  if (/^(?:improve|worsen)/.test(verb)) return !/^(?:up)?on$/.test(tokens[at + 1]?.lower ?? '')
  return verb !== 'narrowly'
}

/** Words of a sentence whose opposite would make it false: indexes into its tokens. Comparatives only before "than". */
const turnable = (
  tokens: readonly Token[],
  mentions: readonly { start: number; end: number }[],
  dated: boolean,
): number[] =>
  tokens.flatMap((token, i) => {
    const to = opposites.get(token.lower)
    if (to === undefined || (VERBS_ONLY.test(token.lower) && token.pos !== 'VERB')) return []
    if (!fitsArticle(tokens[i - 1], to) || !hasSense(tokens, i)) return []
    if (/^(?:before|after)$/.test(token.lower) && dated) return []
    if (COMPARED.test(token.lower) && tokens[i + 1]?.lower !== 'than') return []
    const named = mentions.some((mention) => mention.start < token.end && mention.end > token.start)
    return named || (i > 0 && /^\p{Lu}/u.test(token.text)) ? [] : [i]
  })

/** The one word of a sentence whose opposite makes it false, with that opposite; null where there is none or more than one. */
export const turnOf = (
  tokens: readonly Token[],
  mentions: readonly { start: number; end: number }[],
  dates: readonly DateMention[],
): Edit | null => {
  const [only, another] = turnable(tokens, mentions, dates.length > 0)
  const word = only === undefined || another !== undefined ? undefined : tokens[only]
  return word ? { start: word.start, end: word.end, text: opposites.get(word.lower) ?? '' } : null
}

/** Words that say which way round something is; of those that are verbs, only the verb. */
const TELLING =
  /^(?:increas(?:es?|ed)|decreas(?:es?|ed)|rais(?:es?|ed)|lower(?:s|ed)|inhibits?|activates?|stimulates?|absorbs?|releases?|expands?|contracts|gains|loses|strengthen(?:s|ed)|weaken(?:s|ed)|widens?|narrows?|improve[sd]|worsen(?:s|ed)|supports|opposes|opposed|attracts|repels|encrypts|decrypts)$/
const SIDED =
  /^(?:northern|southern|eastern|western|northeast|southwest|northward|southward|eastward|westward|\w+ernmost|anterior|posterior|inner|outer|upper|lower|acidic|alkaline|soluble|insoluble|reversible|irreversible|efferent|afferent|upstream|downstream|clockwise|anticlockwise|synchronous|asynchronous|ascending|descending|mandatory|optional|symmetric|asymmetric|mutable|immutable|voluntary|involuntary|maximum|minimum|highest|lowest|largest|smallest|longest|shortest|oldest|youngest|higher|lower|larger|smaller|longer|shorter|faster|slower|stronger|weaker|hotter|colder|warmer|cooler|denser|lighter|heavier|thicker|thinner|deeper|shallower|older|younger)$/

const tellsWay = (token: Token): boolean =>
  TELLING.test(token.lower) ? token.pos === 'VERB' : SIDED.test(token.lower) && token.pos !== 'NOUN'

/** Marks of a sentence that allows the opposite as well. */
const OPEN = /\b(?:or|both|either|neither|whether|versus|not|can|may|some|sometimes|often|usually|many)\b/i

/** A sentence that one word decides, and that is asked whole, as a statement that is true or false. */
export const relationSlots = (view: View): Candidate[] => {
  if (view.classified.class !== 'assertion' || OPEN.test(view.level) || view.finite > 2) return []
  // From 70 to 220 nothing decreases: the numbers would tell.
  if (view.quantities.length > 1) return []
  const [only, another] = turnable(view.tokens, view.mentions, view.dates.length > 0)
  const token = only === undefined ? undefined : view.tokens[only]
  if (!token || another !== undefined || !tellsWay(token)) return []
  const content = view.tokens.filter(({ pos, text }) => /^(?:NOUN|PROPN|VERB|NUM)$/.test(pos) && text.length > 3).length
  if (content < 4 || view.tokens.length > 32) return []
  return [
    {
      kind: 'relation',
      slot: {
        start: token.start,
        end: token.end,
        kind: 'term',
        answer: token.text,
        accepted: [token.text],
        hint: null,
      },
      score: content < 5 ? 0.64 : 0.68,
    },
  ]
}
