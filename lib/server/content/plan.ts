import type { GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import { sha256 } from '../ids.ts'
import { type Draft, shown, waiting } from './draft.ts'
import {
  isSameFact,
  type KnownFact,
  type KnownQuestion,
  matchFacts,
  matchQuestions,
  type QuestionContent,
  type ReviewedQuestion,
  wordingOf,
} from './match.ts'
import { packOf } from './pack-of.ts'
import { questionHash } from './question-hash.ts'

/** Where a draft is to be published. `idFor` makes an id for a new row that is described by `what`, unlike any in `taken`. */
export type Target = {
  readonly setId: string
  readonly documentId: string
  readonly ownerId: string | null
  readonly idFor: (what: string, taken: ReadonlySet<string>) => string
}

/** What is known of a set's text: every fact and question there ever was of it, and its newest edition. */
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
type Edition = Pick<ReturnType<typeof planEdition>, 'id' | 'sections'>
/** What is written down with every fact and question. */
type Made = Pick<Draft, 'language' | 'engineVersion'>

type FactTarget = Pick<Target, 'idFor'>

export const planFacts = (
  facts: readonly GeneratedFact[],
  draft: Made,
  edition: Edition,
  known: Pick<Known, 'facts'>,
  target: FactTarget,
) => {
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
      ...wordingOf(fact, match),
      language: draft.language,
      documentVersionId: edition.id,
      sectionId: section?.id ?? null,
      quoteStart: start,
      quoteEnd: end,
      quoteExact: exact,
      engineVersion: match?.reviewed ? null : draft.engineVersion,
    }
    return { generatedId: fact.id, isNewFact: match === undefined, isNewVersion: !same, row }
  })
}
type PlannedFact = ReturnType<typeof planFacts>[number]

const placeQuestion = (question: GeneratedQuestion, facts: ReadonlyMap<string, PlannedFact>, draft: Made) => {
  const named = question.factIds.flatMap((id) => facts.get(id)?.row ?? [])
  const links = named.map(({ factId, version }) => ({ factId, factVersion: version }))
  const { form, stem, key, accepted, options, left, unit, rationale, tier, lints } = question
  const { language, engineVersion } = draft
  const content: QuestionContent = {
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
    ...(options ? { options } : {}),
    ...(left ? { left } : {}),
    unit: unit ?? null,
  }
  const hash = questionHash({ ...content, facts: links })
  return { hash, form, stem, factIds: links.map(({ factId }) => factId), links, content }
}

type Links = readonly { readonly factId: string; readonly factVersion: number }[]

/** A question that a person wrote anew stays as they left it, about the facts as they stand now. */
const asReviewed = ({ id, version }: KnownQuestion, { row, links }: ReviewedQuestion, placed: Links) => {
  const now = new Map(placed.map(({ factId, factVersion }) => [factId, factVersion]))
  const moved = links.map(({ factId, factVersion }) => ({ factId, factVersion: now.get(factId) ?? factVersion }))
  const isNewVersion = moved.some(({ factVersion }, at) => factVersion !== links[at]?.factVersion)
  const factIds = links.map(({ factId }) => factId)
  const next = { questionId: id, version: version + (isNewVersion ? 1 : 0), ...row }
  return { isNewQuestion: false, isNewVersion, factIds, links: moved, row: next }
}

export const planQuestions = (
  questions: readonly GeneratedQuestion[],
  facts: readonly PlannedFact[],
  draft: Made,
  known: Pick<Known, 'questions'>,
  target: FactTarget,
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
    const { links, factIds, content } = question
    if (match?.reviewed) return asReviewed(match, match.reviewed, links)
    const version = (match?.version ?? 0) + (same ? 0 : 1)
    return { isNewQuestion: !match, isNewVersion: !same, factIds, links, row: { questionId, version, ...content } }
  })
}

/**
 * The rows that publish a draft as the next version of a set. What was published before is only referred to, never changed:
 * facts and questions that stayed the same keep their version, those that changed get a new one under their id. `byHand`: facts
 * that a person found, which are planned with what waits.
 */
export const planSet = (draft: Draft, known: Known, target: Target, byHand: readonly GeneratedFact[] = []) => {
  const visible = shown(draft)
  // What ships was judged before; of what a person brings, the rest waits for them.
  const rest = target.ownerId === null ? { facts: [], questions: [] } : waiting(draft)
  const edition = planEdition(draft, known, target)
  const allFacts = planFacts([...visible.facts, ...rest.facts, ...byHand], draft, edition, known, target)
  const allQuestions = planQuestions([...visible.questions, ...rest.questions], allFacts, draft, known, target)
  const facts = allFacts.slice(0, visible.facts.length)
  const questions = allQuestions.slice(0, visible.questions.length)
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
  const left = { facts: allFacts.slice(facts.length), questions: allQuestions.slice(questions.length) }
  return { edition, sentences: draft.sentences, facts, questions, waiting: left, setVersion }
}
export type SetPlan = ReturnType<typeof planSet>
