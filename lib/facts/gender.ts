import { givenNames, womensNames } from './lexicon/names.ts'
import type { Entity } from './types.ts'

export type Gender = 'he' | 'she'

/** How much of a text tells of whom it speaks. */
const HEAD = 40_000
/** A life says "he" or "she" more often than once in so many letters. */
const LETTERS_A_PRONOUN = 400

/** By title or given name; null where neither is known. */
export const genderByName = ({ type, names }: Entity): Gender | null => {
  if (type !== 'person') return null
  const firsts = names.map((name) => name.split(' ')[0] ?? '')
  if (firsts.some((first) => womensNames.has(first))) return 'she'
  return firsts.some(
    (first) =>
      givenNames.has(first) ||
      /^(?:King|Sir|Lord|Mr\.?|Prince|Emperor|Pope|Duke|Earl|Count|Baron|Tsar|Father)$/.test(first),
  )
    ? 'he'
    : null
}

/** Of whom a text about one person mostly speaks. */
export const genderIn = (text: string): Gender | null => {
  const head = text.slice(0, HEAD)
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const [he, she] = [count(/\b(?:he|his|him)\b/gi), count(/\b(?:she|hers?)\b/gi)]
  const enough = Math.max(3, head.length / LETTERS_A_PRONOUN)
  if (he > she * 3 && he > enough) return 'he'
  return she > he * 3 && she > enough ? 'she' : null
}
