import { formatNumber } from './format.ts'

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

/** A count as titles write it: in words up to ninety-nine ("no" for none), in figures above. */
export const inWords = (n: number): string => {
  if (!Number.isInteger(n) || n < 0 || n > 99) return formatNumber(n)
  const unit = UNITS[n]
  if (unit) return unit
  const tens = TENS[Math.floor(n / 10)] ?? ''
  return n % 10 === 0 ? tens : `${tens}-${UNITS[n % 10]}`
}

/** With a capital at its head, to open a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
