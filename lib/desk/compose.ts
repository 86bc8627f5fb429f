/** A fact as a set shows it, with what it can be chosen by. */
export type PartFact = {
  readonly id: string
  readonly version: number
  /** Of the section it stands in; null where it stands under none. */
  readonly heading: string | null
  readonly documentVersionId: string | null
}
export type PartQuestion = {
  readonly id: string
  readonly version: number
  readonly form: string
  readonly factIds: readonly string[]
}
/** What one part offers. */
export type Part = {
  /** Headings of the sections that are taken in; null: all of it. */
  readonly sections: readonly string[] | null
  readonly facts: readonly PartFact[]
  readonly questions: readonly PartQuestion[]
}

type Choice = {
  /** Null means all. */
  readonly forms: readonly string[] | null
  /** Ids of facts and questions. */
  readonly leftOut: ReadonlySet<string>
  /** By id of a fact that somebody else wrote, the one that stands in its place. */
  readonly instead: ReadonlyMap<string, PartFact>
}

/** In the order given, each id once. */
const firstOfEach = <T extends { readonly id: string }>(all: readonly T[]): T[] => {
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/**
 * What a set shows that is put together of parts, in their order: each fact once, as its first part has it, and each question
 * whose facts are all there. A pair needs no question of its own; any other fact that nothing asks is left out.
 */
export const composed = (
  parts: readonly Part[],
  { forms, leftOut, instead }: Choice,
): { facts: PartFact[]; questions: PartQuestion[] } => {
  const taken = parts.flatMap(({ sections, facts }) =>
    facts.filter(({ heading, id }) => !leftOut.has(id) && (sections === null || sections.includes(heading ?? ''))),
  )
  const facts = firstOfEach(taken.map((fact) => instead.get(fact.id) ?? fact))
  const versions = new Map(facts.map(({ id, version }) => [id, version]))
  const questions = firstOfEach(parts.flatMap((part) => part.questions)).filter(
    ({ id, form, factIds }) =>
      !leftOut.has(id) && (forms === null || forms.includes(form)) && factIds.every((factId) => versions.has(factId)),
  )
  const asked = new Set(questions.flatMap(({ factIds }) => factIds))
  return { facts: facts.filter(({ id, documentVersionId }) => documentVersionId === null || asked.has(id)), questions }
}
