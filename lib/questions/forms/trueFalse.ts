import type { Random } from '#lib/base/index.ts'
import { opposites, wordNumber } from '#lib/facts/index.ts'
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

/** Whether a word is part of a name: what bears the opposite name may be there as well. */
const isOfName = (fact: Fact, index: number): boolean => {
  const token = fact.tokens[index]
  if (!token) return true
  const named = fact.mentions.some((mention) => mention.start < token.end && mention.end > token.start)
  return named || (index > 0 && /^\p{Lu}/u.test(token.text))
}

const AT_LEAST =
  /\b(?:reach(?:ed|es)?|exceed(?:ed|s)?|pass(?:ed|es)|at least|(?:more|greater|longer|higher) than|over)\b/i
const AT_MOST = /\b(?:at most|up to|(?:less|fewer|shorter|lower) than|under|below)\b/i

/** What has reached four has also reached two: there only a number on the other side of the right one is wrong. */
const isWrongThere = (fact: Fact, text: string): boolean => {
  const { quantity, start } = fact.slot
  if (!quantity) return true
  const before = fact.quote.exact.slice(0, start - fact.quote.start).slice(-40)
  const value = wordNumber(text) ?? Number(text.replaceAll(',', ''))
  if (AT_LEAST.test(before)) return value > quantity.value
  return !AT_MOST.test(before) || value < quantity.value
}

/** One change that makes the sentence false: another year, number or name, or the opposite of one word. */
const swapOf = (fact: Fact, pool: Pool, random: Random): Swap | null => {
  const { slot } = fact
  const wrong = distractorsFor(fact, pool, random).find(({ text }) => isWrongThere(fact, text))
  const edited = fact.edits.find((edit) => edit.start === slot.start && edit.end === slot.end)?.text
  if (wrong && slot.kind !== 'term')
    return {
      start: slot.start,
      end: slot.end,
      from: edited ?? fact.quote.exact.slice(slot.start - fact.quote.start, slot.end - fact.quote.start),
      to: wrong.text,
    }
  if (slot.kind === 'date' || slot.kind === 'quantity') return null
  const words = fact.tokens.filter(
    (token, i) => opposites.has(token.lower) && fitsOpposite(fact, i) && !isOfName(fact, i),
  )
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
