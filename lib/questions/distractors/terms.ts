import type { Fact } from '../draft.ts'
import type { Distractor, Pool } from '../pool.ts'

const WANTED = 3
/** Sentences between a term and others of its head that may stand beside it, and between two that are only explained alike. */
const REACH = 80
const NEAR = 25

const wordsOf = (term: string): string[] => term.toLowerCase().split(/[\s-]+/)
const headOf = (term: string): string => (wordsOf(term).at(-1) ?? '').replace(/(?<=[^s])s$/, '')
const isPlural = (term: string): boolean => /[^su]s$/.test(term)
const opensWithVowel = (term: string): boolean => /^[aeiou]/i.test(term)

/** Kinds whose fact tells what its answer is, so that another answer is something else. */
const EXPLAINED = /^(?:definition|naming)$/

/** Whether one term could stand in the words of another without the form telling. */
const looksLike = (answer: string, other: string): boolean => {
  const [long, short] = [Math.max(answer.length, other.length), Math.min(answer.length, other.length)]
  const apart = Math.abs(wordsOf(answer).length - wordsOf(other).length)
  return (
    long <= short * 1.6 &&
    apart <= 1 &&
    isPlural(answer) === isPlural(other) &&
    /^\p{Lu}/u.test(answer) === /^\p{Lu}/u.test(other)
  )
}

/** A general word and a narrower one ("joint", "hinge joint") may both be right. */
const overlaps = (answer: string, other: string): boolean => {
  const [a, b] = [wordsOf(answer), wordsOf(other)]
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
}

/**
 * Other terms of the document: of the same head ("annular ligament" beside "collateral ligament"), or, where the fact tells
 * what its term is, others that the document explains as well. None that stands in the sentence or in the same frame.
 */
export const termDistractors = (fact: Fact, pool: Pool): Distractor[] => {
  const { answer } = fact.slot
  const explained = EXPLAINED.test(fact.kind)
  if (!explained && (!/^(?:term|relation)$/.test(fact.kind) || wordsOf(answer).length < 2)) return []
  const exact = fact.quote.exact.toLowerCase()
  const article = /\b(an?) (?:\(n\) )?$/i.exec(fact.quote.exact.slice(0, fact.slot.start - fact.quote.start))
  const out: (Distractor & { rank: number })[] = []
  for (const { text, fact: other } of pool.termsNear(fact.sentence, REACH)) {
    const sameHead = headOf(text) === headOf(answer)
    const apart = Math.abs(other.sentence - fact.sentence)
    if (!(sameHead || (explained && EXPLAINED.test(other.kind) && apart <= NEAR))) continue
    if (!looksLike(answer, text) || overlaps(answer, text) || exact.includes(text.toLowerCase())) continue
    if (article && opensWithVowel(text) !== opensWithVowel(answer)) continue
    if (pool.sharesFrame(fact, other) || out.some((one) => overlaps(one.text, text))) continue
    const rank = (sameHead ? 0 : REACH) + apart
    out.push({
      text,
      wrongBecause: `The document says this of ${answer}, not of ${text}.`,
      rank,
      ...(sameHead ? { akin: true } : {}),
    })
  }
  return out
    .sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1))
    .slice(0, WANTED)
    .map(({ rank: _, ...distractor }) => distractor)
}
