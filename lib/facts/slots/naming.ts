import { genericNouns } from '../lexicon/common.ts'
import type { Edit, Slot, Token } from '../types.ts'
import type { Candidate, Terms, View } from '../view.ts'
import { termness, termSlot } from './termhood.ts'

/** Where the name begins that "called", "known as" or "known in Japan as" at this token announces; -1 where none is. */
const namedAt = (tokens: Token[], i: number): number => {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (!token || !before) return -1
  const passive = before.pos === 'NOUN' || before.text === ',' || BEFORE_NAMER.test(before.lower)
  if (NAMERS.test(token.lower)) return passive ? i + 1 : -1
  if (token.lower !== 'as') return -1
  if (before.lower === 'known' || (before.lower === 'to' && tokens[i - 2]?.lower === 'referred')) return i + 1
  const known = tokens.slice(Math.max(0, i - 4), i).findIndex((one) => one.lower === 'known')
  return known >= 0 && /^(?:in|to|by)$/.test(tokens[Math.max(0, i - 4) + known + 1]?.lower ?? '') ? i + 1 : -1
}

const BEFORE_NAMER = /^(?:is|are|was|were|be|been|often|also|sometimes|commonly|usually|now|then|generally|typically)$/
const NAMERS = /^(?:called|termed|dubbed|nicknamed|christened)$/

type Named = { slot: Slot; weight: number; extraEdits?: Edit[] }

/** A second name for the same thing, "known as the vendee or buyer", where nothing goes on after it. */
const otherName = (view: View, at: number): { slot: Slot } | null => {
  const chunk = view.chunks.find((candidate) => (candidate.determiner ?? candidate.from) === at)
  const next = chunk && view.tokens[chunk.head + 1]
  if (!chunk || (next && next.pos !== 'PUNCT')) return null
  return { slot: termSlot(view, chunk.from, chunk.head) }
}

/** "Hydrolysis, or splitting by water, …": the second name, between commas, is asked by the first. */
export const synonymSlots = (view: View, terms: Terms): Candidate[] =>
  view.chunks.flatMap((chunk) => {
    const { tokens } = view
    const start = chunk.determiner ?? chunk.from
    const opened = /^[,(]$/.test(tokens[start - 2]?.text ?? '') && tokens[start - 1]?.lower === 'or'
    const closed = /^[,)]$/.test(tokens[chunk.head + 1]?.text ?? '')
    const first = view.chunks.find((candidate) => candidate.head === start - 3)
    const listed = first && /^(?:,|and|or)$/.test(tokens[(first.determiner ?? first.from) - 1]?.lower ?? '')
    const end = tokens[chunk.head]?.end ?? 0
    if (!opened || !closed || !first || listed || /ing$/.test(tokens[chunk.from]?.lower ?? '')) return []
    if (view.mentions.some((mention) => mention.start < end && mention.end > (tokens[chunk.from]?.start ?? 0)))
      return []
    const weight = termness(view, chunk.from, chunk.head, terms)
    if (weight < 0.35 || termness(view, first.from, first.head, terms) < 0.3) return []
    return [{ kind: 'naming' as const, slot: termSlot(view, chunk.from, chunk.head), score: 0.62 + weight * 0.2 }]
  })

/** The name that starts at a token: a known name whole, or a noun phrase that nothing goes on. */
const nameFrom = (view: View, at: number, terms: Terms): Named | null => {
  const { tokens } = view
  const chunk = view.chunks.find(
    (candidate) => candidate.from === at || (candidate.determiner === at && candidate.from === at + 1),
  )
  const first = chunk ? tokens[chunk.from] : undefined
  if (!chunk || !first) return null
  const mention = view.mentions.find((candidate) => candidate.start === first.start)
  const end = Math.max(mention?.end ?? 0, tokens[chunk.head]?.end ?? 0)
  const next = tokens.find((token) => token.start >= end)
  const other = next?.lower === 'or' ? otherName(view, tokens.indexOf(next) + 1) : null
  if (next?.lower === 'or' && !other) return null
  if (next && (/^(?:of|'s)$/.test(next.lower) || /^(?:ADJ|NOUN|PROPN|NUM)$/.test(next.pos))) return null
  if (!mention && chunk.from === chunk.head && genericNouns.has(first.lower)) return null
  const slot = termSlot(view, chunk.from, chunk.head)
  if (other) {
    const accepted = [...new Set([...slot.accepted, ...other.slot.accepted])]
    const extraEdits = [{ start: end, end: other.slot.end, text: '' }]
    return { slot: { ...slot, accepted }, weight: 0.4, extraEdits }
  }
  if (!mention) return { slot, weight: Math.max(0.3, termness(view, chunk.from, chunk.head, terms)) }
  const answer = view.text.slice(slot.start - view.start, end - view.start).replace(/\s+/g, ' ')
  // Of the other names of the thing, those that the sentence itself gives are no answer.
  const outside = view.text.slice(0, slot.start - view.start) + view.text.slice(end - view.start)
  const accepted = [answer, ...mention.entity.names.filter((name) => name !== answer && !outside.includes(name))]
  const hint = answer === slot.answer ? slot.hint : null
  return { slot: { ...slot, end, answer, accepted, hint, entity: mention.entity, kind: 'entity' }, weight: 0.5 }
}

/** "… is called X", "… known as X": the name is asked by what it names. */
export const namingSlots = (view: View, terms: Terms): Candidate[] =>
  view.tokens.flatMap((_, i) => {
    const at = namedAt(view.tokens, i)
    if (at < 0 || /^(?:for|on|upon|by|to|as)$/.test(view.tokens[at]?.lower ?? '')) return []
    const found = nameFrom(view, at, terms)
    if (!found) return []
    const { slot, weight, extraEdits = [] } = found
    return [{ kind: 'naming' as const, slot, score: 0.72 + weight * 0.2, extraEdits }]
  })
