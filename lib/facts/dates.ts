import type { DateMention, Edit, Granularity } from './types.ts'

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SHORT: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

/** Optimal string alignment, at most 2; for words of at most 12 letters. */
const nearMonth = (word: string, target: string): boolean => {
  if (Math.abs(word.length - target.length) > 2 || word[0] !== target[0]) return false
  let row = Array.from({ length: target.length + 1 }, (_, j) => j)
  for (let i = 1; i <= word.length; i++) {
    const next = [i]
    for (let j = 1; j <= target.length; j++) {
      const same = word[i - 1] === target[j - 1] ? 0 : 1
      next.push(Math.min((row[j - 1] ?? 9) + same, (row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1))
    }
    row = next
  }
  return (row[target.length] ?? 9) <= 2
}

/** Month number of a word; `fuzzy` also takes a misspelt one of five letters or more ("Marach"). */
const monthOf = (word: string, fuzzy: boolean): number | null => {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const exact = MONTHS.findIndex((month) => month.toLowerCase() === lower)
  if (exact >= 0) return exact + 1
  const short = SHORT[lower]
  if (short !== undefined) return short
  if (!fuzzy || lower.length < 5 || lower.length > 12) return null
  const near = MONTHS.findIndex((month) => nearMonth(lower, month.toLowerCase()))
  return near >= 0 ? near + 1 : null
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const YEAR = '(?:1\\d{3}|20\\d\\d)'
const ERA = '(?: (?:BCE?|CE|AD)\\b)?'

const PATTERNS: { pattern: RegExp; read: (match: RegExpExecArray) => Parts | null }[] = [
  {
    pattern: new RegExp(
      `\\b(${DAY})(?:st|nd|rd|th)?(?: ?[-–] ?(${DAY}))?(?: of)? ([A-Z][a-z]{2,10}\\.?),? (${YEAR})\\b`,
      'g',
    ),
    read: (m) => parts('day', m[4], monthOf(m[3] ?? '', true), m[1], m[2]),
  },
  {
    pattern: new RegExp(`\\b([A-Z][a-z]{2,10}\\.?) (${DAY})(?:st|nd|rd|th)?(?: ?[-–] ?(${DAY}))?, (${YEAR})\\b`, 'g'),
    read: (m) => parts('day', m[4], monthOf(m[1] ?? '', true), m[2], m[3]),
  },
  {
    pattern: new RegExp(`\\b([A-Z][a-z]{2,10}\\.?),? (?:of )?(${YEAR})\\b`, 'g'),
    read: (m) => parts('month', m[2], monthOf(m[1] ?? '', false)),
  },
  { pattern: /\b(1\d{3}|20\d\d) ?[-–] ?(1\d{3}|20\d\d|\d\d?)\b(?![-–]\d)/g, read: (m) => parts('range', m[1], null) },
  { pattern: /\b(1\d|20)(\d0)s\b/g, read: (m) => parts('decade', `${m[1]}${m[2]}`, null) },
  {
    pattern:
      /\b(\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[- ]century(?: (?:BCE?|AD|CE)\b)?/gi,
    read: (m) => centuryParts(m[0]),
  },
  { pattern: /\b(\d{1,4}) (BCE?)\b/g, read: (m) => parts('year', `-${m[1]}`, null) },
  { pattern: /\b(?:AD|CE) (\d{2,4})\b/g, read: (m) => parts('year', m[1], null) },
  { pattern: new RegExp(`\\b(${YEAR})\\b${ERA}`, 'g'), read: (m) => parts('year', m[1], null) },
]

type Parts = {
  granularity: Granularity
  year: number
  month: number | null
  day: number | null
  lastDay: number | null
}

const parts = (
  granularity: Granularity,
  year = '',
  month: number | null,
  day?: string,
  lastDay?: string,
): Parts | null => {
  if (granularity !== 'year' && granularity !== 'range' && granularity !== 'decade' && month === null) return null
  return {
    granularity,
    year: Number(year),
    month,
    day: day ? Number(day) : null,
    lastDay: lastDay ? Number(lastDay) : null,
  }
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  )

const centuryParts = (text: string): Parts => {
  const lower = text.toLowerCase()
  const digits = /\d{1,2}/.exec(lower)?.[0]
  const number = digits ? Number(digits) : ORDINALS.findIndex((word) => lower.startsWith(word)) + 1
  const year = /bc/.test(lower) ? -number * 100 : (number - 1) * 100 + 1
  return { granularity: 'century', year, month: null, day: null, lastDay: null }
}

/** After these a bare number of four digits is a year. */
const YEAR_CUE =
  /(?:\b(?:in|since|by|from|until|till|before|after|during|of|year|around|about|circa|c\.|to|and|between|early|late|mid|through|the|or|spring|summer|autumn|fall|winter|christmas|(?:early|late|mid)-)|[(–,-]|^)\s?$/i
const UNIT_AFTER =
  /^\s?(?:%|[°$€£]|(?:people|men|women|soldiers|troops|species|km|kilometres|kilometers|miles|metres|meters|m|feet|ft|kg|tonnes|tons|grams|g|members|students|copies|words|pages|years|days|hours|times|percent|per|degrees|volts|watts|ships|pounds|dollars|euros|inhabitants|residents|genes|cells|bytes|bits|mb|gb|calories|kcal|islands|votes|seats|litres|liters|of the)\b)/i

const normalOf = (p: Parts, surface: string): string => {
  const month = p.month === null ? '' : (MONTHS[p.month - 1] ?? '')
  if (p.granularity === 'day') return `${p.day}${p.lastDay ? `–${p.lastDay}` : ''} ${month} ${p.year}`
  if (p.granularity === 'month') return `${month} ${p.year}`
  return surface
}

const orderOf = (p: Parts): number => p.year * 372 + ((p.month ?? 1) - 1) * 31 + ((p.day ?? 1) - 1)

/** Dates in a levelled sentence; offsets are from `offset`. The longest reading of a place wins. */
export const datesIn = (level: string, offset: number): DateMention[] => {
  if (!/\d{2}|century/i.test(level)) return []
  const out: DateMention[] = []
  const taken: [number, number][] = []
  for (const { pattern, read } of PATTERNS) {
    for (const match of level.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (taken.some(([from, to]) => start < to && end > from)) continue
      const found = read(match)
      if (!found || !isYearLike(found, level, start, end)) continue
      taken.push([start, end])
      const digits = match[0].lastIndexOf(String(Math.abs(found.year)))
      const from = digits >= 0 && found.granularity !== 'century' ? start + digits : start
      const yearLength =
        digits >= 0 &&
        found.granularity !== 'century' &&
        found.granularity !== 'range' &&
        found.granularity !== 'decade'
          ? String(Math.abs(found.year)).length
          : end - from
      out.push({
        start: offset + start,
        end: offset + end,
        granularity: found.granularity,
        year: found.year,
        month: found.month,
        day: found.day,
        yearSpan: { start: offset + from, end: offset + from + yearLength },
        normal: normalOf(found, match[0]),
        order: orderOf(found),
        misspelt: misspeltIn(match[0], found.month, offset + start),
      })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

/** A word of a date that is no month's name but was read as one. */
const misspeltIn = (surface: string, month: number | null, start: number): Edit | null => {
  const word = /[A-Z][a-z]{2,10}/.exec(surface)
  if (!word || month === null || monthOf(word[0], false) !== null) return null
  return { start: start + word.index, end: start + word.index + word[0].length, text: MONTHS[month - 1] ?? word[0] }
}

const isYearLike = (found: Parts, level: string, start: number, end: number): boolean => {
  if (found.granularity === 'range')
    return (
      !/[\w.,$€£]$/.test(level.slice(Math.max(0, start - 1), start)) && !UNIT_AFTER.test(level.slice(end, end + 16))
    )
  if (found.granularity !== 'year') return true
  if (/[.,]\d/.test(level.slice(end, end + 2)) || /[\d.,$€£#/]$/.test(level.slice(Math.max(0, start - 1), start)))
    return false
  if (UNIT_AFTER.test(level.slice(end, end + 16))) return false
  if (/\b(?:BCE?|CE|AD)\b/.test(level.slice(start, end))) return true
  return YEAR_CUE.test(level.slice(Math.max(0, start - 12), start))
}
