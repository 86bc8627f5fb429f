import { genericNouns } from '../lexicon/common.ts'
import type { Candidate, Terms, View } from '../view.ts'
import { informed } from './informed.ts'
import { isPhraseOpen, kept, termness, termSlot } from './termhood.ts'

const FEWEST = 8
const MOST = 26
/** Words by which a sentence says little: an appraisal, a rule of conduct, a shade of meaning. */
const LOOSE =
  /\b(?:important|importance|significant(?:ly)?|major|key|crucial|critical|vital|essential|useful|helpful|interesting|good|better|best|bad|great|successful|popular|famous|well-known|difficult|easy|easier|hard|should|must|need|needs|may|might|could|would|some|several|various|many|much|few|often|sometimes|usually|generally|perhaps|quite|very|rather|too|almost|nearly|even|simply|just|always|never|any|anyone|everyone|people|things?|way|ways)\b/i

/**
 * A sentence that offers nothing certain for a blank and yet states something of a term or a named thing: asked whole, as a
 * statement that is true, or false with another term of the same head in its place.
 */
export const claimSlots = (view: View, terms: Terms): Candidate[] => {
  const { clause, tokens } = view
  if (!clause || view.classified.class !== 'assertion' || view.finite > 2 || LOOSE.test(view.level)) return []
  const words = tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length
  if (words < FEWEST || words > MOST || view.quantities.length > 1) return []
  const subject = view.chunks.find(({ head }) => head === clause.subjectTo)
  const last = tokens[clause.subjectTo]
  if (!last || genericNouns.has(last.lemma)) return []
  const from = subject ? kept(view, subject, terms) : clause.subjectTo
  const named = view.mentions.some(
    ({ start, end }) => start >= (tokens[clause.subjectFrom]?.start ?? 0) && end <= last.end,
  )
  const weight = subject && !named ? termness(view, from, subject.head, terms) : 0
  if (!named && weight < 0.3) return []
  const tells = informed(view, tokens.length, tokens.length)
  if (tells < 0) return []
  const [best] = view.chunks
    .map((chunk) => ({ chunk, at: kept(view, chunk, terms) }))
    .filter(({ chunk, at }) => !isPhraseOpen(view, at, chunk.head))
    .map(({ chunk, at }) => ({ chunk, at, weight: termness(view, at, chunk.head, terms) }))
    .sort((a, b) => b.weight - a.weight)
  if (!best) return []
  // What one person or body did on one day is remembered by its day, or not at all.
  const passing = clause.past && view.dates.length === 0 && named ? 0.04 : 0
  return [
    {
      kind: 'relation',
      slot: termSlot(view, best.at, best.chunk.head),
      score: 0.6 + tells * 0.6 + (named ? 0.05 : weight * 0.08) - passing,
    },
  ]
}
