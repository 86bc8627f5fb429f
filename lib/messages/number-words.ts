import type { Language } from './languages.ts'

const UNITS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const english = (n: number): string => {
  const unit = UNITS[n]
  if (unit) return unit
  const tens = TENS[Math.floor(n / 10)] ?? ''
  return n % 10 === 0 ? tens : `${tens}-${UNITS[n % 10]}`
}

/** A whole number below a hundred in words, where the language has words that fit any noun; null elsewhere. */
export const inWordsOf = (language: Language, n: number): string | null => {
  if (!Number.isInteger(n) || n < 0 || n > 99) return null
  // Polish numerals bend with the gender of what they count, so there figures are right.
  return language === 'pl' ? null : english(n)
}
