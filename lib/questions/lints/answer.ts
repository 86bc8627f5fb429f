import { tells } from '#lib/base/index.ts'
import { BLANK } from '../stem.ts'
import { type Lint, optionTexts, wordsOf } from './lint.ts'

const SMALL = new Set(
  'the and for with from that this into over under upon city river lake island islands sea state states treaty war battle university law act empire kingdom republic system process theory method cell cells'.split(
    ' ',
  ),
)
const stemmed = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?:isations?|izations?|ations?|ically|ities|ments?|ness|ings?|ied|ies|ers?|ors?|ed|es|ly|al|ic|s)$/, '')
    .replace(/e$/, '')

/** Whether a text has a long word of the answer, in whatever inflection. */
export const sharesWord = (text: string, answer: string): boolean => {
  const there = new Set(
    wordsOf(text)
      .filter((word) => word.length > 4)
      .map(stemmed),
  )
  return wordsOf(answer).some(
    (word) =>
      word.length > 4 &&
      /^\p{L}/u.test(word) &&
      !SMALL.has(word.toLowerCase()) &&
      stemmed(word).length > 3 &&
      there.has(stemmed(word)),
  )
}

/** The answer, one of its names, a demonym or an inflection of its main word stands in the stem. */
export const answerLeak: Lint = ({ question, telling }) => {
  if (/^(?:true-false|order|match)$/.test(question.form)) return false
  const stem = question.stem.replace(/____(?: \([^)]*\))?/, ' ')
  if (tells(stem, telling, 1)) return true
  return typeof question.key === 'string' && sharesWord(stem, question.key)
}

/** The context line above the stem gives the answer. */
export const contextLeak: Lint = ({ question, telling, contextLine }) => {
  if (/^(?:true-false|order|match)$/.test(question.form)) return false
  return tells(contextLine, telling) || (typeof question.key === 'string' && sharesWord(contextLine, question.key))
}

/** Initials of a name in the stem are the answer, or the answer's initials stand in it. */
export const abbreviationLeak: Lint = ({ question }) => {
  if (typeof question.key !== 'string' || /^(?:true-false|order|match)$/.test(question.form)) return false
  const stem = question.stem
  // Asked for openly, the letters are the question itself.
  if (/^What does the abbreviation “[^”]+” stand for\?$/.test(stem)) return false
  const words = question.key
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:of|the|and|for)$/.test(word))
  const initials = words.map((word) => word.slice(0, 1).toUpperCase()).join('')
  if (words.length >= 2 && initials.length >= 2 && standsAlone(stem, initials)) return true
  return /^\p{Lu}{2,6}$/u.test(question.key) && spelledOut(stem, question.key)
}

/** Whether initials, or their plural in -s, stand in a text as a word. */
const standsAlone = (text: string, initials: string): boolean =>
  text.includes(initials) && (text.match(/\p{L}+/gu) ?? []).some((word) => word === initials || word === `${initials}s`)

/** Whether words with these initials stand in a row; one of "of", "the", "and", "for" may stand between two of them. */
const spelledOut = (text: string, initials: string): boolean => {
  const letters = [...initials.toLowerCase()]
  const words = [...text.toLowerCase().matchAll(/(\p{L}+)([\s-]*)/gu)].map(([, word = '', gap = '']) => ({ word, gap }))
  const fits = (at: number, letter: number): boolean => {
    const one = words[at]
    if (!one?.word.startsWith(letters[letter] ?? '') || one.word.length < 2) return false
    if (letter === letters.length - 1) return true
    if (one.gap === '') return false
    const small = words[at + 1]
    const over = small !== undefined && small.gap === ' ' && /^(?:of|the|and|for)$/.test(small.word)
    return fits(at + 1, letter + 1) || (over && fits(at + 2, letter + 1))
  }
  return words.some((_, at) => fits(at, 0))
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
export const articleCue: Lint = ({ question: { stem } }) => ARTICLE_BLANK.test(stem)

const ARTICLE_BLANK = new RegExp(`\\b[Aa]n? ${BLANK}`)
