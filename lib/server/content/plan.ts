import type { GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import { sha256 } from '../ids.ts'
import { type Draft, shown } from './draft.ts'
import { isSameFact, type KnownFact, type KnownQuestion, matchFacts, matchQuestions } from './match.ts'
import { packOf } from './pack-of.ts'
import { questionHash } from './question-hash.ts'

/** Where a draft is to be published. `idFor` makes an id for a new row that is described by `what`, unlike any in `taken`. */
export type Target = {
  readonly setId: string
  readonly documentId: string
  readonly ownerId: string | null
  readonly idFor: (what: string, taken: ReadonlySet<string>) => string
}

/** What earlier versions of a set hold: every fact and question they ever showed, and the newest edition of the document. */
export type Known = {
  readonly version: number
  readonly edition: KnownEdition | null
  readonly facts: readonly KnownFact[]
  readonly questions: readonly KnownQuestion[]
}
export type KnownEdition = {
  readonly id: string
  readonly version: number
  readonly sha256: string
  readonly title: string
  readonly source: string | null
  readonly sections: readonly SectionRow[]
}
type SectionRow = { id: string; position: number; heading: string; start: number; end: number }

/** Before the first version. */
export const nothingKnown: Known = { version: 0, edition: null, facts: [], questions: [] }

const planEdition = (draft: Draft, { edition }: Known, { documentId, idFor }: Target) => {
  const hash = sha256(draft.text)
  if (edition && edition.sha256 === hash && edition.title === draft.title && edition.source === draft.source)
    return { id: edition.id, sections: edition.sections, row: null }
  const version = (edition?.version ?? 0) + 1
  const id = idFor(`edition ${version}`, new Set())
  const { title, source, language, text, words } = draft
  const sections = draft.sections.map((section, position) => ({
    id: idFor(`section ${version} ${position}`, new Set()),
    position,
    heading: section.heading,
    start: section.start,
    end: section.end,
  }))
  return { id, sections, row: { id, documentId, version, title, source, language, text, sha256: hash, words } }
}
type Edition = ReturnType<typeof planEdition>

const planFacts = (facts: readonly GeneratedFact[], draft: Draft, edition: Edition, known: Known, target: Target) => {
  const matches = matchFacts(facts, known.facts)
  const taken = new Set(known.facts.map(({ id }) => id))
  return facts.map((fact) => {
    const match = matches.get(fact.id)
    const { start, end, exact } = fact.quote
    const same = match !== undefined && isSameFact(fact, match, edition.id)
    const factId = match?.id ?? target.idFor(`fact ${fact.kind} ${exact} ${fact.statement}`, taken)
    taken.add(factId)
    const section = edition.sections.findLast((one) => one.start <= start && start < one.end)
    const row = {
      factId,
      version: (match?.version ?? 0) + (same ? 0 : 1),
      statement: fact.statement,
      kind: fact.kind,
      language: draft.language,
      documentVersionId: edition.id,
      sectionId: section?.id ?? null,
      quoteStart: start,
      quoteEnd: end,
      quoteExact: exact,
      attribution: fact.attribution ?? null,
      confidence: fact.confidence,
      engineVersion: draft.engineVersion,
    }
    return { generatedId: fact.id, isNewFact: match === undefined, isNewVersion: !same, row }
  })
}
type PlannedFact = ReturnType<typeof planFacts>[number]

const placeQuestion = (question: GeneratedQuestion, facts: ReadonlyMap<string, PlannedFact>, draft: Draft) => {
  const named = question.factIds.flatMap((id) => facts.get(id)?.row ?? [])
  const links = named.map(({ factId, version }) => ({ factId, factVersion: version }))
  const { form, stem, key, accepted, options, left, unit, rationale, tier, lints } = question
  const { language, engineVersion } = draft
  const content = {
    form,
    direction: 'forward' as const,
    stem,
    key,
    accepted,
    rationale,
    tier,
    lints,
    language,
    engineVersion,
  }
  const extras = { ...(options ? { options } : {}), ...(left ? { left } : {}), unit: unit ?? null }
  const hash = questionHash({ ...content, ...extras, facts: links })
  return { hash, form, stem, factIds: links.map(({ factId }) => factId), links, content: { ...content, ...extras } }
}

const planQuestions = (
  questions: readonly GeneratedQuestion[],
  facts: readonly PlannedFact[],
  draft: Draft,
  known: Known,
  target: Target,
) => {
  const byGeneratedId = new Map(facts.map((fact) => [fact.generatedId, fact]))
  const placed = questions.map((question) => placeQuestion(question, byGeneratedId, draft))
  const matches = matchQuestions(placed, known.questions)
  const taken = new Set(known.questions.map(({ id }) => id))
  return placed.map((question) => {
    const match = matches.get(question)
    const same = match?.hash === question.hash
    const questionId = match?.id ?? target.idFor(`question ${question.hash}`, taken)
    taken.add(questionId)
    const version = (match?.version ?? 0) + (same ? 0 : 1)
    const { links, factIds, content } = question
    return { isNewQuestion: !match, isNewVersion: !same, factIds, links, row: { questionId, version, ...content } }
  })
}

/**
 * The rows that publish a draft as the next version of a set. What was published before is only referred to, never changed:
 * facts and questions that stayed the same keep their version, those that changed get a new one under their id.
 */
export const planSet = (draft: Draft, known: Known, target: Target) => {
  const visible = shown(draft)
  const edition = planEdition(draft, known, target)
  const facts = planFacts(visible.facts, draft, edition, known, target)
  const questions = planQuestions(visible.questions, facts, draft, known, target)
  const version = known.version + 1
  const { title, language, aliases, contentHash, engineVersion } = draft
  const set = { setId: target.setId, version, title, language, aliases }
  const { documentId } = target
  const pack = packOf(
    set,
    [{ documentId, title: draft.title, source: draft.source, text: draft.text, sections: [...edition.sections] }],
    facts.map(({ row }) => ({ ...row, documentId, rowFront: null, rowBack: null })),
    questions.map(({ row, factIds }) => ({ ...row, factIds })),
  )
  const id = target.idFor(`version ${version}`, new Set())
  const setVersion = { id, ...set, contentHash, engineVersion, packHash: sha256(JSON.stringify(pack)) }
  return { edition, sentences: draft.sentences, facts, questions, setVersion }
}
export type SetPlan = ReturnType<typeof planSet>
