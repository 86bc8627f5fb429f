import type { Direction } from '#lib/log/index.ts'
import type { GeneratedFact } from '#lib/questions/index.ts'
import { likest } from './likeness.ts'

/** What a person wrote of a fact, which no later run of a generator may write over. */
export type ReviewedFact = {
  readonly statement: string
  readonly kind: string
  readonly attribution: string | null
  readonly confidence: number | null
}

/** A fact as its newest version has it; where a person wrote that, worded as the generator last had it, to be found again by. */
export type KnownFact = {
  readonly reviewed: ReviewedFact | null
  readonly id: string
  readonly version: number
  readonly documentVersionId: string | null
  readonly statement: string
  readonly kind: string
  readonly start: number | null
  readonly end: number | null
  readonly exact: string | null
  readonly attribution: string | null
}

/** A question as its newest version has it, or, where a person wrote that, as the last before; `hash` is over all that a learner sees. */
export type KnownQuestion = {
  /** The version that a person wrote, as it is stored. */
  readonly reviewed: ReviewedQuestion | null
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly form: string
  readonly stem: string
  readonly factIds: readonly string[]
}

type Key<T> = (one: T) => string

/** Pairs what has the same key on both sides. With `alone`, only where neither side has a second one under that key. */
const pair = <A, B>(fresh: Set<A>, known: Set<B>, keyA: Key<A>, keyB: Key<B>, alone: boolean): [A, B][] => {
  const grouped = new Map<string, B[]>()
  for (const one of known) grouped.set(keyB(one), [...(grouped.get(keyB(one)) ?? []), one])
  const counts = new Map<string, number>()
  for (const one of fresh) counts.set(keyA(one), (counts.get(keyA(one)) ?? 0) + 1)
  const pairs: [A, B][] = []
  for (const one of fresh) {
    const candidates = grouped.get(keyA(one))
    if (alone && (candidates?.length !== 1 || counts.get(keyA(one)) !== 1)) continue
    const match = candidates?.shift()
    if (match) pairs.push([one, match])
  }
  for (const [a, b] of pairs) {
    fresh.delete(a)
    known.delete(b)
  }
  return pairs
}

/** From here on two quotes state one thing in other words. */
const ALIKE = 0.9

/** A sentence whose figures were brought up to date states one thing still, however many of its digits changed. */
const butForNumbers = (text: string): string => text.replace(/\d[\d.,]*(?<=\d)/g, '#')

const words = (...parts: readonly (string | null)[]) => JSON.stringify(parts)

/**
 * Which fact each drafted one is, so that a learner's memory of it lives on in the next edition: the same quote, statement and
 * kind; then the same quote and kind, where that is clear; then the same statement, where that is clear; then the same quote but
 * for its numbers, likewise; then the quote most like it, of the same kind.
 */
export const matchFacts = (drafted: readonly GeneratedFact[], known: readonly KnownFact[]): Map<string, KnownFact> => {
  const fresh = new Set(drafted)
  const left = new Set(known)
  const pairs = [
    ...pair(
      fresh,
      left,
      (fact) => words(fact.quote.exact, fact.statement, fact.kind),
      (fact) => words(fact.exact, fact.statement, fact.kind),
      false,
    ),
    ...pair(
      fresh,
      left,
      (fact) => words(fact.quote.exact, fact.kind),
      (fact) => words(fact.exact, fact.kind),
      true,
    ),
    ...pair(
      fresh,
      left,
      (fact) => fact.statement,
      (fact) => fact.statement,
      true,
    ),
    ...pair(
      fresh,
      left,
      (fact) => words(butForNumbers(fact.quote.exact), fact.kind),
      (fact) => words(butForNumbers(fact.exact ?? ''), fact.kind),
      true,
    ),
  ]
  for (const kind of new Set([...fresh].map((fact) => fact.kind)))
    pairs.push(
      ...likest(
        [...fresh].filter((fact) => fact.kind === kind),
        [...left].filter((fact) => fact.kind === kind),
        { fresh: ({ quote }) => quote.exact, known: ({ exact }) => exact ?? '' },
        ALIKE,
      ),
    )
  return new Map(pairs.map(([fact, match]) => [fact.id, match]))
}

/** A drafted fact in the words that are to be stored: a person's, where they have written some. */
export const wordingOf = (fact: GeneratedFact, known: KnownFact | undefined): ReviewedFact => {
  const { statement, kind, attribution = null, confidence } = fact
  return known?.reviewed ?? { statement, kind, attribution, confidence }
}

/** Whether a drafted fact is word for word, and place for place, the version that is stored. */
export const isSameFact = (fact: GeneratedFact, known: KnownFact, documentVersionId: string): boolean => {
  const wording = wordingOf(fact, known)
  const stored = known.reviewed ?? known
  return (
    known.documentVersionId === documentVersionId &&
    stored.statement === wording.statement &&
    stored.kind === wording.kind &&
    known.start === fact.quote.start &&
    known.end === fact.quote.end &&
    known.exact === fact.quote.exact &&
    stored.attribution === wording.attribution
  )
}

/** What a row of a question holds (a person's may also have a picture or a sound, which go along), and the versions of the facts that it asks. */
export type ReviewedQuestion = {
  readonly row: QuestionContent
  readonly links: readonly { factId: string; factVersion: number }[]
}
export type QuestionContent = {
  readonly form: string
  readonly direction: Direction
  readonly stem: string
  readonly key: unknown
  readonly accepted: unknown
  readonly options?: unknown
  readonly left?: unknown
  readonly unit: string | null
  readonly rationale: string
  readonly tier: string
  readonly lints: unknown
  readonly language: string
  readonly engineVersion: string | null
}

/** A drafted question under the ids its facts have for good. */
export type PlacedQuestion = {
  readonly hash: string
  readonly form: string
  readonly stem: string
  readonly factIds: string[]
}

/** Which question each drafted one is: the same in everything, else the same form, stem and facts. */
export const matchQuestions = <T extends PlacedQuestion>(
  drafted: readonly T[],
  known: readonly KnownQuestion[],
): Map<T, KnownQuestion> => {
  const fresh = new Set(drafted)
  const left = new Set(known)
  const asked = (one: PlacedQuestion | KnownQuestion) => words(one.form, one.stem, ...one.factIds)
  return new Map([
    ...pair(
      fresh,
      left,
      (one) => one.hash,
      (one) => one.hash,
      false,
    ),
    ...pair(fresh, left, asked, asked, true),
  ])
}
