import { err, ok } from '#lib/base/index.ts'
import type { Checked, DeskQuestion } from './types.ts'

/** Stands for the answer in a sentence with a gap. */
const BLANK = '____'
const STEM_MAX = 600
const ANSWER_MAX = 200
const ANSWERS_MAX = 20
const OPTIONS_MAX = 6

/** What a person may write of a question; the first of `answers` is shown as the answer, the others count as well. */
export type Wording = {
  readonly stem: string
  readonly answers: readonly string[]
  /** Wrong answers to choose from; empty: the answer is typed. */
  readonly wrong: readonly string[]
}

/** A question as it is stored: its form follows from what was written. */
export type Written = Pick<DeskQuestion, 'form' | 'stem' | 'unit'> & {
  readonly key: string
  readonly accepted: readonly string[]
  readonly options: DeskQuestion['options']
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const folded = (text: string): string => tidy(text).toLowerCase()

const problem = (field: string, what: string) => err({ field, problem: what })

/** Whether a form can be worded anew by hand; the parts of the others hang together with the facts that they ask. */
export const isWordedByHand = (form: string): boolean => form !== 'order' && form !== 'match'

/**
 * A question from what a person wrote. `before`: the question that is worded anew, whose form it keeps where that still fits.
 * Problems name the field and what is wrong: `empty`, `long`, `many`, `answer-in-stem`, `same`, `not-a-number`, `not-true-false`.
 */
export const writtenQuestion = (
  { stem: given, answers: all, wrong: others }: Wording,
  before?: Pick<DeskQuestion, 'form' | 'unit'>,
): Checked<Written> => {
  const stem = tidy(given)
  const answers = all.map(tidy).filter((text) => text !== '')
  const wrong = others.map(tidy).filter((text) => text !== '')
  const [key] = answers
  if (stem === '') return problem('stem', 'empty')
  if (stem.length > STEM_MAX) return problem('stem', 'long')
  if (key === undefined) return problem('answers', 'empty')
  if (answers.length > ANSWERS_MAX) return problem('answers', 'many')
  if (wrong.length >= OPTIONS_MAX) return problem('wrong', 'many')
  if (answers.some(({ length }) => length > ANSWER_MAX)) return problem('answers', 'long')
  if (wrong.some(({ length }) => length > ANSWER_MAX)) return problem('wrong', 'long')
  const right = new Set(answers.map(folded))
  if (wrong.some((text) => right.has(folded(text))) || new Set(wrong.map(folded)).size < wrong.length)
    return problem('wrong', 'same')
  const written = { stem, key, unit: null, accepted: [...new Set(answers)], options: [] }
  if (before?.form === 'true-false')
    return key === 'true' || key === 'false'
      ? ok({ ...written, accepted: [key], form: 'true-false' })
      : problem('answers', 'not-true-false')
  if (folded(stem.replaceAll(BLANK, ' ')).includes(folded(key)) && key.length > 2)
    return problem('stem', 'answer-in-stem')
  if (before?.form === 'number')
    return Number.isFinite(Number(key))
      ? ok({ ...written, unit: before.unit, form: 'number' })
      : problem('answers', 'not-a-number')
  if (wrong.length > 0) {
    const options = [{ text: key }, ...wrong.map((text) => ({ text }))]
    return ok({ ...written, form: 'choice', options })
  }
  return ok({ ...written, form: stem.includes(BLANK) ? 'cloze' : 'typed' })
}

type Worded = Pick<DeskQuestion, 'stem' | 'key' | 'accepted'> & {
  readonly options: readonly { readonly text: string }[]
}

/** A question as it is worded. */
export const wordingOf = ({ stem, key, accepted, options }: Worded): Wording => ({
  stem,
  answers: typeof key === 'string' ? [key, ...accepted.filter((one) => one !== key)] : [...accepted],
  wrong: options.map(({ text }) => text).filter((text) => text !== key),
})

/** The sentence of a fact with some of its words taken out, as a first wording of a question that asks for them. */
export const withGap = (sentence: string, from: number, to: number): Wording => ({
  stem: tidy(`${sentence.slice(0, from)}${BLANK}${sentence.slice(to)}`),
  answers: [tidy(sentence.slice(from, to))],
  wrong: [],
})

type Stretch = { readonly start: number; readonly end: number }

/** The sentences that hold a selection in a text, as one stretch, and the selection without the white space around it. */
export const sentencesAround = (
  text: string,
  sentences: readonly Stretch[],
  selected: Stretch,
): { readonly quote: Stretch; readonly answer: Stretch } | null => {
  const raw = text.slice(selected.start, selected.end)
  const start = selected.start + raw.length - raw.trimStart().length
  const end = selected.end - (raw.length - raw.trimEnd().length)
  if (end <= start) return null
  const held = sentences.filter((one) => one.start < end && one.end > start)
  const [first] = held
  const last = held.at(-1)
  if (!first || !last || first.start > start || last.end < end) return null
  return { quote: { start: first.start, end: last.end }, answer: { start, end } }
}
