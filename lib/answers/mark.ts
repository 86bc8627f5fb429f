import { markMatch, markOrder } from './arranged.ts'
import { type Counting, leavingArticle, missesWhatCounts } from './counting.ts'
import { type Diff, diffOf } from './diff.ts'
import { markWritten } from './written.ts'

export type MarkedForm = 'choice' | 'cloze' | 'typed' | 'true-false' | 'number' | 'order' | 'match'

/** What marking needs of a question; a pack's question fits. */
export type Markable = {
  form: MarkedForm
  key: string | readonly string[]
  accepted: readonly string[]
  options?: readonly { text: string }[]
  left?: readonly string[]
  unit?: string
}

export type Verdict = 'right' | 'wrong'

export type Marking = {
  verdict: Verdict
  /** Right but for a small typo. */
  nearly: boolean
  /** For order and match: a verdict for each item of `key` (match: of `left`), in that order. */
  parts?: Verdict[]
  /** For what was typed and is not letter for letter the text: the given row, then the text row. */
  diff?: Diff
}

const markParts = (parts: Verdict[]): Marking => ({
  verdict: parts.every((part) => part === 'right') ? 'right' : 'wrong',
  nearly: false,
  parts,
})

const markTyped = (
  question: Markable,
  given: string,
  aliases: readonly (readonly string[])[],
  known: readonly string[],
  counting: Counting,
): Marking => {
  const texts = [...(typeof question.key === 'string' ? [question.key] : question.key), ...question.accepted]
  const lenient = { ...question, accepted: [...texts, ...texts.map((text) => leavingArticle(text, counting))] }
  const marked = markWritten(lenient, leavingArticle(given, counting), aliases, known)
  const missed = marked.verdict === 'right' && missesWhatCounts(given, texts, counting)
  const { verdict, nearly, beside } = missed ? { ...marked, verdict: 'wrong' as const, nearly: false } : marked
  const diff = diffOf(given, beside)
  // What is right in quite another form ("15 Dec 2016") has no difference worth showing.
  const worth = diff && (verdict === 'wrong' || diff[0].some((run) => run.kind === 'same'))
  return worth ? { verdict, nearly, diff } : { verdict, nearly }
}

/**
 * Marks an answer. `given`: the option's text, 'true' or 'false', what was typed, or for order the texts in the chosen
 * order and for match the chosen text for each of `left`. `aliases`: groups of names for one thing. `known`: answers to
 * other questions, which never pass for a misspelling of this one. `counting`: what of the following is not forgiven here.
 *
 * Forgiven in what is typed: case, accents, punctuation, spacing, articles, British or American spelling, number words,
 * fractions and Roman numbers in digits, separators of thousands, units written out, the form of a date, the order of a
 * list, a missing unit, and slips of the pen (up to 4 letters none, up to 8 one, else two; never in a token with digits,
 * nor where another prefix makes another word).
 */
export const mark = (
  question: Markable,
  given: string | readonly string[],
  aliases: readonly (readonly string[])[] = [],
  known: readonly string[] = [],
  counting: Counting = {},
): Marking => {
  const key = typeof question.key === 'string' ? [question.key] : question.key
  const list = typeof given === 'string' ? [given] : given
  const text = list.join(', ')
  switch (question.form) {
    case 'order':
      return markParts(markOrder(key, list))
    case 'match':
      return markParts(markMatch(key, list))
    case 'choice':
    case 'true-false':
      return { verdict: [...key, ...question.accepted].includes(text.trim()) ? 'right' : 'wrong', nearly: false }
    default:
      return markTyped(question, text, aliases, known, counting)
  }
}
