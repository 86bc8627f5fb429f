import { normalise } from '#lib/answers/index.ts'
import { contentHash, datesIn, type Fact, type Slot } from '#lib/facts/index.ts'
import { levelled } from '#lib/source/index.ts'
import type { Written } from '../generate.ts'
import { sentenceWith } from '../stem.ts'
import type { Quoted } from './quote.ts'

/** Within tier B: fit for review, never published by itself. */
export const PROPOSED_CONFIDENCE = 0.6

/** The fact of the rules that asks for the same answer in the same place. */
export const knownFact = ({ extraction }: Written, quote: Quoted, slot: Slot): Fact | undefined =>
  extraction.facts.find(
    (fact) =>
      fact.sentence >= 0 &&
      fact.slot.start < slot.end &&
      fact.slot.end > slot.start &&
      fact.quote.start >= quote.start &&
      fact.quote.end <= quote.end &&
      fact.slot.accepted.some((answer) => normalise(answer) === normalise(slot.answer)),
  )

/** A fact that the rules did not find, from its quote and its slot. Its id is a hash of both. */
export const newFact = ({ extraction, document }: Written, quote: Quoted, slot: Slot): Fact => {
  const { start, end, exact, sentence, section, sentences } = quote
  const within = (at: number) => at >= sentence && at < sentence + sentences
  const beside = extraction.facts.find((fact) => within(fact.sentence))
  const mentions = extraction.entities.entities
    .filter((entity) => entity.sentences.some(within))
    .flatMap((entity) => {
      const name = entity.names.find((one) => exact.includes(one))
      const at = start + (name ? exact.indexOf(name) : 0)
      return name ? [{ start: at, end: at + name.length, entity }] : []
    })
  const fact: Fact = {
    id: contentHash(`proposed|${exact}|${slot.start - start}|${slot.answer}`),
    kind: slot.kind,
    statement: '',
    quote: { start, end, exact },
    sentence,
    section,
    slot,
    edits: [],
    turn: null,
    mentions,
    dates: datesIn(levelled(document.text.slice(start, end)), start),
    subject: beside?.subject ?? '',
    relation: beside?.relation ?? '',
    confidence: PROPOSED_CONFIDENCE,
  }
  return { ...fact, statement: sentenceWith(fact, null) }
}
