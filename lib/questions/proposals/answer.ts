import { normalise } from '#lib/answers/index.ts'
import { standsIn } from '#lib/base/index.ts'
import { datesIn, type Slot, wordNumber } from '#lib/facts/index.ts'
import { levelled, type SourceSpan } from '#lib/source/index.ts'
import type { Written } from '../generate.ts'
import type { Quoted } from './quote.ts'
import type { Refusal } from './types.ts'

const WORDS_MAX = 8
const PRONOUN =
  /^(?:he|she|it|they|we|you|i|him|her|them|this|that|these|those|there|here|none|both|yes|no|true|false)$/i
const SCALE_AFTER = /^ ?(?:hundred|thousand|million|billion|trillion)\b/i

/** Where the answer stands in the quote letter for letter but for case. */
const literally = (exact: string, answer: string): SourceSpan | null => {
  const lower = exact.toLowerCase()
  const sought = answer.toLowerCase()
  if (lower.length !== exact.length || !standsIn(lower, sought)) return null
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
    const end = at + sought.length
    if (standsIn(lower.slice(Math.max(0, at - 2), end + 2), sought)) return { start: at, end }
  }
  return null
}

/** Where the quote has the answer in another form: "three" for 3, "15 December 2016" for "December 15, 2016". */
const inNormalForm = (exact: string, answer: string): SourceSpan | null => {
  const wanted = normalise(answer)
  if (wanted === '') return null
  const words = [...exact.matchAll(/[^\s]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[.,;:!?"”’')\]]+$/, '').length,
  }))
  for (let from = 0; from < words.length; from++)
    for (let to = from; to < Math.min(words.length, from + WORDS_MAX); to++) {
      const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0]
      if (end > start && normalise(exact.slice(start, end)) === wanted) return { start, end }
    }
  return null
}

/** Cut out of a longer number or name: "4" of "4.4 billion", "York" of "New York". */
const isCut = (exact: string, { start, end }: SourceSpan): boolean => {
  const [before, after] = [exact.slice(0, start), exact.slice(end)]
  const answer = exact.slice(start, end)
  if (/\d$/.test(answer) && (/^[.,:/–-]\d/.test(after) || SCALE_AFTER.test(after))) return true
  if (/^\d/.test(answer) && /\d[.,:/–-]$/.test(before)) return true
  if (!/^\p{Lu}/u.test(answer)) return false
  return /^ \p{Lu}/u.test(after) || /[^.!?\s] \p{Lu}[\p{L}'-]* $/u.test(before)
}

/** The slot of a new fact: where its answer stands in the quote, and what kind of thing it is. */
export const slotOf = ({ extraction }: Written, quote: Quoted, answer: string): Slot | Refusal => {
  const bare = answer.replace(/[.;:!?]+$/, '').trim()
  if (bare.split(/\s+/).length > WORDS_MAX || PRONOUN.test(bare) || !/[\p{L}\p{N}]/u.test(bare)) return 'answer-form'
  const level = levelled(quote.exact)
  const place = literally(level, levelled(bare)) ?? inNormalForm(level, bare)
  if (!place) return 'answer-not-in-quote'
  if (isCut(level, place)) return 'answer-cut'
  const [start, end] = [quote.start + place.start, quote.start + place.end]
  const surface = quote.exact.slice(place.start, place.end).replace(/\s+/g, ' ')
  const made = { start, end, answer: surface, hint: null }
  const date = datesIn(level, quote.start).find((one) => start < one.end && end > one.start)
  if (date) {
    const whole = date.start === start && date.end === end
    if (!whole && (date.yearSpan.start !== start || date.yearSpan.end !== end)) return 'answer-cut'
    return { ...made, kind: 'date', date, accepted: whole ? [...new Set([surface, date.normal])] : [surface] }
  }
  if (/^[\p{Sc}\d.,\s%]+$/u.test(surface) || wordNumber(surface) !== null)
    return { ...made, kind: 'quantity', accepted: [surface] }
  const entity = extraction.entities.find(surface)
  if (entity) return { ...made, kind: 'entity', entity, accepted: [...new Set([surface, ...entity.names])] }
  return { ...made, kind: 'term', accepted: [surface] }
}
