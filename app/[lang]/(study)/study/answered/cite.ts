import type { Pack, PackDocument, PackFact, PackQuestion } from '#lib/session/index.ts'
import { t } from '#words'
import type { Asked } from '../question.ts'

/** A fact's sentence cut at the answering words, with where it stands. `at` is the part's offset in the sentence. */
export type Cited = {
  parts: { at: number; text: string; marked: boolean }[]
  /** "Section 3, paragraph 2"; empty for a row, which stands in no text. */
  place: string
  href: string | null
}

/** The learner's text of an answer: an order or a match reads as a list. */
export const answerText = (question: PackQuestion): string => {
  if (Array.isArray(question.key)) {
    const left = question.left
    return question.key.map((right, i) => (left ? `${left[i]}: ${right}` : right)).join('; ')
  }
  if (question.form === 'true-false') return t(question.key === 'true' ? 'study.true' : 'study.false')
  return question.unit ? `${question.key} ${question.unit}` : question.key
}

/** Widens a quoted span to the sentence around it; never beyond its paragraph. */
const sentenceAround = (text: string, start: number, end: number): [number, number] => {
  const opened = text.lastIndexOf('\n\n', start - 1)
  const from = opened < 0 ? 0 : opened + 2
  const closed = text.indexOf('\n\n', end)
  const to = closed < 0 ? text.length : closed
  if (typeof Intl.Segmenter !== 'function') return [start, end]
  let first = start
  let last = end
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
    text.slice(from, to),
  )) {
    const begins = from + index
    const ends = begins + segment.trimEnd().length
    if (begins < start && ends > start) first = begins
    if (begins < end && ends > end) last = ends
  }
  return [first, last]
}

type Range = [start: number, end: number]

const words = (text: string): { word: string; range: Range }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({
    word: m[0].toLowerCase(),
    range: [m.index, m.index + m[0].length],
  }))

/** Where `answer` stands in `sentence` as whole words, case aside. */
const find = (sentence: string, answer: string): Range | null => {
  const wanted = words(answer).map((w) => w.word)
  const here = words(sentence)
  for (let i = 0; wanted.length > 0 && i + wanted.length <= here.length; i++) {
    if (!wanted.every((word, k) => here[i + k]?.word === word)) continue
    const first = here[i]
    const last = here[i + wanted.length - 1]
    if (first && last) return [first.range[0], last.range[1]]
  }
  return null
}

/** How many words of a statement may stand for how many of the sentence where it was changed. */
const CHANGE_WORDS_MAX = 8

/** What a false statement changed: the sentence's words between where the two part and where they meet again. */
const changed = (sentence: string, statement: string): Range | null => {
  const here = words(sentence)
  const said = words(statement).map(({ word }) => word)
  const parting = said.findIndex((word, i) => word !== here[i]?.word)
  if (parting < 0) return null
  const meets = (i: number, j: number) =>
    i >= said.length
      ? j >= here.length
      : said[i] === here[j]?.word && (i + 1 >= said.length || said[i + 1] === here[j + 1]?.word)
  for (let length = 1; length <= CHANGE_WORDS_MAX; length++)
    for (let i = 0; i <= CHANGE_WORDS_MAX; i++) {
      const first = here[parting]
      const last = here[parting + length - 1]
      if (first && last && meets(parting + i, parting + length)) return [first.range[0], last.range[1]]
    }
  return null
}

/** Where a passage states the answer, or null where it says it in other words. */
const answerIn = (passage: string, question: PackQuestion): Range | null => {
  if (question.form === 'true-false')
    return question.key === 'true' ? [0, passage.length] : changed(passage, question.stem)
  const keys = Array.isArray(question.key) ? question.key : [question.key, ...question.accepted]
  const ranges = keys.map((key) => find(passage, key)).filter((range) => range !== null)
  return ranges.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0] ?? null
}

/** The answering words of a sentence: in the quote that states the fact, else anywhere in the sentence. */
const answerRange = (sentence: string, quote: Range, question: PackQuestion): Range | null => {
  const inQuote = answerIn(sentence.slice(...quote), question)
  if (inQuote) return [inQuote[0] + quote[0], inQuote[1] + quote[0]]
  return question.form === 'true-false' ? quote : answerIn(sentence, question)
}

const cut = (sentence: string, range: Range | null): Cited['parts'] => {
  if (!range) return [{ at: 0, text: sentence, marked: false }]
  const [start, end] = range
  return [
    { at: 0, text: sentence.slice(0, start), marked: false },
    { at: start, text: sentence.slice(start, end), marked: true },
    { at: end, text: sentence.slice(end), marked: false },
  ].filter((part) => part.text !== '')
}

const placeOf = (document: PackDocument, fact: PackFact, start: number): string => {
  const section = document.sections.findIndex((s) => s.id === fact.sectionId)
  const from = document.sections[section]?.start ?? 0
  const before = document.text.slice(from, start).split(/\n{2,}/)
  const heading = document.sections[section]?.heading
  const headings = heading && before[0]?.trim().replace(/^#+\s*/, '') === heading ? 1 : 0
  const n = Math.max(1, before.length - headings)
  return section < 0 ? t('study.placeOnly', { n }) : t('study.placeInSection', { section: section + 1, n })
}

const cite = (pack: Pack, fact: PackFact, question: PackQuestion): Cited => {
  if (fact.source.kind === 'row') {
    const sentence = `${fact.source.front}: ${fact.source.back}`
    return { parts: cut(sentence, find(sentence, fact.source.back)), place: '', href: null }
  }
  const { documentId, exact } = fact.source
  const document = pack.documents.find((d) => d.id === documentId)
  if (!document) return { parts: cut(exact, answerIn(exact, question)), place: '', href: null }
  const [start, end] = sentenceAround(document.text, fact.source.start, fact.source.end)
  const sentence = document.text.slice(start, end)
  const quote: Range = [fact.source.start - start, fact.source.end - start]
  const query = new URLSearchParams({ set: pack.setId, doc: documentId })
  return {
    parts: cut(sentence, answerRange(sentence, quote, question)),
    place: placeOf(document, fact, start),
    href: `/read?${query}#f${fact.number}`,
  }
}

/** What the footnote of each fact of a question shows. */
export const citedBy = ({ pack, facts, question }: Asked): Cited[] => facts.map((fact) => cite(pack, fact, question))
