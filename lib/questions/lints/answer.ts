import { BLANK } from '../stem.ts'
import { type Lint, optionTexts, wordsOf } from './lint.ts'

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const holds = (text: string, answer: string): boolean =>
  answer.length > 0 &&
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(folded(answer))}(?![\\p{L}\\p{N}])`, 'u').test(folded(text))

const SMALL = new Set(
  'the and for with from that this into over under upon city river lake island islands sea state states treaty war battle university law act empire kingdom republic system process theory method cell cells'.split(
    ' ',
  ),
)
const stemmed = (word: string) =>
  folded(word).replace(
    /(?:isations?|izations?|ations?|ically|ities|ments?|ness|ings?|ied|ies|ers?|ors?|ed|es|ly|al|ic|s)$/,
    '',
  )

/** The answer, one of its names, a demonym or an inflection of its main word stands in the stem. */
export const answerLeak: Lint = ({ question, telling }) => {
  if (/^(?:true-false|order|match)$/.test(question.form)) return false
  const stem = question.stem.replace(/____(?: \([^)]*\))?/, ' ')
  if (telling.some((answer) => answer.length > 1 && holds(stem, answer))) return true
  const inStem = new Set(
    wordsOf(stem)
      .filter((word) => word.length > 4)
      .map(stemmed),
  )
  const key = typeof question.key === 'string' ? question.key : ''
  return wordsOf(key).some(
    (word) =>
      word.length > 4 &&
      /^\p{L}/u.test(word) &&
      !SMALL.has(word.toLowerCase()) &&
      stemmed(word).length > 3 &&
      inStem.has(stemmed(word)),
  )
}

/** The context line above the stem gives the answer. */
export const contextLeak: Lint = ({ question, telling, contextLine }) => {
  if (/^(?:true-false|order|match)$/.test(question.form)) return false
  return telling.some((answer) => answer.length > 2 && holds(contextLine, answer))
}

/** Initials of a name in the stem are the answer, or the answer's initials stand in it. */
export const abbreviationLeak: Lint = ({ question }) => {
  if (typeof question.key !== 'string' || /^(?:true-false|order|match)$/.test(question.form)) return false
  const stem = question.stem
  const words = question.key
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:of|the|and|for)$/.test(word))
  const initials = words.map((word) => word.slice(0, 1).toUpperCase()).join('')
  if (
    words.length >= 2 &&
    initials.length >= 2 &&
    new RegExp(`(?<![\\p{L}])${escaped(initials)}s?(?![\\p{L}])`, 'u').test(stem)
  )
    return true
  if (!/^\p{Lu}{2,6}$/u.test(question.key)) return false
  const letters = [...question.key].map((letter) => `${escaped(letter)}\\p{L}+`).join('[\\s-]+(?:(?:of|the|and|for) )?')
  return new RegExp(`(?<![\\p{L}])${letters}`, 'iu').test(stem)
}

/** The key is among the accepted answers, and, in a choice, exactly one option is right. */
export const oneKey: Lint = ({ question, telling }, { sameThing }) => {
  const { key, accepted, form } = question
  if (Array.isArray(key)) return key.some((part) => !accepted.includes(part))
  if (!accepted.includes(key)) return true
  if (form === 'true-false') return key !== 'true' && key !== 'false'
  if (form !== 'choice') return false
  const options = optionTexts({ question } as never)
  const right = options.filter(
    (option) => option === key || (telling.includes(option) && /^\p{L}/u.test(option)) || sameThing(option, key),
  )
  return right.length !== 1
}

const VAGUE =
  /^(?:thing|things|way|ways|part|parts|people|time|times|number|amount|place|example|use|type|types|form|forms|area|group|groups|result|process|system|method|others?|it|this|that|many|most|some|more|several|various)$/i

/** The answer is so general that others fit as well. */
export const vagueAnswer: Lint = ({ question }) => typeof question.key === 'string' && VAGUE.test(question.key)

/** A date is asked for without saying how finely. */
export const unstatedGranularity: Lint = ({ question, facts }) => {
  const [fact] = facts
  if (fact?.slot.kind !== 'date' || /^(?:true-false|order|match)$/.test(question.form)) return false
  return !/\b(?:year|month|day|decade|century)\b/i.test(question.stem)
}

/** The blank stands where the stem's own word limit or article would decide it. */
export const articleCue: Lint = ({ question: { stem } }) => new RegExp(`\\b[Aa]n? ${BLANK}`).test(stem)
