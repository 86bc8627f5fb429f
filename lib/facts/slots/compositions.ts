import type { Chunk } from '../grammar.ts'
import { genericNouns } from '../lexicon/common.ts'
import type { Candidate, Terms, View } from '../view.ts'
import { informed } from './informed.ts'
import { termness, termSlot } from './termhood.ts'

/** Words before a list that is complete: nothing else is a part, a kind or a product. */
const WHOLE =
  /\b(?:(?:is|are|was|were) (?:composed|made|made up|formed|comprised|a (?:combination|mixture|compound|product)) (?:of|from)|consists? of|comprises?|(?:is|are|can be) (?:divided|split|broken down|grouped|classified|separated|subdivided|categori[sz]ed) (?:into|as)|(?:types?|kinds?|classes|forms|parts|layers|branches|components|elements|stages|phases|products?|bases|features|sources) (?:of (?:\p{L}+ ){1,3})?(?:is|are|include)|(?:are|is) converted (?:in)?to|is the (?:sum|product|ratio) of|supplie[sd] by|connects?|separates?|combines?) $/iu
const LONGEST = 5
/** Characters before a list in which its verb is looked for. */
const REACH = 60

/** The members of "a, b and c" from a chunk on, as chunks; none where anything but commas, articles and "and" stands between. */
const membersFrom = (view: View, first: number): Chunk[] => {
  const out: Chunk[] = []
  for (let at = first; at < view.chunks.length && out.length <= LONGEST; at++) {
    const chunk = view.chunks[at]
    const before = out.at(-1)
    if (!chunk) break
    if (before) {
      const gap = view.tokens.slice(before.head + 1, chunk.determiner ?? chunk.from).map((token) => token.lower)
      if (!/^(?:,|and|, and|,? ?both)$/.test(gap.join(' '))) break
    }
    out.push(chunk)
    const next = view.tokens[chunk.head + 1]
    if (!next || !/^(?:,|and)$/.test(next.lower)) break
  }
  return out
}

const closed = (view: View, members: Chunk[]): boolean => {
  const last = members.at(-1)
  const before = members.at(-2)
  if (!last || !before) return false
  const gap = view.tokens.slice(before.head + 1, last.determiner ?? last.from)
  return gap.some((token) => token.lower === 'and')
}

/** "Tissue X consists of a, b and c": the last member is asked, as the others and the whole leave one only. */
export const compositionSlots = (view: View, terms: Terms): Candidate[] =>
  view.chunks.flatMap((chunk, i) => {
    const first = view.tokens[chunk.determiner ?? chunk.from]
    if (
      !first ||
      !WHOLE.test(view.level.slice(Math.max(0, first.start - view.start - REACH), first.start - view.start))
    )
      return []
    const members = membersFrom(view, i)
    const last = members.at(-1)
    const head = last ? view.tokens[last.head] : undefined
    if (!last || !head || members.length < 2 || members.length > LONGEST || !closed(view, members)) return []
    const next = view.tokens[last.head + 1]
    if (next && (/^(?:of|'s|or|etc)$/.test(next.lower) || /^(?:NOUN|PROPN|ADJ)$/.test(next.pos))) return []
    if (last.head === last.from && genericNouns.has(head.lower)) return []
    if (view.mentions.some((mention) => mention.start < head.end && mention.end > (view.tokens[last.from]?.start ?? 0)))
      return []
    const counted = view.tokens[last.from]?.pos === 'NUM' ? last.from + 1 : last.from
    if (counted > last.head || last.head - counted > 3) return []
    if (head.pos === 'PROPN' || view.clause?.past || termness(view, counted, last.head, terms) < 0.2) return []
    const score = 0.64 + Math.min(0.06, members.length * 0.02) + informed(view, counted, last.head)
    return [{ kind: 'enumeration' as const, slot: termSlot(view, counted, last.head), score }]
  })
