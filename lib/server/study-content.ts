import 'server-only'
import type { PackFact, PackQuestion } from '#lib/session/index.ts'
import { factOf, questionOf } from './content/pack-of.ts'
import { db } from './db.ts'

/** The newest versions of the sets that a learner studies now, in the order in which they were taken up. */
export const studiedSets = async (userId: string): Promise<string[]> => {
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT v."id" FROM "Enrolment" e
    JOIN "SetVersion" v ON v."setId" = e."setId"
    WHERE e."userId" = ${userId} AND e."pausedAt" IS NULL
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = e."setId")
    ORDER BY e."addedAt", e."setId"`
  return rows.map(({ id }) => id)
}

const first = <T>(rows: readonly (readonly [string, T])[]): Map<string, T> => new Map([...rows].reverse())

/** Some facts as packs have them, by id. */
export const factsForStudy = async (
  setVersionIds: readonly string[],
  factIds: readonly string[],
): Promise<Map<string, PackFact>> => {
  const rows = await db().setItem.findMany({
    where: { setVersionId: { in: [...setVersionIds] }, factId: { in: [...factIds] } },
    include: { fact: { include: { documentVersion: { select: { documentId: true } } } } },
  })
  return first(
    rows.map(({ fact, position }) => {
      const documentId = fact.documentVersion?.documentId ?? null
      return [fact.factId, factOf({ ...fact, documentId }, position)] as const
    }),
  )
}

/** The questions that ask one of these facts alone, by fact, in the order of their set. */
export const questionsForStudy = async (
  setVersionIds: readonly string[],
  factIds: readonly string[],
): Promise<Map<string, PackQuestion[]>> => {
  const asking = await db().questionFact.findMany({
    where: { factId: { in: [...factIds] } },
    select: { questionId: true },
  })
  const questionIds = [...new Set(asking.map(({ questionId }) => questionId))]
  const rows = await db().setQuestion.findMany({
    where: { setVersionId: { in: [...setVersionIds] }, questionId: { in: questionIds } },
    include: { question: { include: { facts: { orderBy: { position: 'asc' } } } } },
  })
  // Sorted here: asked to sort, SQLite walks through the whole set in its order instead of going to these by their index.
  const place = (row: { setVersionId: string; position: number }) =>
    setVersionIds.indexOf(row.setVersionId) * 1e9 + row.position
  rows.sort((a, b) => place(a) - place(b))
  const byFact = new Map<string, PackQuestion[]>()
  for (const { question } of rows) {
    const [link, ...others] = question.facts
    if (!link || others.length > 0) continue
    const asked = questionOf({ ...question, factIds: [link.factId] })
    byFact.set(link.factId, [...(byFact.get(link.factId) ?? []), asked])
  }
  return byFact
}
