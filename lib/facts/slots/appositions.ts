import type { Chunk } from '../grammar.ts'
import type { Candidate, Terms, View } from '../view.ts'
import { informed } from './informed.ts'
import { abbreviationAfter, inList, isPhraseOpen, termness, termSlot } from './termhood.ts'

const DIFFERENTIA =
  /^(?:that|which|who|whose|in|where|used|of|for|with|made|found|by|containing|consisting|formed|built|designed|responsible|between|from|produced|called|caused|over|when|capable|composed)$/
const OPENS = /^[,—–(]$/
const COUNTED = /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten)$/
const LEAST_WORDS = 4

/** Whether a comma ends what stands before the main clause: "Without a vaccine, the …". Dropped openers do not count. */
const closesFronted = (view: View, comma: number): boolean => {
  const lead = view.edits.find((edit) => edit.start === view.start && edit.text === '')?.end ?? view.start
  const first = view.tokens.findIndex((token) => token.start >= lead)
  const opener = view.tokens[first]
  const fronted =
    /^(?:ADP|SCONJ|ADV|PART)$/.test(opener?.pos ?? '') ||
    /^(?:if|when|while|as|to|for|without)$|ing$/.test(opener?.lower ?? '')
  return fronted && view.tokens.findIndex((token, i) => i > first && token.text === ',') === comma
}

/** First token of the description after a term, "a fibrous membrane that …", with its dash, comma or "which is"; -1 if none. */
const describedFrom = (view: View, head: number): number => {
  const { tokens } = view
  if (!OPENS.test(tokens[head + 1]?.text ?? '')) return -1
  const which = tokens[head + 2]?.lower === 'which' && /^(?:is|are)$/.test(tokens[head + 3]?.lower ?? '')
  const at = which ? head + 4 : head + 2
  return /^(?:an?|the)$/.test(tokens[at]?.lower ?? '') ? at : -1
}

/** Whether a class noun with what sets the thing apart stands there, long enough to tell which thing is meant. */
const describes = (view: View, from: number): boolean => {
  const { tokens } = view
  const kind = view.chunks.find((chunk) => chunk.determiner === from)
  if (!kind) return false
  const after = tokens[kind.head + 1]
  const close = tokens.findIndex((token, i) => i > from && /^[,;.—–):]$/.test(token.text))
  return DIFFERENTIA.test(after?.lower ?? '') && (close < 0 ? tokens.length : close) - from > LEAST_WORDS
}

/** "The dura mater, a tough membrane that …": a term in any place of the sentence that a description follows. */
export const appositionSlots = (view: View, terms: Terms): Candidate[] =>
  view.chunks.flatMap((chunk: Chunk) => {
    const { tokens } = view
    const last = tokens[chunk.head]
    const at = describedFrom(view, chunk.head)
    if (at < 0 || !describes(view, at) || !last || isPhraseOpen(view, chunk.from, chunk.head)) return []
    if (chunk.head - chunk.from > 2 || tokens.slice(chunk.from, chunk.head).some((token) => COUNTED.test(token.lower)))
      return []
    if (tokens[chunk.head + 1]?.text === ',' && closesFronted(view, chunk.head + 1)) return []
    const determiner = chunk.determiner === null ? '' : (tokens[chunk.determiner]?.lower ?? '')
    if (determiner !== '' && !/^(?:an?|the)$/.test(determiner)) return []
    if (view.mentions.some((mention) => mention.start < last.end && mention.end > (tokens[chunk.from]?.start ?? 0)))
      return []
    const listed = /^(?:and|or|,)$/.test(tokens[(chunk.determiner ?? chunk.from) - 1]?.lower ?? '')
    const weight = termness(view, chunk.from, chunk.head, terms)
    if (weight < 0.35 || (listed && inList(view, chunk))) return []
    const extraEdits = abbreviationAfter(view, chunk.head)
    const told = view.clause?.past ? 0.08 : 0
    const score = 0.6 - told + weight * 0.2 + informed(view, chunk.from, chunk.head)
    return [{ kind: 'definition' as const, slot: termSlot(view, chunk.from, chunk.head), score, extraEdits }]
  })
