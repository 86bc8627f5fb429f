import { plainCharacters } from './characters.ts'
import { dropDateCommas, readDates, readDigitDates } from './dates.ts'
import { numericToken, readNumbers } from './numbers.ts'
import { readFractions, readSpelling } from './spelling.ts'

const CURRENCIES = new Map(
  Object.entries({
    usd: 'usd',
    dollar: 'usd',
    dollars: 'usd',
    eur: 'eur',
    euro: 'eur',
    euros: 'eur',
    gbp: 'pounds',
    sterling: 'pounds',
    jpy: 'jpy',
    yen: 'jpy',
    rub: 'rub',
    ruble: 'rub',
    rubles: 'rub',
    rouble: 'rub',
    roubles: 'rub',
  }),
)
const UNITS = new Map(
  Object.entries({
    kilometre: 'km',
    kilometres: 'km',
    kilometer: 'km',
    kilometers: 'km',
    metre: 'm',
    metres: 'm',
    meter: 'm',
    meters: 'm',
    mi: 'miles',
    mile: 'miles',
    kilogram: 'kg',
    kilograms: 'kg',
    kilos: 'kg',
    gram: 'g',
    grams: 'g',
    pound: 'pounds',
    lb: 'pounds',
    lbs: 'pounds',
    centimetre: 'cm',
    centimetres: 'cm',
    centimeter: 'cm',
    centimeters: 'cm',
    millimetre: 'mm',
    millimetres: 'mm',
    millimeter: 'mm',
    millimeters: 'mm',
    litre: 'l',
    litres: 'l',
    liter: 'l',
    liters: 'l',
    millilitre: 'ml',
    millilitres: 'ml',
    milliliter: 'ml',
    milliliters: 'ml',
    hour: 'h',
    hours: 'h',
    hr: 'h',
    hrs: 'h',
    minute: 'min',
    minutes: 'min',
    mins: 'min',
    pct: 'percent',
  }),
)
const HEDGES = new Set(['about', 'approximately', 'approx', 'around', 'roughly', 'some', 'circa', 'ca', 'year'])
const PLACE_WORDS = new Set(['in', 'on', 'at'])
const LIST_MARK = ','

/** Whether a token holds a digit: such tokens are right or wrong, never misspelt. */
export const hasDigit = (token: string): boolean => /\d/.test(token)

const split = (text: string, dayFirst: boolean): string[] => {
  const dated = readDigitDates(plainCharacters(text), dayFirst)
  const spaced = readFractions(dated)
    .replace(/(?:°|\bdegrees?) ?(c|f)(?:elsius|ahrenheit)?\b/g, (_all, scale) =>
      scale === 'c' ? ' celsius' : ' fahrenheit',
    )
    .replace(/(?<![\d.,])\.(?=\d)/g, '0.')
    // A decimal comma; a thousand has three digits behind it, a list a space.
    .replace(/(?<![\d.,])(\d+),(\d{1,2})(?![\d,])/g, '$1.$2')
    .replace(/(?<=\d)m(?= (?:euros?|dollars?|pounds?|yen|rou?bles?|usd|eur|gbp)\b)/g, ' million')
    .replace(/(?<=\b(?:usd|eur|gbp|jpy|rub) ?\d+(?:\.\d+)?)m\b/g, ' million')
    .replace(/(\d{4}) to (?=\d{4})/g, '$1 ')
    // Thousands: 18,000 and 18 000, but not the year in "December 15, 2016".
    .replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d])/g, (number) => number.replaceAll(',', ''))
    .replace(/(?<![\d.,])\d{1,3}(?:[ \u2009\u202f\u00a0]\d{3})+(?![\d])/gu, (number) => number.replace(/\D/g, ''))
    // 1904–05 is 1904–1905.
    .replace(/(?<!\d)(\d{2})(\d{2}) ?[-–—] ?(\d{2})(?![\d-])/g, (all, century, from, to) =>
      to > from ? `${century}${from} ${century}${to}` : all,
    )
    .replace(/\b(?:square|sq\.?) (km|kilomet\p{L}+|miles?|met(?:re|er)s?)\b/gu, '$1 2')
    .replace(/(\d)(bn|mn|tn|k|km|kg|cm|mm|ml|m|g|l|h|min)\b/g, (_all, digit, unit) =>
      unit === 'k' ? `${digit} thousand` : `${digit} ${unit}`,
    )
    .replace(/\bu\.\s?s\./g, 'us')
    .replace(/(?<![\d\p{L}])[-−](?=\d)|\bminus (?=\d)/gu, 'MINUS')
  return (
    spaced.match(/(?:\d+|\*)-\d\d-(?:\d\d|\*)|\d+over\d+|(?:MINUS)?\d+(?:\.\d+)?[\p{L}]*|[\p{L}\p{M}]+|[,;]/gu) ?? []
  ).map((token) => (token === ';' ? LIST_MARK : token.replace('MINUS', '-')))
}

/** Currencies by one name, after their amount; units by one name. */
const readUnits = (tokens: readonly string[]): string[] => {
  const read: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? ''
    const next = CURRENCIES.get(tokens[i + 1] ?? '')
    if (['us', 'american', 'pounds'].includes(token) && next !== undefined) continue
    const currency = CURRENCIES.get(token)
    const amount = numericToken(tokens[i + 1] ?? '')
    if (currency !== undefined && amount !== null && numericToken(read.at(-1) ?? '') === null) {
      read.push(amount, currency)
      i += 1
    } else read.push(currency ?? (numericToken(read.at(-1) ?? '') === null ? token : (UNITS.get(token) ?? token)))
  }
  return read
}

const dropSmallWords = (tokens: readonly string[]): string[] => {
  const rest = tokens.filter((token, i) => token !== 'the' || (tokens.length === 1 && i === 0))
  const drops = (first: string, second: string) =>
    first === 'a' || first === 'an' || PLACE_WORDS.has(first) || (HEDGES.has(first) && hasDigit(second))
  while (rest.length > 1 && drops(rest[0] ?? '', rest[1] ?? '')) rest.shift()
  if (rest.length > 1 && hasDigit(rest.at(-2) ?? '') && ['ad', 'ce'].includes(rest.at(-1) ?? '')) rest.pop()
  return rest
}

/** Words of a text in one form, with ',' where a list was broken. `dayFirst` decides 5/4/2016. */
const listed = (text: string, dayFirst: boolean): string[] => {
  const words = readSpelling(split(text, dayFirst))
  const numbers = readNumbers(words)
  return dropSmallWords(readUnits(readDates(dropDateCommas(numbers, LIST_MARK))))
}

/** One answer in the form that answers are compared in. */
export type Normal = {
  /** Lower case, no accents, articles or punctuation; numbers as digits, dates as one token. */
  tokens: string[]
  /** The items of a list ("Iturup and Urup"), sorted; one item where it is none. */
  items: string[]
}

const normal = (text: string, dayFirst: boolean): Normal => {
  const words = listed(text, dayFirst)
  const items: string[][] = [[]]
  for (const word of words) {
    if (word === LIST_MARK || word === 'and') items.push([])
    else items.at(-1)?.push(word)
  }
  return {
    tokens: words.filter((word) => word !== LIST_MARK),
    items: items
      .filter((item) => item.length > 0)
      .map((item) => dropSmallWords(item).join(' '))
      .sort(),
  }
}

/** Every reading of a text: one, or two where a date in digits can be read both ways. */
export const readings = (text: string): Normal[] => {
  const dayFirst = normal(text, true)
  const monthFirst = normal(text, false)
  return dayFirst.tokens.join(' ') === monthFirst.tokens.join(' ') ? [dayFirst] : [dayFirst, monthFirst]
}

/** The form in which two answers are the same when they mean the same, as one line. */
export const normalise = (text: string): string => normal(text, true).tokens.join(' ')
