import { abbreviationSlots } from './slots/abbreviations.ts'
import { appositionSlots } from './slots/appositions.ts'
import { compositionSlots } from './slots/compositions.ts'
import { dateSlots } from './slots/dates.ts'
import { conditionSlots } from './slots/definitions.ts'
import { entitySlots } from './slots/entities.ts'
import { fractionSlots } from './slots/fractions.ts'
import { listSlots } from './slots/lists.ts'
import { lifeSlots } from './slots/lives.ts'
import { namingSlots, synonymSlots } from './slots/naming.ts'
import { quantitySlots } from './slots/quantities.ts'
import { termness } from './slots/termhood.ts'
import { emphasisedSlots, termSlots } from './slots/terms.ts'
import type { Entity } from './types.ts'
import type { Candidate, Terms, View } from './view.ts'
import { wordsOf } from './words.ts'

export const ASKED_A_SENTENCE = 2
const LEAST = 0.5
const SECOND_LEAST = 0.7

/** What candidates are judged by beside their sentence. */
type Asked = { title: string; heading: string; terms: Terms; topics: ReadonlySet<Entity> }

/** Everything that could be asked of a sentence, with its score. */
export const candidatesOf = (
  view: View,
  definitions: readonly Candidate[],
  { title, heading, terms, topics }: Asked,
): Candidate[] => {
  const contextLine = `${title} ${heading}`
  const attributed = view.classified.class === 'attributed' ? 0.06 : 0
  const hedged = view.finite > 2 ? 0.06 : 0
  const counted = quantitySlots(view)
  if (view.level.endsWith(':')) return counted.filter((candidate) => candidate.extraEdits)
  return [
    ...definitions,
    ...conditionSlots(view, terms),
    ...appositionSlots(view, terms),
    ...abbreviationSlots(view, terms),
    ...namingSlots(view, terms),
    ...synonymSlots(view, terms),
    ...listSlots(view),
    ...compositionSlots(view, terms),
    ...emphasisedSlots(view, terms),
    ...lifeSlots(view),
    ...dateSlots(view, contextLine),
    ...fractionSlots(view),
    ...counted,
    ...entitySlots(view, topics),
    ...termSlots(view, terms),
  ].map((candidate) => ({
    ...candidate,
    score: Math.max(0, candidate.score - attributed - hedged - unanchored(view, candidate, contextLine, terms)),
  }))
}

/** A number or date of nothing named: neither a name, nor a term of the title or heading, nor one that recurs. */
const unanchored = (view: View, candidate: Candidate, contextLine: string, terms: Terms): number => {
  if ((candidate.kind !== 'quantity' && candidate.kind !== 'date') || view.mentions.length > 0) return 0
  const shown = wordsOf(contextLine)
  if (view.tokens.some((token) => token.pos === 'NOUN' && shown.has(token.lemma))) return 0
  const termed = view.chunks.some((chunk) => termness(view, chunk.from, chunk.head, terms) >= 0.5)
  return termed ? 0 : 0.14
}

/** The best candidate, and another of a different kind where it is strong. */
export const chosenOf = (candidates: readonly Candidate[]): Candidate[] => {
  const sorted = candidates
    .filter((candidate) => candidate.score >= LEAST)
    .sort((a, b) => b.score - a.score || a.slot.start - b.slot.start)
  const [first] = sorted
  if (!first) return []
  const second = sorted.find(
    (other) =>
      other !== first &&
      other.score >= SECOND_LEAST &&
      (other.slot.end <= first.slot.start || other.slot.start >= first.slot.end) &&
      other.kind !== first.kind,
  )
  return second ? [first, second].slice(0, ASKED_A_SENTENCE) : [first]
}
