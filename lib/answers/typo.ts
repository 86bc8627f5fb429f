import { editDistance } from './distance.ts'
import { hasDigit } from './normalise.ts'

/** Slips forgiven in a word of so many letters: none up to 4, one up to 8, then two. */
const slipsAllowed = (letters: number): number => (letters <= 4 ? 0 : letters <= 8 ? 1 : 2)

/** What makes another word of one, often its opposite. */
const PREFIXES = [
  ...['', 'un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'de', 'anti', 'mis', 're', 'pre', 'post', 'ex', 'a', 'an'],
  ...['en', 'em', 'endo', 'exo', 'hyper', 'hypo', 'inter', 'intra', 'mono', 'di', 'bi', 'tri', 'tetra', 'poly'],
  ...['micro', 'macro', 'sub', 'super', 'over', 'under', 'pro', 'con', 'intro', 'extro', 'sym', 'ana', 'cata'],
]
/** So much of a word has to be left behind its prefix for it to be one. */
const STEM_MIN = 4

/** "approved" and "unapproved", "hypothermia" and "hyperthermia" are two words, however few letters lie between them. */
const differByPrefix = (a: string, b: string): boolean =>
  PREFIXES.some((prefix) => {
    const stem = a.startsWith(prefix) ? a.slice(prefix.length) : ''
    return stem.length >= STEM_MIN && b.endsWith(stem) && PREFIXES.includes(b.slice(0, b.length - stem.length))
  })

/** Slips between two words, or null where they are more than the length of `text` allows. */
const wordSlips = (given: string, text: string): number | null => {
  if (given === text) return 0
  if (hasDigit(given) || hasDigit(text) || differByPrefix(given, text)) return null
  const allowed = slipsAllowed(text.length)
  const slips = editDistance(given, text, allowed)
  // A wrong first letter of a shorter word makes another word more often than a misspelt one (Russia, Prussia).
  const swapped = given[0] === text[1] && given[1] === text[0]
  if (text.length <= 8 && given[0] !== text[0] && !swapped) return null
  return slips <= allowed ? slips : null
}

/** Whether all of `part` stands in `whole`, in that order. */
const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
  let found = 0
  for (const token of whole) if (token === part[found]) found += 1
  return found === part.length
}

/**
 * How many slips of the pen lie between a given answer and a text, both as tokens; null where they are more than a
 * typo. Tokens with digits must be equal, so that no wrong year or number passes.
 */
export const slipsBetween = (given: readonly string[], text: readonly string[]): number | null => {
  const numbers = (tokens: readonly string[]) => tokens.filter(hasDigit).join(' ')
  if (numbers(given) !== numbers(text)) return null
  const letters = text.filter((token) => !hasDigit(token)).join('').length
  if (given.length !== text.length) {
    // A word too few or too many is no slip, however short it is (Vitamin A).
    if (isWithin(given, text) || isWithin(text, given)) return null
    const slips = editDistance(given.join(''), text.join(''), 1)
    return slips <= Math.min(1, slipsAllowed(letters)) ? Math.max(1, slips) : null
  }
  let total = 0
  for (const [i, word] of text.entries()) {
    const slips = wordSlips(given[i] ?? '', word)
    if (slips === null) return null
    total += slips
  }
  return total <= slipsAllowed(letters) ? total : null
}
