import 'server-only'
import type { Tx } from '../db.ts'
import type { Draft } from './draft.ts'
import { knownOf } from './known.ts'
import { planSet, type SetPlan, type Target } from './plan.ts'

export type Published = {
  readonly setId: string
  readonly version: number
  readonly facts: number
  readonly questions: number
}

const insertEdition = async (tx: Tx, { edition, sentences }: SetPlan, createdAt: Date) => {
  if (!edition.row) return
  const documentVersionId = edition.id
  await tx.documentVersion.create({ data: { ...edition.row, createdAt } })
  await tx.section.createMany({
    data: edition.sections.map((section, position) => ({ ...section, documentVersionId, position })),
  })
  await tx.sentence.createMany({
    data: sentences.map(({ start, end }, position) => ({ documentVersionId, position, start, end })),
  })
}

const insertFacts = async (tx: Tx, { facts }: SetPlan, ownerId: string | null, createdAt: Date) => {
  const made = facts.filter(({ isNewFact }) => isNewFact)
  await tx.fact.createMany({ data: made.map(({ row }) => ({ id: row.factId, ownerId, createdAt })) })
  const versions = facts.filter(({ isNewVersion }) => isNewVersion)
  await tx.factVersion.createMany({ data: versions.map(({ row }) => ({ ...row, createdAt })) })
}

const insertQuestions = async (tx: Tx, { questions }: SetPlan, ownerId: string | null, createdAt: Date) => {
  const made = questions.filter(({ isNewQuestion }) => isNewQuestion)
  await tx.question.createMany({ data: made.map(({ row }) => ({ id: row.questionId, ownerId, createdAt })) })
  const versions = questions.filter(({ isNewVersion }) => isNewVersion)
  await tx.questionVersion.createMany({ data: versions.map(({ row }) => ({ ...row, createdAt })) })
  await tx.questionFact.createMany({
    data: versions.flatMap(({ row, links }) =>
      links.map((link, position) => ({
        questionId: row.questionId,
        questionVersion: row.version,
        position,
        ...link,
      })),
    ),
  })
}

const insertSetVersion = async (tx: Tx, { setVersion, edition, facts, questions }: SetPlan, createdAt: Date) => {
  const setVersionId = setVersion.id
  await tx.setVersion.create({ data: { ...setVersion, createdAt } })
  await tx.setDocument.create({ data: { setVersionId, position: 0, documentVersionId: edition.id } })
  await tx.setItem.createMany({
    data: facts.map(({ row }, position) => ({
      setVersionId,
      position,
      factId: row.factId,
      factVersion: row.version,
    })),
  })
  await tx.setQuestion.createMany({
    data: questions.map(({ row }, position) => ({
      setVersionId,
      position,
      questionId: row.questionId,
      questionVersion: row.version,
    })),
  })
}

/** Publishes a draft as the next version of a set that exists with its document. Only adds rows. */
export const publish = async (tx: Tx, draft: Draft, target: Target, now: Date): Promise<Published> => {
  const plan = planSet(draft, await knownOf(tx, target.setId, target.documentId), target)
  await insertEdition(tx, plan, now)
  await insertFacts(tx, plan, target.ownerId, now)
  await insertQuestions(tx, plan, target.ownerId, now)
  await insertSetVersion(tx, plan, now)
  const { setVersion, facts, questions } = plan
  return { setId: target.setId, version: setVersion.version, facts: facts.length, questions: questions.length }
}
