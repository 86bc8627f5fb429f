import 'server-only'
import type { GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import type { Tx } from '../db.ts'
import { nothingKnown, planFacts, planQuestions, type SetPlan, type Target } from './plan.ts'
import { insertWaiting } from './publish.ts'

/** What was proposed for a set beside what its draft has. */
export type Additions = {
  readonly facts: readonly GeneratedFact[]
  readonly questions: readonly GeneratedQuestion[]
  readonly language: string
  /** Which engine and model proposed it. */
  readonly engineVersion: string
}

/** Ids of facts that have got a version since: a person wrote it, and what was proposed is about the one before. */
const rewritten = async (tx: Tx, plan: SetPlan): Promise<Set<string>> => {
  const planned = new Map([...plan.facts, ...plan.waiting.facts].map(({ row }) => [row.factId, row.version]))
  const rows = await tx.factVersion.findMany({
    where: { documentVersionId: plan.edition.id },
    select: { factId: true, version: true },
  })
  return new Set(
    rows.filter(({ factId, version }) => version > (planned.get(factId) ?? version)).map((row) => row.factId),
  )
}

/**
 * Keeps proposals for review: facts and questions of their own, which no version of the set shows until a person publishes
 * them. Only adds rows; nothing that is stored gets a new version. Returns how many questions there are.
 */
export const keepWaiting = async (
  tx: Tx,
  { facts, questions, language, engineVersion }: Additions,
  plan: SetPlan,
  target: Pick<Target, 'ownerId' | 'idFor'>,
  now: Date,
): Promise<number> => {
  const outdated = await rewritten(tx, plan)
  const planned = [...plan.facts, ...plan.waiting.facts]
  const stored = planned.filter(({ row }) => !outdated.has(row.factId))
  const inSet = new Set(planned.map(({ generatedId }) => generatedId))
  const about = { language, engineVersion }
  const added = planFacts(
    facts.filter(({ id }) => !inSet.has(id)),
    about,
    plan.edition,
    nothingKnown,
    target,
  )
  const all = [...stored, ...added]
  const known = new Set(all.map(({ generatedId }) => generatedId))
  const asked = questions.filter(({ factIds }) => factIds.every((id) => known.has(id)))
  await insertWaiting(
    tx,
    { facts: added, questions: planQuestions(asked, all, about, nothingKnown, target) },
    target.ownerId,
    now,
  )
  return asked.length
}
