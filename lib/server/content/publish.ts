import 'server-only'
import type { Tx } from '../db.ts'
import { insertRows } from '../json-rows.ts'
import type { Draft } from './draft.ts'
import { knownOf } from './known.ts'
import { planSet, type SetPlan, type Target } from './plan.ts'

export type Published = {
  readonly setId: string
  readonly version: number
  readonly facts: number
  readonly questions: number
}

/** A long text has tens of thousands of rows; one model call for each hundred of them would hold up every other writer. */
const STRETCH = { documentVersionId: 'text', position: 'integer', start: 'integer', end: 'integer' } as const
const SENTENCE = { ...STRETCH, skipped: 'text' } as const
const SECTION = { id: 'text', ...STRETCH, heading: 'text' } as const
const OWNED = { id: 'text', ownerId: 'text', createdAt: 'instant' } as const
const FACT_VERSION = {
  ...({ factId: 'text', version: 'integer', statement: 'text', kind: 'text', language: 'text' } as const),
  ...({ documentVersionId: 'text', sectionId: 'text', quoteStart: 'integer', quoteEnd: 'integer' } as const),
  ...({ quoteExact: 'text', attribution: 'text', confidence: 'float8', engineVersion: 'text' } as const),
  createdAt: 'instant',
} as const
const QUESTION_VERSION = {
  ...({ questionId: 'text', version: 'integer', form: 'text', direction: '"Direction"', stem: 'text' } as const),
  ...({ key: 'jsonb', accepted: 'jsonb', options: 'jsonb', left: 'jsonb', unit: 'text', rationale: 'text' } as const),
  ...({ tier: 'text', lints: 'jsonb', language: 'text', image: 'text', sound: 'text' } as const),
  ...({ engineVersion: 'text', createdAt: 'instant' } as const),
} as const
const QUESTION_FACT = {
  ...({ questionId: 'text', questionVersion: 'integer', position: 'integer' } as const),
  ...({ factId: 'text', factVersion: 'integer' } as const),
} as const
const SET_ITEM = { setVersionId: 'text', position: 'integer', factId: 'text', factVersion: 'integer' } as const
const SET_QUESTION = {
  setVersionId: 'text',
  position: 'integer',
  questionId: 'text',
  questionVersion: 'integer',
} as const

const insertEdition = async (tx: Tx, { edition, sentences }: SetPlan, createdAt: Date) => {
  if (!edition.row) return
  const documentVersionId = edition.id
  await tx.documentVersion.create({ data: { ...edition.row, createdAt } })
  await insertRows(
    tx,
    'Section',
    SECTION,
    edition.sections.map((section, position) => ({ ...section, documentVersionId, position })),
  )
  await insertRows(
    tx,
    'Sentence',
    SENTENCE,
    sentences.map((sentence, position) => ({ documentVersionId, position, ...sentence })),
  )
}

const insertFacts = async (tx: Tx, { facts }: Pick<SetPlan, 'facts'>, ownerId: string | null, createdAt: Date) => {
  const made = facts.filter(({ isNewFact }) => isNewFact).map(({ row }) => ({ id: row.factId, ownerId, createdAt }))
  await insertRows(tx, 'Fact', OWNED, made)
  const versions = facts.filter(({ isNewVersion }) => isNewVersion).map(({ row }) => ({ ...row, createdAt }))
  await insertRows(tx, 'FactVersion', FACT_VERSION, versions)
}

const insertQuestions = async (
  tx: Tx,
  { questions }: Pick<SetPlan, 'questions'>,
  ownerId: string | null,
  createdAt: Date,
) => {
  const made = questions.filter(({ isNewQuestion }) => isNewQuestion)
  const owned = made.map(({ row }) => ({ id: row.questionId, ownerId, createdAt }))
  await insertRows(tx, 'Question', OWNED, owned)
  const versions = questions.filter(({ isNewVersion }) => isNewVersion)
  const dated = versions.map(({ row }) => ({ ...row, createdAt }))
  await insertRows(tx, 'QuestionVersion', QUESTION_VERSION, dated)
  const asked = versions.flatMap(({ row: { questionId, version: questionVersion }, links }) =>
    links.map((link, position) => ({ questionId, questionVersion, position, ...link })),
  )
  await insertRows(tx, 'QuestionFact', QUESTION_FACT, asked)
}

const insertSetVersion = async (tx: Tx, { setVersion, edition, facts, questions }: SetPlan, createdAt: Date) => {
  const setVersionId = setVersion.id
  await tx.setVersion.create({ data: { ...setVersion, createdAt } })
  await tx.setDocument.create({ data: { setVersionId, position: 0, documentVersionId: edition.id } })
  const items = facts.map(({ row: { factId, version: factVersion } }, position) => ({
    setVersionId,
    position,
    factId,
    factVersion,
  }))
  await insertRows(tx, 'SetItem', SET_ITEM, items)
  const shown = questions.map(({ row: { questionId, version: questionVersion } }, position) => ({
    setVersionId,
    position,
    questionId,
    questionVersion,
  }))
  await insertRows(tx, 'SetQuestion', SET_QUESTION, shown)
}

/** Adds facts and questions that no set version shows yet. */
export const insertWaiting = async (
  tx: Tx,
  plan: Pick<SetPlan, 'facts' | 'questions'>,
  ownerId: string | null,
  now: Date,
): Promise<void> => {
  await insertFacts(tx, plan, ownerId, now)
  await insertQuestions(tx, plan, ownerId, now)
}

/** Adds an edition with its facts and questions, which no set version shows yet. */
export const insertContent = async (tx: Tx, plan: SetPlan, ownerId: string | null, now: Date): Promise<void> => {
  await insertEdition(tx, plan, now)
  await insertWaiting(tx, plan, ownerId, now)
  await insertWaiting(tx, plan.waiting, ownerId, now)
}

/** Adds the rows of a plan to a set that exists with its document. */
export const insertPlan = async (tx: Tx, plan: SetPlan, ownerId: string | null, now: Date): Promise<Published> => {
  await insertContent(tx, plan, ownerId, now)
  await insertSetVersion(tx, plan, now)
  const { setVersion, facts, questions } = plan
  return { setId: setVersion.setId, version: setVersion.version, facts: facts.length, questions: questions.length }
}

/** Publishes a draft as the next version of a set that exists with its document. Only adds rows. */
export const publish = async (tx: Tx, draft: Draft, target: Target, now: Date): Promise<Published> => {
  const known = await knownOf(tx, target.setId, target.documentId)
  return insertPlan(tx, planSet(draft, known, target), target.ownerId, now)
}
