import { mark } from '#lib/answers/index.ts'
import { seededRandom, shuffled, standsIn } from '#lib/base/index.ts'
import { wordNumber } from '#lib/facts/index.ts'
import type { Draft, Fact } from '../draft.ts'
import { draftOf, tellingOf } from '../forms/base.ts'
import type { Written } from '../generate.ts'
import type { Distractor } from '../pool.ts'
import { isForeign } from './wording.ts'

const WANTED = 3
const numberOf = (text: string): number => wordNumber(text) ?? Number(text.replace(/[,\s]/g, ''))
const isNumber = (text: string): boolean => text !== '' && Number.isFinite(numberOf(text))
const shapeOf = (text: string): string =>
  isNumber(text) ? (wordNumber(text) === null ? 'digits' : 'number word') : /^\p{Lu}/u.test(text) ? 'name' : 'words'

/** The text around a fact, where a thing that is named may share in what the fact says. */
const paragraphOf = ({ document }: Written, fact: Fact): string => {
  const block = document.blocks[document.sentences[fact.sentence]?.block ?? -1]
  return block ? document.text.slice(block.start, block.end) : fact.quote.exact
}

/** Of named things only those stand beside an answer that the document names too, so that their type is known. */
const certified = ({ pool, around }: Written, fact: Fact, text: string): boolean => {
  const { entity } = fact.slot
  const other = pool.table.find(text)
  if (around.alsoTrue(fact, text)) return false
  if (!entity) return fact.slot.kind !== 'entity' && other === undefined && shapeOf(text) !== 'name'
  return other !== undefined && other.type === entity.type && entity.type !== 'name' && !pool.standsBeside(fact, other)
}

/** As many words as the answer, where the question says how many; else about as many. */
const isOfLength = ({ slot }: Fact, text: string): boolean => {
  const difference = Math.abs(text.split(/\s+/).length - slot.answer.split(/\s+/).length)
  return difference <= (/words?$/.test(slot.hint ?? '') ? 0 : 2)
}

/** Proposed options that are wrong for certain and of the answer's kind, each with the reason. */
const wrongOptions = (written: Written, fact: Fact, proposed: readonly string[]): Distractor[] => {
  const { slot } = fact
  const paragraph = paragraphOf(written, fact).toLowerCase()
  const out: string[] = []
  for (const text of proposed) {
    const like = (other: string) =>
      mark({ form: 'typed', key: other, accepted: [other] }, text, written.extraction.aliases)
    if (shapeOf(text) !== shapeOf(slot.answer) || !isOfLength(fact, text) || isForeign(written, `What ${text}`))
      continue
    if (standsIn(paragraph, text.toLowerCase()) || !certified(written, fact, text)) continue
    if ([...slot.accepted, ...out].some((other) => like(other).verdict === 'right')) continue
    if (out.some((other) => written.around.sameThing(other, text))) continue
    out.push(text)
  }
  return out.slice(0, WANTED).map((text) => ({
    text,
    wrongBecause: `The document says this of ${slot.answer}, not of ${text}.`,
  }))
}

/** The question with options, where three of those proposed can be certified. */
export const optionsDraft = (
  written: Written,
  fact: Fact,
  stem: string,
  proposed: readonly string[],
  score: number,
): Draft | null => {
  const wrong = fact.slot.kind === 'date' ? [] : wrongOptions(written, fact, proposed)
  if (wrong.length < WANTED) return null
  const all = [{ text: fact.slot.answer }, ...wrong]
  const numeric = all.every(({ text }) => isNumber(text))
  const options = numeric
    ? [...all].sort((a, b) => numberOf(a.text) - numberOf(b.text))
    : shuffled(all, seededRandom(`${fact.id}|${stem}`))
  const type = fact.slot.entity?.type ?? fact.slot.kind
  return draftOf([fact], {
    form: 'choice',
    stem,
    key: fact.slot.answer,
    accepted: [fact.slot.answer],
    options,
    optionTypes: options.map(({ text }) => written.pool.table.find(text)?.type ?? type),
    telling: tellingOf(fact),
    contextLine: written.contextLine(fact),
    score,
  })
}
