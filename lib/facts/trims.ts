import { type Clause, clauseOf } from './grammar.ts'
import { finiteAt, reachOf, SUBORDINATE } from './subjects.ts'
import type { Token } from './types.ts'

/** Token indexes of a stretch that a stem leaves out; `to` is exclusive. */
export type Cut = { from: number; to: number }

const LEAST_WORDS = 8
const isWord = (token: Token) => /[\p{L}\p{N}]/u.test(token.text)

const CITATION =
  /^(?:(?:[^()]{0,80},? )?(?:\d{4}[a-z]?|n\.d\.)(?:, pp?\. ?[\d–-]+)?|(?:Figure|Fig\.|Table|Appendix|Chapter|Section)s? .{1,30}|)$/
const REMARK =
  /^(?:[a-z](?:, ?[a-z])*|(?:and|or|[,;.\s])+|among others|and others|(?:see|rhymes|pronounced|literally|recall|note|notice|source|cf\.?|that is|i\.?e|e\.?g|for example|for instance|remember)\b.*|from .*\b(?:Greek|Latin|French|Arabic|German|Spanish|Italian|Sanskrit|English|Dutch)\b.*)$/is
const POINTING =
  /=|\b(?:we|you|our|your|us|I|this|these|those|above|below|here|today|now|currently|earlier|previously|perhaps|possibly|probably|presumably|might|may)\b/i
const CONVERSION = /^(?:about |approximately |or |= ?|~)?[\d.,–-]+(?:\/[\d.]+)? ?(?:[\p{L}°²³/%][^()]{0,18})$/iu
const ABBREVIATION = /^(?:the )?(?:\p{Lu}[\p{L}\d&.-]{0,9}|\p{Ll}{1,4}\p{Lu}[\p{L}\d]{0,6})$/u
const NAMING = /\b(?:known as|(?<!so-)called|referred to as|termed|named|abbreviated)\b/
const DAY = String.raw`(?:\d{1,2} \p{Lu}\p{L}{2,9} |\p{Lu}\p{L}{2,9} \d{1,2}, )?`
const LIFE = new RegExp(String.raw`^(?:born |died |c\. |r\. |b\. |d\. )?${DAY}\d{1,4}(?: ?[–-] ?${DAY}\d{1,4})?$`, 'u')

const closeAfter = (tokens: Token[], open: number): number =>
  tokens.findIndex((token, i) => i > open && (token.text === ')' || token.text === '('))

/** Whether a bracket is only a remark: a citation, a figure, an etymology, another unit, a clause of its own. */
const isRemark = (tokens: Token[], open: number, close: number, content: string): boolean => {
  if (ABBREVIATION.test(content) || LIFE.test(content)) return false
  if (CITATION.test(content)) return true
  if (REMARK.test(content) || POINTING.test(content)) return true
  if (NAMING.test(content)) return false
  const measured = tokens.slice(Math.max(0, open - 3), open).some((token) => token.pos === 'NUM')
  if (measured && CONVERSION.test(content)) return true
  const inner = tokens.slice(open + 1, close)
  return inner.filter(isWord).length > 3 && inner.some((_, i) => finiteAt(tokens, open + 1 + i))
}

/** What only leads up to a statement or says where it was made before. */
const LEAD =
  /^(?:(?:we|scientists|historians|astronomers|biologists) (?:now |also |already )?know(?: from [\p{L} ]{3,40})? that|it is (?:now |also |well )?known that|it turn(?:s|ed) out that|(?:note|recall|remember|notice|keep in mind) that|as (?:we|you|discussed|described|mentioned|noted|shown|seen|explained|stated|illustrated)\b[^,]{0,70},)\s+(?=\p{L})/iu

/** Brackets that no stem should carry, what leads up to a statement, and a heading that runs into its sentence ("Open clusters: …"). */
export const asideCuts = (tokens: Token[], level: string): Cut[] => {
  const base = tokens[0]?.start ?? 0
  const out: Cut[] = []
  const lead = LEAD.exec(level.slice(0, 120))
  const after = lead ? tokens.findIndex((token) => token.start >= base + lead[0].length) : -1
  if (after > 0 && tokens.slice(after).filter(isWord).length >= LEAST_WORDS) out.push({ from: 0, to: after })
  const colon = tokens.findIndex((token) => token.text === ':')
  const next = tokens[colon + 1]
  if (
    colon > 0 &&
    colon < 8 &&
    after < 0 &&
    next &&
    /^\p{Lu}/u.test(next.text) &&
    !tokens.slice(0, colon).some((token, i) => finiteAt(tokens, i) || /^[,"(]$/.test(token.text)) &&
    tokens.slice(colon + 1).filter(isWord).length >= LEAST_WORDS &&
    reachOf(tokens, colon + 1)
  )
    out.push({ from: 0, to: colon + 1 })
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.text !== '(') continue
    const close = closeAfter(tokens, i)
    if (tokens[close]?.text !== ')') continue
    const content = level.slice((tokens[i]?.end ?? 0) - base, (tokens[close]?.start ?? 0) - base).trim()
    if (i > 0 && isRemark(tokens, i, close, content)) out.push({ from: i, to: close + 1 })
    i = close
  }
  return out
}

const CONTRAST = /^(?:but|yet|although|though|while|whereas|however)$/
const REVISED = /^(?:later|actually|now|revised|today|recent|recently|newer|current|currently|since)$/
const DATING = /^(?:current|currently|now|today|presently)$/
const TRAILING = /^(?:which|who|whose|whom|where|while|whereas|although|though|because|since|as|with)$/
const DEPENDENT = /^(?:not|only|either|neither|both|between|whether|if|unless|so|such|more|less|rather|cannot)$/

/** "iron, lead" cut before "and tin", "takes a job, buys a car" before "and leaves": a list that has lost its end. */
const listOpen = (tokens: Token[], verb: number, end: number): boolean => {
  const head = tokens.slice(0, end)
  const predicate = (i: number) =>
    finiteAt(tokens, i) && !(/(?:ed|en)$/.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.pos === 'ADP')
  if (head.some((token, i) => i > verb && token.text === ',' && predicate(i + 1))) return true
  const comma = head.findLastIndex((token) => token.text === ',')
  if (comma <= verb) return false
  const last = tokens.slice(comma + 1, end)
  const participial = (token: Token | undefined) => token?.pos === 'VERB' && /ing$/.test(token.lower)
  if (participial(last[0]) && participial(tokens[end + 1])) return true
  if (last.length > 6 || last.some((token) => /^(?:AUX|VERB|CCONJ|PRON|SCONJ)$/.test(token.pos))) return false
  const joined = [tokens[end], tokens[end + 1]].some((token) => token?.pos === 'CCONJ')
  const place = tokens[comma - 1]?.pos === 'PROPN' && last.every((token) => token.pos === 'PROPN') && !joined
  return !place && !/^(?:\d{4}|which|who|an?|the)$/.test(last[0]?.lower ?? '')
}

const balanced = (tokens: Token[]): boolean => {
  const count = (mark: string) => tokens.filter((token) => token.text === mark).length
  return count('(') === count(')') && tokens.filter((token) => /^["“”]$/.test(token.text)).length % 2 === 0
}

/** "until 1969 when oil": a dependent clause that the cut leaves without its verb. */
const hangs = (tokens: Token[], verb: number, end: number): boolean => {
  const opener = tokens
    .slice(0, end)
    .findLastIndex((token) => SUBORDINATE.has(token.lower) && !/^(?:ADP|DET)$/.test(token.pos))
  if (opener <= verb) return false
  return !tokens.slice(opener, end).some((_, i) => i > 0 && finiteAt(tokens, opener + i))
}

/** Whether what stands before `end` is a whole main clause, long enough to be asked. */
const isWhole = (tokens: Token[], clause: Clause, end: number): boolean => {
  const head = tokens.slice(0, end)
  const last = head.at(-1)
  return (
    end > clause.verb + 1 &&
    last !== undefined &&
    head.at(-2)?.lower !== 'so' &&
    head.filter(isWord).length >= LEAST_WORDS &&
    balanced(head) &&
    !SUBORDINATE.has(last.lower) &&
    !/^(?:ADP|CCONJ|DET|AUX|PART|SCONJ)$/.test(last.pos) &&
    !/^(?:he|she|it|they|we|i|who)$/.test(last.lower) &&
    !/^[,;:—–(]$/.test(last.text) &&
    !listOpen(tokens, clause.verb, end) &&
    !hangs(tokens, clause.verb, end)
  )
}

/** Whether a second clause, a second predicate or a dependent clause starts at a mark or an "and". */
const opensTail = (tokens: Token[], at: number): boolean => {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next) return false
  if (token.text === '—') return true
  if (token.text === ';') return tokens.some((_, i) => i > at && finiteAt(tokens, i))
  const joined = token.text === ',' ? at + 1 : at
  if (/^(?:and|but|so|yet)$/.test(tokens[joined]?.lower ?? '')) {
    const reach = reachOf(tokens, joined + 1)
    if (reach && reach.verbFrom - joined < 9) return true
    const predicate = tokens[joined + 1]
    return (
      (predicate?.pos === 'AUX' || (token.text === ',' && predicate?.pos === 'VERB')) && finiteAt(tokens, joined + 1)
    )
  }
  if (token.lower === 'because') return next.lower !== 'of'
  if (token.text !== ',') return false
  if (
    next.pos === 'ADP' &&
    /^(?:of|in|on|from|at|to)$/.test(next.lower) &&
    /^(?:which|whom)$/.test(tokens[at + 2]?.lower ?? '')
  )
    return true
  if (/^(?:both|all|each|some|many|most|none)$/.test(next.lower)) return tokens[at + 2]?.lower === 'of'
  return TRAILING.test(next.lower) || (next.pos === 'VERB' && /ing$/.test(next.lower))
}

/** A tail that corrects a number of what stands before it, or dates it to the time of writing, must stay. */
const corrects = (tokens: Token[], clause: Clause, at: number, end: number): boolean => {
  const tail = tokens.slice(at, end)
  if (!clause.past && tail.some((token) => DATING.test(token.lower))) return true
  const numbers = (some: Token[]) => some.some((token) => token.pos === 'NUM')
  if (tail.some((token) => REVISED.test(token.lower)) && numbers(tokens.slice(0, at))) return true
  return tail.slice(0, 3).some((token) => CONTRAST.test(token.lower)) && numbers(tail) && numbers(tokens.slice(0, at))
}

/** Tails that may go, the shortest first. */
export const tailCuts = (tokens: Token[], clause: Clause): Cut[] => {
  const end = tokens.findLastIndex((token) => token.text === '.')
  if (end < tokens.length - 2 || end < 0) return []
  const out: Cut[] = []
  let depth = 0
  for (let i = end - 1; i > clause.verb; i--) {
    const text = tokens[i]?.text
    if (text === ')') depth++
    else if (text === '(') depth--
    if (tokens[i]?.lower === 'because' && !clause.past && !clause.passive) continue
    if (depth !== 0 || !opensTail(tokens, i) || !isWhole(tokens, clause, i) || corrects(tokens, clause, i, end))
      continue
    const joined = /^(?:and|but|so|yet)$/.test(tokens[i]?.lower ?? '') || CONTRAST.test(tokens[i + 1]?.lower ?? '')
    if (joined && tokens.slice(0, i).some((token) => DEPENDENT.test(token.lower))) continue
    out.push({ from: i, to: end })
  }
  return out
}

const FRONT =
  /^(?:after|before|following|despite|because|although|though|while|whereas|since|as|upon|besides|due|owing|thanks|given|to|with|unlike|having|\p{L}+(?:ing|ed))$/u
const FRONT_PAST = /^(?:when|once|by)$/
const REFERRING = /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves)$/

/** What stands before the subject, where the sentence is as true without it. */
export const frontCut = (tokens: Token[], clause: Clause): Cut | null => {
  const first = tokens[0]?.lower ?? ''
  if (!clause.fronted || tokens[clause.subjectFrom - 1]?.text !== ',') return null
  const dropped = FRONT.test(first) || (FRONT_PAST.test(first) && clause.past && !/^\d/.test(tokens[1]?.text ?? ''))
  const rest = tokens.slice(clause.subjectFrom)
  if (!dropped || rest.filter(isWord).length < LEAST_WORDS || !balanced(rest)) return null
  return rest.some((token) => REFERRING.test(token.lower)) ? null : { from: 0, to: clause.subjectFrom }
}

const CONDITION = /^(?:if|unless|when|whenever|whether|that|not|neither|either)$/

/** All before a second main clause that stands by itself: "…; the liver stores glycogen." */
export const leadingCuts = (tokens: Token[], clause: Clause): Cut[] => {
  if (clause.fronted) return []
  const out: Cut[] = []
  for (let i = clause.verb + 1; i < tokens.length; i++) {
    const parted =
      tokens[i]?.text === ';' || (tokens[i]?.text === ',' && /^(?:and|but)$/.test(tokens[i + 1]?.lower ?? ''))
    if (!parted || tokens.slice(0, i).some((token) => CONDITION.test(token.lower))) continue
    let to = tokens[i]?.text === ';' ? i + 1 : i + 2
    if (
      /^(?:however|instead|rather|therefore|thus|hence)$/.test(tokens[to]?.lower ?? '') &&
      tokens[to + 1]?.text === ','
    )
      to += 2
    const rest = tokens.slice(to)
    if (rest.filter(isWord).length < LEAST_WORDS || !balanced(rest) || !balanced(tokens.slice(0, i))) continue
    const second = clauseOf(rest, [])
    if (!second || second.fronted || second.verbFrom > 10 || rest.some((token) => REFERRING.test(token.lower))) continue
    // What happened next, without a date of its own, hangs on what happened before.
    if (second.past && !rest.some((token) => /^(?:1\d{3}|20\d\d)$/.test(token.text))) continue
    out.push({ from: 0, to })
  }
  return out
}

/** What stands in commas between subject and verb. */
export const middleCut = (tokens: Token[], clause: Clause): Cut | null => {
  if (!clause.apposed || clause.verbFrom - clause.subjectTo < 4) return null
  const rest = [...tokens.slice(0, clause.subjectTo + 1), ...tokens.slice(clause.verbFrom)]
  if (rest.filter(isWord).length < LEAST_WORDS || !balanced(rest)) return null
  return { from: clause.subjectTo + 1, to: clause.verbFrom }
}
