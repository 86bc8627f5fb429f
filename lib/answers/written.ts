import { editDistance } from './distance.ts'
import type { Markable } from './mark.ts'
import { type Names, namesOf, sameAnswer } from './names.ts'
import { hasDigit, type Normal, normalise, readings } from './normalise.ts'
import { numericToken } from './numbers.ts'
import { slipsBetween } from './typo.ts'

export type WrittenMark = {
  verdict: 'right' | 'wrong'
  nearly: boolean
  /** What to set beside what was given: the key, or the spelling of it that comes nearest. */
  beside: string
}

const keyOf = (question: Markable): string =>
  typeof question.key === 'string' ? question.key : question.key.join(', ')

/** "Iturup (Etorofu)" is also accepted as "Iturup". */
const withoutParentheses = (text: string): string[] => {
  const bare = text.replace(/\s*\([^()]*\)/g, '').trim()
  return bare === '' || bare === text ? [text] : [text, bare]
}

/** Everything that counts as right, the key first. */
const acceptedTexts = (question: Markable, names: Names): string[] => {
  const own = [keyOf(question), ...question.accepted].flatMap(withoutParentheses)
  const withUnit = question.unit === undefined ? [] : own.filter((text) => numericToken(normalise(text)) !== null)
  const texts = [...own, ...withUnit.map((text) => `${text} ${question.unit}`), ...own.flatMap(names.othersFor)]
  return [...new Set(texts)]
}

const ERAS = ['bc', 'bce']

/**
 * A bare number for an amount ("4.4 billion" for "US$4.4 billion", "four" for "four islands") and an amount for a bare
 * number where the question names no unit that it could contradict.
 */
const sameNumber = (given: readonly string[], text: readonly string[], unit: string | undefined): boolean => {
  const [short, long] = given.length < text.length ? [given, text] : [text, given]
  const number = numericToken(short[0] ?? '')
  if (short.length !== 1 || long.length !== 2 || number === null || numericToken(long[0] ?? '') !== number) return false
  const word = long[1] ?? ''
  if (hasDigit(word) || ERAS.includes(word)) return false
  return short === given || unit === undefined
}

/** Answers that are known to be something else: other options, names of other things, keys of other questions. */
const rivalsOf = (
  question: Markable,
  aliases: readonly (readonly string[])[],
  known: readonly string[],
  isRight: (text: string) => boolean,
) => {
  const options = question.options?.map((option) => option.text) ?? []
  return [...options, ...aliases.flat(), ...known].filter((text) => !isRight(text)).map(normalise)
}

const nearestText = (given: string, texts: readonly string[]): string => {
  const from = given.toLowerCase().slice(0, 200)
  const ranked = texts.map((text) => ({ text, distance: editDistance(from, text.toLowerCase()) }))
  return ranked.reduce((best, one) => (one.distance < best.distance ? one : best)).text
}

/** Whether two texts are one answer but for case, accents, punctuation and slips of the pen. */
const isSpellingOf = (text: string, key: string): boolean => {
  const [tokens, keyTokens] = [text, key].map((one) => readings(one)[0]?.tokens ?? [])
  return slipsBetween(tokens ?? [], keyTokens ?? []) !== null
}

/** Marks what was typed. See `mark` for what is forgiven. */
export const markWritten = (
  question: Markable,
  given: string,
  aliases: readonly (readonly string[])[],
  known: readonly string[],
): WrittenMark => {
  const names = namesOf(aliases)
  const texts = acceptedTexts(question, names)
  const accepted = texts.flatMap(readings)
  const givens = readings(given)
  const equals = (one: Normal) =>
    accepted.some((text) => sameAnswer(one, text, names) || sameNumber(one.tokens, text.tokens, question.unit))
  const key = keyOf(question)
  const nearest = nearestText(given, texts)
  // Another name of the thing or a form of the number is accepted, but it is not what the text says.
  const beside = isSpellingOf(nearest, key) ? nearest : key
  if (givens.some(equals)) return { verdict: 'right', nearly: false, beside }
  const wrong = { verdict: 'wrong', nearly: false, beside: key } as const
  const slips = givens.flatMap((one) =>
    accepted.map((text) => slipsBetween(one.tokens, text.tokens) ?? Number.POSITIVE_INFINITY),
  )
  const fewest = Math.min(Number.POSITIVE_INFINITY, ...slips)
  if (fewest === Number.POSITIVE_INFINITY) return wrong
  const isRight = (text: string) =>
    readings(text).some((one) => accepted.some((right) => sameAnswer(one, right, names)))
  const line = normalise(given)
  const rivals = rivalsOf(question, aliases, known, isRight)
  // As near to another answer as to this one: it may well be meant as that.
  const isRival = rivals.some((rival) => editDistance(line, rival, fewest) <= fewest)
  return isRival ? wrong : { verdict: 'right', nearly: true, beside }
}
