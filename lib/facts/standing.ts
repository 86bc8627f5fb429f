import type { SourceSpan } from '#lib/source/index.ts'
import { classify } from './classify.ts'
import { closeSentence } from './closure.ts'
import { fullNames } from './edits.ts'
import { chunksOf, clauseOf, finiteVerbs } from './grammar.ts'
import type { Surroundings } from './surroundings.ts'
import { asideCuts, type Cut, frontCut, leadingCuts, middleCut, tailCuts } from './trims.ts'
import type { Edit, Token } from './types.ts'
import type { View } from './view.ts'

const FEWEST_WORDS = 6
const MOST_WORDS = 42

/** A sentence as a stem may carry it, or why none may. `open`: what keeps it from standing alone; null where nothing does. */
export type Standing = { view: View; open: string | null /** Those of its edits that close it. */; closing: Edit[] }

type Trim = { tokens: Token[]; cuts: Edit[] }

const without = ({ tokens, cuts }: Trim, { from, to }: Cut): Trim => {
  const start = from > 0 ? (tokens[from - 1]?.end ?? 0) : (tokens[0]?.start ?? 0)
  const end = from > 0 ? (tokens[to - 1]?.end ?? start) : (tokens[to]?.start ?? start)
  const inner = cuts.filter((cut) => cut.start < start || cut.end > end)
  return { tokens: tokens.filter((_, i) => i < from || i >= to), cuts: [...inner, { start, end, text: '' }] }
}

const asidesOff = (view: View): Trim => {
  let trim: Trim = { tokens: view.tokens, cuts: [] }
  for (const cut of asideCuts(view.tokens, view.level).reverse()) trim = without(trim, cut)
  return trim
}

const outside = (cuts: readonly Edit[]) => (span: SourceSpan) =>
  !cuts.some((cut) => span.start < cut.end && span.end > cut.start)

/** The view of what a trim leaves; all offsets stay as they are, what is cut reads as blanks. */
const trimmed = (view: View, { tokens, cuts }: Trim): View => {
  if (cuts.length === 0) return view
  let { level } = view
  for (const { start, end } of cuts) {
    const [from, to] = [start - view.start, end - view.start]
    level = level.slice(0, from) + ' '.repeat(to - from) + level.slice(to)
  }
  const kept = outside(cuts)
  const dates = view.dates.filter(kept)
  const ends = dates.map((date) => tokens.findIndex((token) => token.start >= date.end)).filter((at) => at > 0)
  return {
    ...view,
    tokens,
    level,
    chunks: chunksOf(tokens),
    mentions: view.mentions.filter(kept),
    dates,
    quantities: view.quantities.filter(kept),
    clause: clauseOf(tokens, ends),
    finite: finiteVerbs(tokens),
    emphasised: view.emphasised.filter(kept),
  }
}

/** Ways to trim, the one that loses least first. */
const trimsOf = (whole: View): Trim[] => {
  const base = asidesOff(whole)
  const { clause, tokens } = trimmed(whole, base)
  if (!clause) return [base]
  const tails = tailCuts(tokens, clause).map((cut) => without(base, cut))
  const [front, middle] = [frontCut(tokens, clause), middleCut(tokens, clause)]
  const fronted = front ? [base, ...tails].map((trim) => without(trim, front)) : []
  const inner = middle ? [base, ...tails].map((trim) => without(trim, middle)) : []
  const second = leadingCuts(tokens, clause).map((cut) => without(base, cut))
  return [base, ...tails.slice(0, 4), ...fronted.slice(0, 3), ...inner.slice(0, 3), ...second.slice(0, 2)]
}

const RESCUED = /^(?:opinion|hypothetical|plan|negated|superseded|address|quote)$/
const wordsIn = (tokens: Token[]) => tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length

/** "Following its defeat, Saxony …": what is put in brackets before the subject would stand for the subject. */
const ahead = ({ clause, tokens }: View, edits: readonly Edit[]): boolean => {
  const subject = clause?.fronted ? (tokens[clause.subjectFrom]?.start ?? 0) : 0
  return edits.some((edit) => edit.start < subject && /^\[.*'s?\]$/.test(edit.text))
}

/**
 * The sentence without its asides; where that cannot stand alone, or is of a kind that makes no facts, what is left of it
 * without a trailing clause, what stands before its subject, or what stands between its subject and its verb. `next`: the
 * sentence after it.
 */
export const standing = (whole: View, around: Surroundings, title: string, next: string): Standing => {
  let best: Standing | null = null
  for (const trim of trimsOf(whole)) {
    const view = trimmed(whole, trim)
    const [first] = view.tokens
    const left = view.level.slice((first?.start ?? view.start) - view.start)
    const level = first === whole.tokens[0] ? left : left.slice(0, 1).toUpperCase() + left.slice(1)
    const classified = classify(level, view.tokens, view.clause, next)
    const closed = closeSentence(view.tokens, level, view.mentions, around)
    const misspelt = view.dates.flatMap((date) => date.misspelt ?? [])
    const edits = [...trim.cuts, ...closed.edits, ...fullNames(view, title), ...misspelt]
    const words = wordsIn(view.tokens)
    const open =
      closed.open ??
      (ahead(view, closed.edits) ? 'a possessive stands before its owner' : null) ??
      (words < FEWEST_WORDS ? 'too short' : words > MOST_WORDS ? 'too long' : null)
    const result: Standing = { view: { ...view, classified, edits }, open, closing: closed.edits }
    best ??= result
    if (/^(?:assertion|attributed)$/.test(classified.class)) {
      if (open === null) return result
    } else if (!RESCUED.test(classified.class)) break
  }
  return best ?? { view: whole, open: null, closing: [] }
}
