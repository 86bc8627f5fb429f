import { openReference } from '#lib/facts/index.ts'
import type { Fact } from '../draft.ts'
import type { Written } from '../generate.ts'
import { MARKUP } from './markup.ts'
import type { Refusal } from './types.ts'
import { foreignNumber, Vocabulary, wordsIn } from './vocabulary.ts'

/** Least share of a question's content words that the cited text, or what stands above it, has too. */
const ON_TOPIC = 0.5
const QUESTION =
  /^(?:(?:In|On|At|By|From|To|Of|For|Under|During|After|Before|Between|According to)\b.{1,160}\b)?(?:what|which|who|whom|whose|when|where|why|how)\b.*\?$/iu
const NEGATION = /\b(?:not|never|no|none|nobody|nothing|neither|nor|except|without|unless|false|incorrect)\b|n't\b/i
const REPORTED =
  /\b(?:according to|claim(?:s|ed)?|said|says|report(?:s|ed)|believe[ds]?|argue[ds]?|estimate[ds]?|allege[ds]?|suggest(?:s|ed)|propose[ds]?)\b/i
const PRONOUN = /\b(?:he|she|it|they|him|her|them|his|hers|its|theirs?)\b/
/** Something in a question that a later pronoun may stand for, since what is asked is not known: a name, or one of a kind. */
const NAMED = /(?<!^)\p{Lu}\p{L}|\b(?:an?|each|every) \p{L}/u
const hasOpenPronoun = (question: string): boolean => {
  const at = question.search(PRONOUN)
  return at >= 0 && !NAMED.test(question.slice(0, at))
}
const FUNCTION = new Set(
  'what which whom whose when where that this with from into than then they their there have been were does will would could about after before under during between according name called many much kind type year month century number some only other also such each both most more very the and for did was are how who why its has had'.split(
    ' ',
  ),
)

const rootsOf = (text: string): string[] =>
  wordsIn(text)
    .map((word) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''))
    .filter((word) => word.length > 3 && !FUNCTION.has(word))
    .map((word) => word.slice(0, 5))

const vocabularies = new WeakMap<Written, Vocabulary>()
const vocabularyOf = (written: Written): Vocabulary => {
  const { title, text } = written.document
  const known = vocabularies.get(written) ?? new Vocabulary(`${title}\n${text}`)
  vocabularies.set(written, known)
  return known
}

/** A name that the document lacks, or marks and addresses that no answer or question needs. */
export const isForeign = (written: Written, text: string): boolean =>
  MARKUP.test(text) || vocabularyOf(written).foreignName(text) !== null

/** Why a question on a fact cannot be worded so, or null. */
export const wordingRefusal = (written: Written, question: string, fact: Fact, contextLine: string): Refusal | null => {
  const { statement, quote } = fact
  const cited = `${contextLine}\n${statement}\n${quote.exact}`
  if (MARKUP.test(question)) return 'markup'
  if (!QUESTION.test(question) || question.slice(0, -1).includes('?')) return 'not-a-question'
  if (vocabularyOf(written).foreignName(question) !== null) return 'foreign-name'
  if (foreignNumber(question, cited) !== null) return 'foreign-number'
  if (NEGATION.test(question) && !NEGATION.test(quote.exact)) return 'negation'
  if (REPORTED.test(quote.exact) && !REPORTED.test(question)) return 'attribution'
  if (hasOpenPronoun(question)) return 'open-reference'
  if (openReference(question, contextLine, quote.exact) !== null) return 'open-reference'
  const plain = rootsOf(question.replace(/(?<!^)\p{Lu}[\p{L}'’-]*/gu, ' '))
  // Names are held to the document as a whole, since a question puts them where the quote has a pronoun.
  const [asked, known] = [plain.length > 0 ? plain : rootsOf(question), new Set(rootsOf(cited))]
  return asked.filter((root) => known.has(root)).length < asked.length * ON_TOPIC ? 'off-topic' : null
}
