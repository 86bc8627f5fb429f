import type { Draft } from '../draft.ts'
import { BLANK } from '../stem.ts'
import { type Lint, wordsOf } from './lint.ts'

const LEAST_WORDS = 6
const MOST_WORDS = 40
const MOST_WITH_LEAD = 50

export const stemLength: Lint = ({ question, facts }) => {
  const words = wordsOf(question.stem).length
  return words < LEAST_WORDS || words > (facts[0]?.lead ? MOST_WITH_LEAD : MOST_WORDS)
}

const count = (text: string, mark: string) => text.split(mark).length - 1

export const stemQuotes: Lint = ({ question: { stem } }) =>
  count(stem, '"') % 2 === 1 ||
  count(stem, '“') !== count(stem, '”') ||
  count(stem, '(') !== count(stem, ')') ||
  count(stem, '[') !== count(stem, ']')

/** A stem opens with a capital, a digit, a bracketed name or its blank. */
export const stemCase: Lint = ({ question: { stem } }) =>
  !/^(?:["“'‘([]*(?:\p{Lu}|\p{N})|_{4}|\[)/u.test(stem) && !/^\p{Ll}{1,2}\p{Lu}/u.test(stem)

/** A stem without the sentence that leads to it. */
const own = ({ question: { stem }, facts }: Draft): string => {
  const lead = facts[0]?.lead?.text
  return lead && stem.startsWith(`${lead} `) ? stem.slice(lead.length + 1) : stem
}

/** One sentence beside its lead: no second one after a full stop, no main clause after a semicolon. */
export const stemClauses: Lint = (draft) => {
  const bare = own(draft)
    .replace(/“[^”]*”/g, 'Q')
    .replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Mt|vs|No|Jr|Sr|[ap]\.m|e\.g|i\.e|ca?)\./gu, 'x')
  return (
    /[.?!]["”')\]]* +\p{Lu}\p{Ll}* \p{L}/u.test(bare) ||
    /; (?:\p{L}+ ){1,6}(?:is|are|was|were|has|have|had|\p{L}+ed)\b/u.test(bare)
  )
}

/** A cloze has exactly one blank; other forms at most one. */
export const oneBlank: Lint = ({ question: { form, stem } }) => {
  const blanks = count(stem, BLANK)
  return form === 'cloze' ? blanks !== 1 : blanks > 1
}

const POINTER =
  /\b(?:this|these|such (?!as\b)|the former|the latter|the same|aforementioned|as (?:mentioned|described) above|nowadays|currently|recently|today|ago)\b/i

/** Words that point at something outside the stem; with a lead, only what the lead has not said. */
export const pointsOutside: Lint = ({ question: { stem }, facts }) =>
  (facts[0]?.lead ? OUTDATED : POINTER).test(
    stem.replace(/\[[^\]]*\]/g, 'X').replace(/^(?:In this table|Put these events)/, ''),
  )

const OUTDATED = /\b(?:nowadays|currently|recently|today|ago)\b/i

const PRONOUN = /(?<![\w'])(?:he|she|him|his|her|it|its|they|them|their)(?![\w'])/gi
const MAY_PRECEDE =
  /(?:\p{Lu}\p{L}+|\b(?!(?:the|and|but|for|with|from|into|that|when|where|which|while|since|after|before|during|although|because|under|over|also|not|has|had|was|were|are|been|its?|they|their|his|her|she)\b)\p{Ll}{3,})/u

/** A pronoun with nothing before it that it could stand for. */
export const openPronoun: Lint = ({ question: { stem } }) => {
  for (const match of stem.matchAll(PRONOUN)) {
    const before = stem
      .slice(0, match.index)
      .replace(/^(?:In|On|At|By|After|Before|During|Since|From|Although|Because|When|While|As|If)\b/, '')
    if (MAY_PRECEDE.test(before) || before.includes(BLANK)) continue
    const after = stem.slice(match.index + match[0].length)
    if (/^(?:his|her|its|their)$/i.test(match[0]) && /, (?:\p{Lu}|_{4})/u.test(after)) continue
    return true
  }
  return false
}

const ANAPHORIC =
  /^(?:The|In the|At the|Under the|During the|By the) (?:treaty|agreement|country|countries|two \w+|team|company|committee|city|town|island|book|paper|report|study|author|authors|event|law|act|decision|proposal|offer|visit|meeting|war|battle|project|plan|experiment|discovery|method|technique|device|king|queen|president|minister|government|family|group|party|organisation|organization|document|declaration|case|court|man|woman|disease|condition|problem|danger|penalty|term|word|name|result|results|answer|idea|theory|latter|former)(?: (?:was|were|is|are|had|has|did|ended|began|lasted|took|became|made|gave|led)\b|,)/

/** A bare "the treaty" that opens the stem and that the context line does not name. */
export const danglingDefinite: Lint = ({ question: { stem }, contextLine }) => {
  const match = ANAPHORIC.exec(stem)
  if (!match) return false
  const noun = /(\p{L}+)(?: \p{L}+|,)$/u.exec(match[0])?.[1] ?? ''
  return !contextLine.toLowerCase().includes(noun.toLowerCase())
}
