import { genericAdjectives } from './lexicon/common.ts'
import { irregularPast } from './lexicon/verbs.ts'
import { isParticiple, isReduced, reachOf, startsOf } from './subjects.ts'
import type { Token } from './types.ts'

/** A noun phrase without what follows its head: indexes into the tokens of its sentence, `head` included. */
export type Chunk = { from: number; head: number; determiner: number | null }

const isNominal = (token: Token | undefined) => token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN')
const MODIFIER_VERB = /(?:ed|ing|en)$/

/** Noun phrases in order; they do not overlap. */
export const chunksOf = (tokens: Token[]): Chunk[] => {
  const out: Chunk[] = []
  let i = 0
  while (i < tokens.length) {
    const determiner = tokens[i]?.pos === 'DET' || /^(?:its|their|his|her)$/.test(tokens[i]?.lower ?? '') ? i : null
    let at = determiner === null ? i : i + 1
    const from = at
    let head = -1
    while (at < tokens.length) {
      const token = tokens[at]
      if (!token) break
      if (isNominal(token)) head = at
      else if (token.pos === 'ADJ' || token.pos === 'NUM' || (token.lower === "'s" && head === at - 1)) {
        if (head >= 0 && token.lower !== "'s") break
      } else if (
        token.pos === 'VERB' &&
        MODIFIER_VERB.test(token.lower) &&
        determiner !== null &&
        head < 0 &&
        isNominal(tokens[at + 1])
      ) {
        // a participle before its noun: "the resulting solution"
      } else break
      at++
    }
    if (head >= from) {
      out.push({ from, head, determiner })
      i = head + 1
    } else i++
  }
  return out
}

/** Drops general adjectives and numbers at the front of a chunk, so that a term remains. */
export const termStart = (tokens: Token[], chunk: Chunk): number => {
  let from = chunk.from
  while (from < chunk.head) {
    const token = tokens[from]
    if (
      !token ||
      !(
        genericAdjectives.has(token.lower) ||
        token.pos === 'NUM' ||
        (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower))
      )
    )
      break
    from++
  }
  return from
}

export type Clause = {
  subjectFrom: number
  /** Last token of the subject. */
  subjectTo: number
  /** First token of the verb group. */
  verbFrom: number
  /** The verb that carries the meaning. */
  verb: number
  passive: boolean
  past: boolean
  /** Whether the sentence opens with an adverbial before its subject. */
  fronted: boolean
  /** Whether something in commas stands between subject and verb. */
  apposed: boolean
}

const isPastForm = (token: Token): boolean =>
  irregularPast.has(token.lower) ||
  (/[^e]ed$/.test(token.lower) && token.lower.length > 3) ||
  (/eed$/.test(token.lower) === false && /ied$|ed$/.test(token.lower))

/** Last token of a subject, less the abbreviation in brackets that it may end with: "Nitric oxide (NO)". */
const bareEnd = (tokens: Token[], last: number): number => {
  const short = tokens[last]?.text === ')' && tokens[last - 2]?.text === '('
  return short && /^\p{Lu}[\p{Lu}\d]{1,6}s?$/u.test(tokens[last - 1]?.text ?? '') ? last - 3 : last
}

/** The main clause of a sentence whose shape is plain; null where it is not. `dateEnds` are token indexes after a date. */
export const clauseOf = (tokens: Token[], dateEnds: readonly number[]): Clause | null => {
  for (const start of startsOf(tokens, dateEnds)) {
    const reach = reachOf(tokens, start)
    const group = reach && verbGroup(tokens, reach.verbFrom)
    if (group)
      return { subjectFrom: start, ...reach, subjectTo: bareEnd(tokens, reach.subjectTo), ...group, fronted: start > 0 }
  }
  return null
}

const verbGroup = (tokens: Token[], from: number): { verb: number; passive: boolean; past: boolean } | null => {
  let at = from
  let be = false
  let past = false
  while (tokens[at]?.pos === 'AUX' || tokens[at]?.pos === 'ADV') {
    const lower = tokens[at]?.lower ?? ''
    if (/^(?:is|are|was|were|be|been|being)$/.test(lower)) be = true
    if (/^(?:was|were|had|did)$/.test(lower)) past = true
    at++
  }
  const verb = tokens[at]
  if (!verb) return null
  if (verb.pos === 'VERB') {
    const passive = be && isParticiple(verb)
    return { verb: at, passive, past: past || (!be && at === from && isPastForm(verb)) }
  }
  return be ? { verb: at - 1, passive: false, past } : null
}

/** How many finite verbs a sentence has; participles after nouns are not counted. */
export const finiteVerbs = (tokens: Token[]): number => {
  let count = 0
  let inGroup = false
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]
    if (token.pos === 'AUX') {
      if (!inGroup && before?.lower !== 'to') count++
      inGroup = true
    } else if (token.pos === 'VERB') {
      const infinitive = before?.lower === 'to'
      const gerund = /ing$/.test(token.lower)
      const reduced =
        isReduced(tokens, i) ||
        (isParticiple(token) &&
          isNominal(before) &&
          /^(?:by|in|on|for|as|to|with|at|from)$/.test(tokens[i + 1]?.lower ?? '') &&
          count > 0)
      const modifier = isParticiple(token) && (before?.pos === 'DET' || before?.pos === 'ADJ' || before?.pos === 'ADP')
      if (!inGroup && !infinitive && !gerund && !reduced && !modifier) count++
      inGroup = false
    } else if (token.pos !== 'ADV' && token.pos !== 'PART') inGroup = false
  })
  return count
}

/** Base form of a past verb, for "did …"; null where it is not certain. */
export const baseOf = (token: Token): string | null => {
  const irregular = irregularPast.get(token.lower)
  if (irregular) return irregular
  if (!/ed$/.test(token.lower)) return null
  const lemma = token.lemma
  return lemma !== token.lower && token.lower.startsWith(lemma.slice(0, Math.max(2, lemma.length - 1))) ? lemma : null
}
