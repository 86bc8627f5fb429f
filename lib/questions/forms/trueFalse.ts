import type { Random } from '#lib/base/index.ts'
import { wordNumber } from '#lib/facts/index.ts'
import type { Draft, Fact } from '../draft.ts'
import { sharesWord } from '../lints/answer.ts'
import type { Pool } from '../pool.ts'
import { sentenceWith } from '../stem.ts'
import { draftOf } from './base.ts'
import { distractorsFor } from './choice.ts'

type Swap = { start: number; end: number; from: string; to: string; akin?: boolean }

/** What it adds that the wrong term is of the right one's kind. */
const AKIN = 0.08

const ABOUT = /\b(?:about|around|approximately|roughly|nearly|almost|some|close to|circa)\b/i
const AT_LEAST =
  /\b(?:reach(?:ed|es)?|exceed(?:ed|s)?|pass(?:ed|es)|at least|(?:more|greater|longer|higher) than|over)\b/i
const AT_MOST = /\b(?:at most|up to|(?:less|fewer|shorter|lower) than|under|below)\b/i

/** What has reached four has also reached two: there only a number on the other side of the right one is wrong. */
const isWrongThere = (fact: Fact, text: string): boolean => {
  const { quantity, start } = fact.slot
  if (!quantity) return true
  const before = fact.quote.exact.slice(0, start - fact.quote.start).slice(-40)
  const value = wordNumber(text) ?? Number(text.replaceAll(',', ''))
  // What is about twenty is about eighteen too.
  if (ABOUT.test(before) && value > quantity.value / 1.5 && value < quantity.value * 1.5) return false
  if (AT_LEAST.test(before)) return value > quantity.value
  return !AT_MOST.test(before) || value < quantity.value
}

/** One change that makes the sentence false: another year, number or name, or the opposite of one word. */
const swapOf = (fact: Fact, pool: Pool, random: Random): Swap | null => {
  const { slot } = fact
  const { exact, start } = fact.quote
  const rest = exact.slice(0, slot.start - start) + exact.slice(slot.end - start)
  const wrong = distractorsFor(fact, pool, random).find(
    // "The Byzantine Empire vied with the Byzantines": nobody would believe it.
    ({ text }) => isWrongThere(fact, text) && !(slot.kind === 'entity' && sharesWord(rest, text)),
  )
  const edited = fact.edits.find((edit) => edit.start === slot.start && edit.end === slot.end)?.text
  if (wrong)
    return {
      start: slot.start,
      end: slot.end,
      from: edited ?? fact.quote.exact.slice(slot.start - fact.quote.start, slot.end - fact.quote.start),
      to: wrong.text,
      akin: wrong.akin ?? false,
    }
  if (slot.kind === 'date' || slot.kind === 'quantity') return null
  const { turn } = fact
  if (!turn || fact.edits.some((edit) => edit.start < turn.end && edit.end > turn.start)) return null
  return { start: turn.start, end: turn.end, from: exact.slice(turn.start - start, turn.end - start), to: turn.text }
}

/** Words of a statement that needs the sentence before: more is two statements, of which one may be true. */
const MOST_WITH_LEAD = 34

const isTooLong = (fact: Fact): boolean =>
  fact.lead !== undefined && (sentenceWith(fact, null).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > MOST_WITH_LEAD

export const trueDraft = (fact: Fact, contextLine: string): Draft | null => {
  if (fact.sentence < 0 || isTooLong(fact)) return null
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
  if (fact.sentence < 0 || fact.attribution || isTooLong(fact)) return null
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
    score: fact.confidence - 0.02 + (swap.akin ? AKIN : 0),
  })
}
