import type { DateMention, Quantity, Token } from './types.ts'

const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const NUMBER_WORDS = Object.entries(WORDS)
const MULTIPLIERS = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion'])
const UNITS = new Set(
  '% ° percent km m cm mm nm kg g mg ml l mi ft °C °F K V W Hz kHz MHz GHz MB GB TB bits bytes kilometres kilometers metres meters centimetres centimeters millimetres millimeters micrometres micrometers nanometres nanometers miles feet inches litres liters millilitres milliliters grams kilograms tonnes tons pounds degrees hours minutes seconds milliseconds days weeks months years volts watts amperes joules calories hertz dollars euros yen rubles knots hectares acres'.split(
    ' ',
  ),
)
/** A number after one of these is a label or a place in a row, not a quantity. */
const LABELS = new Set(
  'figure fig fig. table chapter section part page article amendment paragraph clause no no. nos nos. number step volume vol vol. version level type phase rule lesson grade route channel note item line question act title windows'.split(
    ' ',
  ),
)

/** The word for a small whole number, for accepting either. */
export const numberWord = (value: number): string | null => NUMBER_WORDS.find(([, n]) => n === value)?.[0] ?? null

const NUMERIC = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/

const numberOf = (text: string): number | null => {
  const word = WORDS[text.toLowerCase()]
  if (word !== undefined) return word
  return NUMERIC.test(text) ? Number(text.replaceAll(',', '')) : null
}

const isPlural = (token: Token | undefined) =>
  token !== undefined &&
  (token.pos === 'NOUN' || token.pos === 'PROPN') &&
  (/[^s]s$/.test(token.lower) ||
    /^(?:people|men|women|children|species|mice|teeth|feet|bacteria|phyla|genera|nuclei|electrons|vertebrae|larvae)$/.test(
      token.lower,
    ))

/** The thing counted: adjectives and nouns up to a plural, at most four words. */
const countedFrom = (tokens: Token[], from: number): { end: number; text: string } | null => {
  for (let i = from; i < Math.min(tokens.length, from + 4); i++) {
    const token = tokens[i]
    if (!token) return null
    if (isPlural(token) && !isPlural(tokens[i + 1]))
      return {
        end: i,
        text: tokens
          .slice(from, i + 1)
          .map((t) => t.text)
          .join(' '),
      }
    if (!/^(?:ADJ|NOUN|PROPN|VERB)$/.test(token.pos)) return null
  }
  return null
}

/** Quantities of a sentence: digits or number words with a unit, a percentage, money, or a plural that is counted. */
export const quantitiesIn = (tokens: Token[], dates: DateMention[]): Quantity[] => {
  const out: Quantity[] = []
  tokens.forEach((token, i) => {
    const value = numberOf(token.text)
    if (value === null || dates.some((date) => token.start < date.end && token.end > date.start)) return
    const before = tokens[i - 1]
    if (
      before &&
      (LABELS.has(before.lower) ||
        /^[-–/:×+^=*]$/.test(before.text) ||
        (before.pos === 'PROPN' && !/^(?:US|USD)$/.test(before.text)))
    )
      return
    const next = tokens[i + 1]
    if (next && /^[-–/:×+^=*)]$/.test(next.text)) return
    const multiplied = next && MULTIPLIERS.has(next.lower)
    const afterIndex = multiplied ? i + 2 : i + 1
    const after = tokens[afterIndex]
    const digits = /^\d/.test(token.text)
    const money = before !== undefined && /^(?:\$|€|£|US\$|¥)$/.test(before.text)
    const prefix = multiplied ? `${next.text} ` : ''
    const base = { start: token.start, end: token.end, surface: token.text, value, digits }
    if (money) out.push({ ...base, unit: `${prefix}${before.text}`.trim(), counted: false })
    else if (after?.lower === 'per' && tokens[afterIndex + 1]?.lower === 'cent')
      out.push({ ...base, unit: 'per cent', counted: false })
    else if (after && UNITS.has(after.text)) out.push({ ...base, unit: `${prefix}${after.text}`, counted: false })
    else {
      // "Nos. 11 and 20 Squadrons": numbers that are names.
      if (before?.lower === 'and' && after?.pos === 'PROPN' && digits) return
      const counted = countedFrom(tokens, afterIndex)
      const final =
        after?.pos === 'PUNCT' &&
        afterIndex >= tokens.length - 1 &&
        (/^(?:at|is|was|reaches|reached|exceeds|exceeded|equals|to)$/.test(before?.lower ?? '') ||
          // "The conspiracy of 65" is a year.
          (before?.lower === 'of' && (value >= 100 || tokens[i - 2]?.lower === 'age')))
      if (final && !multiplied) out.push({ ...base, unit: '', counted: false })
      if (counted) out.push({ ...base, unit: `${prefix}${counted.text}`, counted: true })
    }
  })
  return out
}

/** The number that a word names, or null. */
export const wordNumber = (text: string): number | null => WORDS[text.toLowerCase()] ?? null
