import 'server-only'
import type { Pack } from '#lib/session/index.ts'
import { isFor } from '../classes/assigned.ts'
import { db } from '../db.ts'
import { sha256 } from '../ids.ts'
import { jsonList } from '../json-rows.ts'
import { allowanceOf, closingOf, quizRow } from './quiz.ts'
import { newestVersion } from './versions.ts'

/** Whether a quiz that keeps its facts out of packs does so for one learner now: until it has closed for them. */
const stillHides = async (assignmentId: string, userId: string, now: number): Promise<boolean> => {
  const quiz = await quizRow(db(), assignmentId)
  const { kind, closesAt } = quiz
  if (!isFor(quiz, userId)) return false
  if (closesAt !== null) {
    const { closesAt: later } = await allowanceOf(db(), assignmentId, userId)
    return Math.max(closesAt, later ?? closesAt) > now
  }
  if (kind === 'quiz') return false
  const round = await db().liveRound.findUnique({ where: { assignmentId }, select: { phase: true } })
  return round?.phase !== 'over'
}

/** The facts that quizzes of a learner's classes keep out of their packs at present. */
export const hiddenFacts = async (userId: string, now = Date.now()): Promise<ReadonlySet<string>> => {
  const rows = await db().assignment.findMany({
    where: {
      ...{ hides: true, draft: false, kind: { in: ['quiz', 'live'] } },
      class: { archivedAt: null, members: { some: { userId, role: 'learner' } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const hidden = new Set<string>()
  for (const { id } of rows)
    if (await stillHides(id, userId, now))
      for (const fact of (await newestVersion(db(), id)).bank.facts) hidden.add(fact.id)
  return hidden
}

/** The facts that quizzes of a class keep back from anybody in it at present. */
export const hiddenIn = async (classId: string, now = Date.now()): Promise<ReadonlySet<string>> => {
  const rows = await db().assignment.findMany({
    where: { classId, hides: true, draft: false, kind: { in: ['quiz', 'live'] } },
    orderBy: { id: 'asc' },
    select: { id: true, round: { select: { phase: true } } },
  })
  const hidden = new Set<string>()
  for (const { id, round } of rows) {
    const quiz = await quizRow(db(), id)
    const closed = await closingOf(db(), quiz)
    const isOver = closed === null ? quiz.kind === 'quiz' || round?.phase === 'over' : closed <= now
    if (!isOver) for (const fact of (await newestVersion(db(), id)).bank.facts) hidden.add(fact.id)
  }
  return hidden
}

const variantOf = (factIds: readonly string[]): string => sha256([...factIds].sort().join(' ')).slice(0, 12)

/** Of the newest versions of sets those that would hold such facts, with the name of what is left of them without. */
export const variantsOf = async (
  setIds: readonly string[],
  hidden: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> => {
  if (hidden.size === 0) return new Map()
  const rows = await db().$queryRaw<
    { setId: string; factId: string }[]
  >`SELECT v."setId", i."factId" FROM "SetVersion" v
    JOIN "SetItem" i ON i."setVersionId" = v."id" AND i."factId" IN ${jsonList([...hidden])}
    WHERE v."setId" IN ${jsonList(setIds)}
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = v."setId")
    ORDER BY v."setId", i."factId"`
  const bySet = new Map<string, string[]>()
  for (const { setId, factId } of rows) bySet.set(setId, [...(bySet.get(setId) ?? []), factId])
  return new Map([...bySet].map(([setId, factIds]) => [setId, variantOf(factIds)]))
}

/** A pack without some facts and all that asks them; the same one where it holds none of them. */
export const packWithout = (pack: Pack, hidden: ReadonlySet<string>): Pack => {
  const gone = pack.facts.filter(({ id }) => hidden.has(id)).map(({ id }) => id)
  if (gone.length === 0) return pack
  return {
    ...pack,
    variant: variantOf(gone),
    facts: pack.facts.filter(({ id }) => !hidden.has(id)),
    questions: pack.questions.filter(({ factIds }) => !factIds.some((id) => hidden.has(id))),
  }
}
