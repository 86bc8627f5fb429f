import type { GeneratedFact } from '#lib/questions/index.ts'

/** A fact as its newest version has it. */
export type KnownFact = {
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

/** A question as its newest version has it; `hash` is over all that a learner sees of it. */
export type KnownQuestion = {
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

const words = (...parts: readonly (string | null)[]) => JSON.stringify(parts)

/**
 * Which fact each drafted one is, so that a learner's memory of it lives on in the next edition: the same quote, statement and
 * kind; then the same quote and kind, where that is clear; then the same statement, where that is clear.
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
  ]
  return new Map(pairs.map(([fact, match]) => [fact.id, match]))
}

/** Whether a drafted fact is word for word, and place for place, the version that is stored. */
export const isSameFact = (fact: GeneratedFact, known: KnownFact, documentVersionId: string): boolean =>
  known.documentVersionId === documentVersionId &&
  known.statement === fact.statement &&
  known.kind === fact.kind &&
  known.start === fact.quote.start &&
  known.end === fact.quote.end &&
  known.exact === fact.quote.exact &&
  known.attribution === (fact.attribution ?? null)

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
