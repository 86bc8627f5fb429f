import { isOrder, NOTHING_CERTAIN, notAsserted } from '#lib/facts/index.ts'
import { levelled, type SourceSpan } from '#lib/source/index.ts'
import type { Written } from '../generate.ts'
import { MARKUP } from './markup.ts'
import type { Refusal } from './types.ts'

/** One quote holds at most so many sentences, and each at most so many characters: longer ones the rules do not classify. */
const SENTENCES_MAX = 3
const SENTENCE_LENGTH_MAX = 600

/** A quote as it stands in the document: whole sentences. */
export type Quoted = SourceSpan & {
  exact: string
  /** Index of the first sentence, and how many there are. */
  sentence: number
  sentences: number
  section: number
  /** One sentence that can be understood without those before it. */
  alone: boolean
}

const gapless = (text: string): { text: string; at: number[] } => {
  let out = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    if (character === ' ' && out.endsWith(' ')) continue
    out += character
    at.push(i)
  }
  return { text: out, at }
}

/** Where a text stands word for word in a stretch of another, whatever its white space and kind of quotation marks. */
const placeOf = (text: string, stretch: SourceSpan, wanted: string): SourceSpan | null => {
  const within = gapless(levelled(text.slice(stretch.start, stretch.end)))
  const sought = gapless(levelled(wanted)).text.trim()
  const from = sought === '' ? -1 : within.text.indexOf(sought)
  if (from < 0) return null
  const [first, last] = [within.at[from], within.at[from + sought.length - 1]]
  if (first === undefined || last === undefined) return null
  return { start: stretch.start + first, end: stretch.start + last + 1 }
}

/** Reasons by the start of the sentence that has one. */
const skips = new WeakMap<Written, Map<number, string>>()
const reasonsOf = (written: Written): Map<number, string> => {
  const known = skips.get(written) ?? new Map(written.extraction.skipped.map(({ start, reason }) => [start, reason]))
  skips.set(written, known)
  return known
}

/** The sentences that a quote lies in, each of which asserts something; else why it cannot be cited. */
export const quotedIn = (written: Written, stretch: SourceSpan, wanted: string): Quoted | Refusal => {
  const { text, sentences } = written.document
  const place = placeOf(text, stretch, wanted)
  if (!place) return 'quote-not-found'
  const first = sentences.findIndex((one) => one.start <= place.start && place.start < one.end)
  const last = sentences.findIndex((one) => one.start < place.end && place.end <= one.end)
  const held = first < 0 || last < first ? [] : sentences.slice(first, last + 1)
  const [opening] = held
  const closing = held.at(-1)
  if (!opening || !closing || held.length > SENTENCES_MAX) return 'quote-not-found'
  if (held.some(({ block }) => block !== opening.block)) return 'quote-not-found'
  const reasons = reasonsOf(written)
  const unfit = ({ start, end }: SourceSpan) =>
    end - start > SENTENCE_LENGTH_MAX || notAsserted.has(reasons.get(start) ?? '') || isOrder(text.slice(start, end))
  if (held.some(unfit)) return 'quote-not-asserted'
  const { start, section } = opening
  const { end } = closing
  if (MARKUP.test(text.slice(start, end).replace(/\s+/g, ' '))) return 'markup'
  const alone = held.length === 1 && (reasons.get(start) ?? NOTHING_CERTAIN) === NOTHING_CERTAIN
  return { start, end, exact: text.slice(start, end), sentence: first, sentences: held.length, section, alone }
}
