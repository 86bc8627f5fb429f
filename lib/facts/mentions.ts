import { MONTHS } from './dates.ts'
import { classNouns, firstWordTypes, lastWordTypes, ofHeads } from './lexicon/heads.ts'
import { givenNames, occupations, personTitles } from './lexicon/names.ts'
import {
  cities,
  continents,
  countries,
  countryAliases,
  islands,
  languages,
  mountains,
  oceans,
  planets,
  programming,
  regions,
  rivers,
} from './lexicon/places.ts'
import type { EntityType } from './types.ts'

/** A run of capitalised words that names something, before names of one thing are joined. */
export type RawMention = {
  start: number
  end: number
  text: string
  type: EntityType
  sure: boolean
  role: string | null
}

type Piece = { text: string; at: number }

const countryNames = new Set([...countries.map((country) => country.name), ...countryAliases.flat()])
const demonyms = new Set(countries.flatMap((country) => country.demonyms).filter((word) => word !== ''))
const capitals = new Set(countries.map((country) => country.capital))
for (const word of [
  'European',
  'Asian',
  'African',
  'Western',
  'Eastern',
  'Arab',
  'Jewish',
  'Roman',
  'Christian',
  'Muslim',
  'Islamic',
  'Catholic',
  'Protestant',
  'Buddhist',
  'Hindu',
  'Byzantine',
  'Babylonian',
  'Sumerian',
  'Mongol',
  'Slavic',
  'Germanic',
  'Celtic',
  'Norse',
  'Viking',
  'Aztec',
  'Inca',
  'Maya',
  'Mayan',
  'Anglo-Saxon',
  'Norman',
  'Bolshevik',
  'Bolsheviks',
  'Allied',
  'Allies',
  'Axis',
  'Communist',
  'Nazi',
  'Nazis',
  'Romans',
  'Victorian',
  'Marxist',
  'Republican',
  'Democratic',
  'Democrat',
  'Conservative',
  'Liberal',
  'Socialist',
  'Confederate',
  'Latin',
  'Austro-Hungarian',
  'Sino-Soviet',
  'Russo-Japanese',
  'Franco-Prussian',
  'Anglo-American',
])
  demonyms.add(word)

const DAYS = new Set('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '))
const NEVER = new Set(
  `The A An In On At It He She They This That These Those By For After Before However When While If As But And Or Nor So Yet Its Their His Her There We I You My Our Your From During Although Though Since Most Some Many All Under With Without Each Every Both No Not One Two Three Four Five Six Seven Eight Nine Ten Such Other Another Several Few Because Despite Unlike Like Through Between Among Within Over Into Once Until Upon Also Then Thus Hence Here Where Which What Who Why How Today Now Later Earlier Finally First Second Third Next Instead Moreover Furthermore Meanwhile Nevertheless Nonetheless Therefore Otherwise Only Even Still Just Perhaps Early Late Modern Ancient New Old Great Around About Across Against Along Above Below Per Near To Of Any Either Neither More Less Much Same Using Given Following According Additionally Similarly Consequently Subsequently Eventually Originally Initially Historically Unfortunately Interestingly Typically Usually Generally Often Sometimes Always Never Yes Let See Note Together Almost Nearly Roughly Approximately Anyone Everyone Nobody Someone Half Part Whereas Whether Unless Provided Besides Alongside Throughout Beyond Inside Outside Opposite`.split(
    ' ',
  ),
)

const isCapital = (text: string) => /^\p{Lu}/u.test(text)
const isInitialism = (text: string) => /^\p{Lu}[\p{Lu}\d&-]+s?$/u.test(text) && text.length <= 6
const NAME_PARTICLES = new Set([
  'de',
  'von',
  'van',
  'der',
  'den',
  'di',
  'da',
  'du',
  'del',
  'al',
  'bin',
  'ibn',
  'el',
  'dos',
  'la',
  'le',
  'ter',
  'zu',
])

export type CapitalStatistics = { capital: Map<string, number>; lower: Map<string, number> }

/** How often each word stands capitalised within a sentence, and how often in lower case. */
export const countCapitals = (pieces: Piece[], into: CapitalStatistics): void => {
  pieces.forEach((piece, i) => {
    if (i === 0 || !/^\p{L}{2,}/u.test(piece.text)) return
    const target = isCapital(piece.text) ? into.capital : into.lower
    const key = isCapital(piece.text) ? piece.text : piece.text
    target.set(key, (target.get(key) ?? 0) + 1)
  })
}

const lexiconType = (text: string): EntityType | null => {
  if (countryNames.has(text)) return 'country'
  if (islands.has(text)) return 'island'
  if (cities.has(text) || capitals.has(text)) return 'city'
  if (continents.has(text)) return 'continent'
  if (oceans.has(text)) return 'sea'
  if (regions.has(text)) return 'region'
  if (rivers.has(text)) return 'river'
  if (mountains.has(text)) return 'mountain'
  if (planets.has(text)) return 'planet'
  if (demonyms.has(text) || (text.endsWith('s') && demonyms.has(text.slice(0, -1)))) return 'demonym'
  if (languages.has(text)) return 'language'
  return null
}

/** Whether a sentence's first word is capitalised for its own sake. */
export const firstIsName = (pieces: Piece[], statistics: CapitalStatistics): boolean => {
  const first = pieces[0]?.text ?? ''
  if (!isCapital(first) || NEVER.has(first)) return false
  if (isInitialism(first) || lexiconType(first) || givenNames.has(first) || MONTHS.includes(first) || DAYS.has(first))
    return true
  const capital = statistics.capital.get(first) ?? 0
  const lower = statistics.lower.get(first.toLowerCase()) ?? 0
  if (capital > 0 && capital >= lower) return true
  const second = pieces[1]?.text ?? ''
  if (lower > 0) return false
  if (second === "'s" && !/(?:s|ing|ed|er)$/.test(first)) return true
  return (
    isCapital(second) &&
    !NEVER.has(second) &&
    pieces[1]?.at !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(second) &&
    !/(?:ing|ed|ly)$/.test(first)
  )
}

const typeOf = (words: string[], before: Piece[], after: Piece[]): { type: EntityType; sure: boolean } => {
  const text = words.join(' ')
  const first = words[0] ?? ''
  const last = words[words.length - 1] ?? ''
  const lexical = lexiconType(text)
  if (lexical) return { type: lexical, sure: true }
  const ofAt = words.indexOf('of')
  if (ofAt > 0) {
    const head = words[ofAt - 1] ?? ''
    const byHead = firstWordTypes.get(head) ?? lastWordTypes.get(head)
    if (byHead) return { type: byHead, sure: true }
  }
  if (words.length > 1) {
    const byLast = lastWordTypes.get(last)
    if (byLast && !(byLast === 'period' && first === 'Age')) return { type: byLast, sure: true }
    const byFirst = firstWordTypes.get(first)
    if (byFirst && ['lake', 'mountain', 'sea', 'river'].includes(byFirst)) return { type: byFirst, sure: true }
    if (/^War [IVX]+$|^World War/.test(text)) return { type: 'war', sure: true }
    if (givenNames.has(first) && !countryNames.has(last)) return { type: 'person', sure: true }
    if (/^\p{Lu}\.$/u.test(words[1] ?? '') || /^(?:\p{Lu}\.)+$/u.test(first)) return { type: 'person', sure: true }
  }
  const previous = before[before.length - 1]?.text ?? ''
  if (personTitles.has(previous) || occupations.has(previous.toLowerCase())) return { type: 'person', sure: true }
  const classBefore = previous === 'of' ? (before[before.length - 2]?.text ?? '') : previous
  const byClass = classNouns.get(classBefore.toLowerCase())
  if (byClass && previous !== 'of') return { type: byClass, sure: true }
  if (
    byClass &&
    ['city', 'town', 'island', 'port', 'village', 'region', 'province', 'river', 'lake', 'kingdom', 'state'].includes(
      classBefore.toLowerCase(),
    )
  )
    return { type: byClass, sure: true }
  const following = after.map((piece) => piece.text)
  const apposed =
    following[0] === ',' && /^(?:an?|the)$/.test(following[1] ?? '')
      ? following.slice(2, 5)
      : following[0] === 'is' || following[0] === 'was'
        ? following.slice(2, 5)
        : []
  for (const word of apposed) {
    if (occupations.has(word)) return { type: 'person', sure: true }
    const type = classNouns.get(word)
    if (type) return { type, sure: true }
    if (/^(?:of|in|that|which|,|and)$/.test(word)) break
  }
  if (programming.has(text) && words.length === 1) return { type: 'programming', sure: false }
  return { type: 'name', sure: false }
}

const isNameWord = (pieces: Piece[], i: number, startsName: boolean): boolean => {
  const piece = pieces[i]
  if (!piece || !isCapital(piece.text) || (i === 0 && !startsName)) return false
  if (MONTHS.includes(piece.text) || DAYS.has(piece.text)) return false
  return (
    !NEVER.has(piece.text) ||
    (/^(?:New|Great|Old|Second|First|Third|Early|Modern|Ancient|Two|One|Three|Far|Near|Middle|Late)$/.test(
      piece.text,
    ) &&
      i > 0 &&
      isCapital(pieces[i + 1]?.text ?? ''))
  )
}

const gapIsSpace = (pieces: Piece[], i: number): boolean => {
  const a = pieces[i]
  const b = pieces[i + 1]
  return a !== undefined && b !== undefined && b.at - (a.at + a.text.length) === 1
}

/** Index after the last piece of a name that starts at `from`. */
const nameEnd = (pieces: Piece[], from: number, known: KnownNames): number => {
  let end = from + 1
  let hasOf = false
  while (end < pieces.length) {
    const piece = pieces[end]
    if (!piece || !gapIsSpace(pieces, end - 1) || knownEnd(pieces, end, known) > end) break
    if (
      isCapital(piece.text) &&
      !MONTHS.includes(piece.text) &&
      !DAYS.has(piece.text) &&
      (!NEVER.has(piece.text) || /^[IVX]+$/.test(piece.text))
    )
      end++
    else if (/^[IVX]+$/.test(piece.text)) end++
    else {
      const next = pieces[end + 1]
      const nextName = next !== undefined && isCapital(next.text) && !NEVER.has(next.text) && gapIsSpace(pieces, end)
      const head = pieces[end - 1]?.text ?? ''
      if (piece.text === 'of' && !hasOf && ofHeads.has(head)) {
        const skip = pieces[end + 1]?.text === 'the' ? 2 : 1
        if (!isCapital(pieces[end + skip]?.text ?? '')) break
        hasOf = true
        end += skip + 1
      } else if (NAME_PARTICLES.has(piece.text) && nextName) end += 2
      else if (
        piece.text === 'and' &&
        hasOf &&
        nextName &&
        /^(?:Treaty|Ministry|Department|Bank|Act|School|Institute)$/.test(pieces[from]?.text ?? '')
      )
        end += 2
      else break
    }
  }
  return end
}

/** A title or office before a person is a role, not part of the name. */
const titledPerson = (words: string[]): { role: string | null; rest: string[] } => {
  let cut = 0
  while (
    cut < words.length - 1 &&
    (personTitles.has(words[cut] ?? '') ||
      /^(?:Prime|Vice|Deputy|Foreign|Secretary|Attorney|Crown|Defence|Defense|Finance|Interior|Cabinet|Chief|Supreme|First|Second|Rear|Affairs|Trade|Staff)$/.test(
        words[cut] ?? '',
      ))
  )
    cut++
  while (
    cut === 0 &&
    words.length > 2 &&
    demonyms.has(words[0] ?? '') &&
    words.slice(1, -1).some((word) => personTitles.has(word))
  ) {
    cut = words.findLastIndex((word, i) => personTitles.has(word) && i < words.length - 1) + 1
  }
  if (
    cut === 0 ||
    (/^(?:King|Queen|Prince|Princess|Emperor|Empress|Sir|Saint|Pope|Lord|Lady)$/.test(words[0] ?? '') &&
      words.length === 2)
  )
    return { role: null, rest: words }
  return { role: words.slice(0, cut).join(' '), rest: words.slice(cut) }
}

const OFFICES = /^(?:Affairs|Defence|Defense|State|Finance|Staff|Office|Secretary|Minister)$/

/** Whether a run holds an office and no name: "Prime Minister", "the Russian President". */
const isTitleOnly = ({ role, rest }: { role: string | null; rest: string[] }): boolean =>
  rest.every(
    (word) =>
      (personTitles.has(word) && word !== 'Justice') ||
      (role !== null && (lexiconType(word) !== null || OFFICES.test(word))),
  )

/** Names given from outside, by their first word, the longest first. */
export type KnownNames = ReadonlyMap<string, readonly string[][]>

const knownEnd = (pieces: Piece[], at: number, known: KnownNames): number => {
  for (const words of known.get(pieces[at]?.text ?? '') ?? []) {
    if (words.every((word, i) => pieces[at + i]?.text === word)) return at + words.length
  }
  return at
}

/** Names in a sentence. */
export const mentionsIn = (pieces: Piece[], startsName: boolean, known: KnownNames): RawMention[] => {
  const out: RawMention[] = []
  for (let i = 0; i < pieces.length; i++) {
    const given = knownEnd(pieces, i, known)
    const opens = pieces[i]
    const closes = pieces[given - 1]
    if (given > i && opens && closes) {
      const text = pieces
        .slice(i, given)
        .reduce(
          (sum, piece, n) =>
            sum +
            (n > 0 && piece.at > (pieces[i + n - 1]?.at ?? 0) + (pieces[i + n - 1]?.text.length ?? 0) ? ' ' : '') +
            piece.text,
          '',
        )
      out.push({ start: opens.at, end: closes.at + closes.text.length, text, type: 'name', sure: false, role: null })
      i = given - 1
      continue
    }
    if (!isNameWord(pieces, i, startsName)) continue
    const end = nameEnd(pieces, i, known)
    const run = pieces.slice(i, end)
    const words = run.map((piece) => piece.text)
    const titled = titledPerson(words)
    const rest = run.slice(words.length - titled.rest.length)
    const first = rest[0]
    const last = rest[rest.length - 1]
    const titleOnly = !/^(?:King|Queen)/.test(words[0] ?? '') && isTitleOnly(titled)
    if (first && last && !titleOnly) {
      const typed = titled.role
        ? { type: 'person' as const, sure: true }
        : typeOf(titled.rest, pieces.slice(Math.max(0, i - 3), i), pieces.slice(end, end + 6))
      out.push({
        start: first.at,
        end: last.at + last.text.length,
        text: titled.rest.join(' '),
        ...typed,
        role: titled.role,
      })
    }
    i = end - 1
  }
  return out
}

export const isDemonym = (word: string): boolean => demonyms.has(word)
