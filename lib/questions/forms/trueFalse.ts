import type { Random } from '#lib/base/index.ts'
import { opposites } from '#lib/facts/index.ts'
import type { Draft, Fact } from '../draft.ts'
import type { Pool } from '../pool.ts'
import { sentenceWith } from '../stem.ts'
import { draftOf } from './base.ts'
import { distractorsFor } from './choice.ts'

type Swap = { start: number; end: number; from: string; to: string }

const COMPARED =
  /^(?:higher|lower|larger|smaller|longer|shorter|faster|slower|stronger|weaker|hotter|colder|denser|lighter|older|younger)$/

/** A comparative is turned only before "than"; "before" and "after" not beside a date. */
const fitsOpposite = (fact: Fact, index: number): boolean => {
  const lower = fact.tokens[index]?.lower ?? ''
  if (/^(?:before|after)$/.test(lower)) return fact.dates.length === 0
  return !COMPARED.test(lower) || fact.tokens[index + 1]?.lower === 'than'
}

/** One change that makes the sentence false: another year, number or name, or the opposite of one word. */
const swapOf = (fact: Fact, pool: Pool, random: Random): Swap | null => {
  const { slot } = fact
  const [wrong] = distractorsFor(fact, pool, random)
  const edited = fact.edits.find((edit) => edit.start === slot.start && edit.end === slot.end)?.text
  if (wrong && slot.kind !== 'term')
    return {
      start: slot.start,
      end: slot.end,
      from: edited ?? fact.quote.exact.slice(slot.start - fact.quote.start, slot.end - fact.quote.start),
      to: wrong.text,
    }
  if (slot.kind === 'date' || slot.kind === 'quantity') return null
  const words = fact.tokens.filter((token, i) => opposites.has(token.lower) && fitsOpposite(fact, i))
  const [word] = words
  if (!word || words.length !== 1 || fact.edits.some((edit) => edit.start < word.end && edit.end > word.start))
    return null
  const to = opposites.get(word.lower) ?? ''
  return { start: word.start, end: word.end, from: word.text, to }
}

export const trueDraft = (fact: Fact, contextLine: string): Draft | null => {
  if (fact.sentence < 0) return null
  return draftOf([fact], {
    form: 'true-false',
    stem: sentenceWith(fact, null),
    key: 'true',
    accepted: ['true'],
    contextLine,
    score: fact.confidence - 0.02,
  })
}

/** The sentence with exactly one part exchanged. */
export const falseDraft = (fact: Fact, pool: Pool, contextLine: string, random: Random): Draft | null => {
  if (fact.sentence < 0 || fact.attribution) return null
  const swap = swapOf(fact, pool, random)
  if (!swap) return null
  const { from, to } = swap
  return draftOf([fact], {
    form: 'true-false',
    stem: sentenceWith(fact, { start: swap.start, end: swap.end, text: to }),
    key: 'false',
    accepted: ['false'],
    replaced: { from, to },
    rationale: `Not “${to}” but “${from}”: ${sentenceWith(fact, null)}`,
    contextLine,
    score: fact.confidence - 0.02,
  })
}
