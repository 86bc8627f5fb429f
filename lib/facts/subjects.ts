import { irregularPast, participles, reportingVerbs } from './lexicon/verbs.ts'
import type { Token } from './types.ts'

/** Where the subject ends and its verb group starts: token indexes. `apposed`: something in commas stands between them. */
export type Reach = { subjectTo: number; verbFrom: number; apposed: boolean }

const RELATIVE = /^(?:which|who|whom|whose|that|where)$/
export const SUBORDINATE: ReadonlySet<string> = new Set(
  'which who whom whose that what where when while because although though if since as after before until unless whereas than'.split(
    ' ',
  ),
)
const PHRASE = /^(?:NOUN|PROPN|ADJ|DET|NUM|ADP|CCONJ|ADV)$/
const PERSONAL = /^(?:I|we|you|he|she|they|it)$/i
const APPOSITION_MOST = 20

export const isParticiple = (token: Token): boolean => participles.has(token.lower) || /ed$/.test(token.lower)

const isNominal = (token: Token | undefined) => token !== undefined && /^(?:NOUN|PROPN|PRON)$/.test(token.pos)

/** Whether a verb may be the finite verb of a clause: no infinitive, no -ing form. */
export const finiteAt = (tokens: Token[], i: number): boolean => {
  const token = tokens[i]
  // A capital within a sentence makes a name of it: "the Homestead Act".
  if (!token || tokens[i - 1]?.lower === 'to' || (i > 0 && /^\p{Lu}/u.test(token.text))) return false
  return token.pos === 'AUX'
    ? !/^(?:be|been|being)$/.test(token.lower)
    : token.pos === 'VERB' && !/ing$/.test(token.lower)
}

/** "signed in 1905" after a noun: a participle that may stand for a relative clause. */
const mayBeReduced = (tokens: Token[], i: number): boolean => {
  const token = tokens[i]
  return (
    token?.pos === 'VERB' &&
    isParticiple(token) &&
    /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? '') &&
    (tokens[i + 1]?.pos === 'ADP' || tokens[i + 2]?.lower === 'by')
  )
}

/** Whether a verb that can only be finite follows in the same stretch, before any comma, conjunction or relative. */
const finiteAhead = (tokens: Token[], from: number): boolean => {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || token.pos === 'CCONJ' || /^[,;:.()—–]$/.test(token.text)) return false
    if (SUBORDINATE.has(token.lower) && token.pos !== 'ADP') return false
    if (!finiteAt(tokens, i)) continue
    if (token.pos === 'AUX' || tokens[i + 1]?.pos === 'DET' || !isParticiple(token)) return true
    if (irregularPast.has(token.lower) && !participles.has(token.lower)) return true
  }
  return false
}

/** "The treaty signed in 1905 ended the war", "a refugee named Ali, who …": the first verb form is part of the subject. */
export const isReduced = (tokens: Token[], i: number): boolean =>
  (mayBeReduced(tokens, i) && finiteAhead(tokens, i + 1)) ||
  (/^(?:named|called|nicknamed|titled|entitled|dubbed)$/.test(tokens[i]?.lower ?? '') &&
    tokens[i - 1]?.pos === 'NOUN' &&
    tokens[i + 1]?.pos === 'PROPN')

/** The verb of the main clause behind a relative clause without commas that starts at `from`; -1 where it is not plain. */
const pastRelative = (tokens: Token[], from: number): number => {
  // "Cells that lack a nucleus": a verb that is tagged as a noun.
  let groups = tokens[from + 1]?.pos === 'NOUN' && tokens[from + 2]?.pos === 'DET' ? 1 : 0
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || /^[,;:.()—–]$/.test(token.text)) return -1
    if (i > from && SUBORDINATE.has(token.lower) && token.pos !== 'ADP') return -1
    if (!finiteAt(tokens, i) || isReduced(tokens, i)) continue
    const before = tokens.slice(from, i).findLast((other) => other.pos !== 'ADV')
    if (before?.pos === 'AUX' && groups > 0 && isGrouped(tokens, i)) continue
    if (before?.pos === 'CCONJ') continue
    if (groups === 1) return i
    if (reportingVerbs.has(token.lower)) return -1
    groups++
  }
  return -1
}

/** Whether a verb follows its auxiliary with nothing but adverbs between. */
const isGrouped = (tokens: Token[], i: number): boolean => {
  let at = i - 1
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.pos === 'PART') at--
  return tokens[at]?.pos === 'AUX'
}

/** The mark that closes what was opened at `at` by a comma or dash, where a verb follows it. */
const closeOf = (tokens: Token[], at: number): number => {
  const mark = tokens[at]?.text
  for (let i = at + 1; i < Math.min(tokens.length, at + APPOSITION_MOST); i++)
    if (tokens[i]?.text === mark && finiteAt(tokens, i + 1)) return i
  return -1
}

/** The verb after "iron, lead and tin"; -1 where the commas part something other than the members of a list. */
const pastList = (tokens: Token[], from: number): number => {
  let joined = -1
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) return -1
    if (finiteAt(tokens, i)) return joined > 0 && tokens[i - 1]?.text !== ',' ? i : -1
    if (token.pos === 'CCONJ') joined = i
    else if (token.text === ',' ? joined > 0 : !PHRASE.test(token.pos) && token.lower !== "'s") return -1
  }
  return -1
}

/** The subject that starts at a token, and its verb; null where its shape is not plain. */
export const reachOf = (tokens: Token[], start: number): Reach | null => {
  let at = start
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token) return null
    if (at > start && finiteAt(tokens, at) && !isReduced(tokens, at)) {
      if (PERSONAL.test(tokens[at - 1]?.text ?? '') && at - 1 > start && isNominal(tokens[at - 2])) {
        const verb = pastRelative(tokens, at)
        return verb < 0 ? null : { subjectTo: verb - 1, verbFrom: verb, apposed: false }
      }
      return { subjectTo: at - 1, verbFrom: at, apposed: false }
    }
    if (token.pos === 'AUX' && tokens[at - 1]?.lower !== 'to') return null
    if (token.text === ',' || token.text === '—') {
      const close = closeOf(tokens, at)
      if (close > 0) return { subjectTo: at - 1, verbFrom: close + 1, apposed: true }
      const verb = token.text === ',' ? pastList(tokens, start) : -1
      return verb < 0 ? null : { subjectTo: verb - 1, verbFrom: verb, apposed: false }
    }
    if (token.text === '(') {
      const close = tokens.findIndex((candidate, i) => i > at && candidate.text === ')')
      if (close < 0) return null
      at = close + 1
      continue
    }
    if (RELATIVE.test(token.lower) && at > start && (isNominal(tokens[at - 1]) || tokens[at - 1]?.pos === 'ADP')) {
      const verb = pastRelative(tokens, at)
      return verb < 0 ? null : { subjectTo: verb - 1, verbFrom: verb, apposed: false }
    }
    const phrasal = token.pos === 'ADP' && PHRASE.test(tokens[at + 1]?.pos ?? '')
    if (at > start && !phrasal && (SUBORDINATE.has(token.lower) || token.pos === 'SCONJ')) return null
    if (token.text === ';' || token.text === ':') return null
    at++
  }
  return null
}

const FOCUS = /^(?:only|about|nearly|almost|even|approximately|around|roughly|just|over|under|some|both|not)$/
const FRONT_MOST = 30

const startsPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  !RELATIVE.test(token.lower) &&
  (/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(token.pos) || /ing$/.test(token.lower))

/** Where the subject of the main clause may start, most likely first. `dateEnds` are token indexes after a date. */
export const startsOf = (tokens: Token[], dateEnds: readonly number[]): number[] => {
  const [first, second] = tokens
  if (!first) return []
  const clausal =
    first.pos === 'SCONJ' || (SUBORDINATE.has(first.lower) && first.pos !== 'ADP' && second?.pos !== 'AUX')
  const gerund = /ing$/.test(first.lower) && first.pos !== 'PROPN'
  const participle = first.pos === 'VERB' && isParticiple(first)
  if (first.lower === 'there' && second?.pos === 'AUX') return [0]
  if (!clausal && !gerund && !participle && !/^(?:ADP|ADV|PART)$/.test(first.pos)) return [0]
  if (first.pos === 'ADV' && FOCUS.test(first.lower) && second?.text !== ',') return [0]
  const out: number[] = []
  const firstVerb = tokens.findIndex((_, i) => i > 0 && finiteAt(tokens, i))
  const commas = tokens.flatMap((token, i) => (token.text === ',' && i > 0 && i < FRONT_MOST ? [i] : []))
  if (gerund && firstVerb > 0 && firstVerb < (commas[0] ?? tokens.length)) out.push(0)
  if (first.pos === 'ADP') out.push(...dateEnds.filter((end) => end <= 6 && startsPhrase(tokens[end])).slice(0, 1))
  for (const comma of commas) if (!clausal || (firstVerb > 0 && firstVerb < comma)) out.push(comma + 1)
  if (first.pos === 'ADP' && commas.length === 0) out.push(...adjacent(tokens))
  if (first.pos === 'ADV' && commas.length === 0) out.push(1)
  return out.filter((start) => start === 0 || startsPhrase(tokens[start]))
}

/** "In the north of Kenya the climate is dry": a phrase with its own article right after another's noun. */
const adjacent = (tokens: Token[]): number[] => {
  for (let i = 2; i < Math.min(tokens.length, 12); i++) {
    if (finiteAt(tokens, i)) return []
    if (/^(?:the|an?)$/.test(tokens[i]?.lower ?? '') && /^(?:NOUN|PROPN|NUM)$/.test(tokens[i - 1]?.pos ?? ''))
      return [i]
  }
  return []
}
