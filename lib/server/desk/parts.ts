import 'server-only'
import type { Part, PartFact, PartQuestion } from '#lib/desk/index.ts'
import { join, sql, type Tx } from '../db.ts'
import type { Viewer } from '../viewer.ts'

/** A part as a set takes it in: a version of another set, all of it or the sections that are named. */
export type PartRef = { readonly setId: string; readonly version: number; readonly sections: readonly string[] | null }

/** What a version of a set shows, in order. */
export const contentOf = async (tx: Tx, { setId, version, sections }: PartRef): Promise<Part> => {
  const facts = await tx.$queryRaw<PartFact[]>`
    SELECT i."factId" AS "id", i."factVersion" AS "version", c."heading", f."documentVersionId"
    FROM "SetVersion" v JOIN "SetItem" i ON i."setVersionId" = v."id"
    JOIN "FactVersion" f ON f."factId" = i."factId" AND f."version" = i."factVersion"
    LEFT JOIN "Section" c ON c."id" = f."sectionId"
    WHERE v."setId" = ${setId} AND v."version" = ${version} ORDER BY i."position"`
  const rows = await tx.$queryRaw<(Omit<PartQuestion, 'factIds'> & { factId: string })[]>`
    SELECT s."questionId" AS "id", s."questionVersion" AS "version", q."form", l."factId"
    FROM "SetVersion" v JOIN "SetQuestion" s ON s."setVersionId" = v."id"
    JOIN "QuestionVersion" q ON q."questionId" = s."questionId" AND q."version" = s."questionVersion"
    JOIN "QuestionFact" l ON l."questionId" = s."questionId" AND l."questionVersion" = s."questionVersion"
    WHERE v."setId" = ${setId} AND v."version" = ${version} ORDER BY s."position", l."position"`
  return { sections, facts, questions: joined(rows) }
}

/** Rows of a question and one of its facts, as questions. */
const joined = (rows: readonly (Omit<PartQuestion, 'factIds'> & { factId: string })[]): PartQuestion[] => {
  const byId = new Map<string, { id: string; version: number; form: string; factIds: string[] }>()
  for (const { factId, ...row } of rows) {
    const known = byId.get(row.id)
    if (known) known.factIds.push(factId)
    else byId.set(row.id, { ...row, factIds: [factId] })
  }
  return [...byId.values()]
}

/** Facts of the viewer's own sets that bear any of some tags, with the questions that their sets ask of them. */
export const taggedOf = async (tx: Tx, viewer: Viewer, tags: readonly string[]): Promise<Part[]> => {
  if (tags.length === 0) return []
  const found = await tx.$queryRaw<{ setId: string; version: number; factId: string }[]>`
    SELECT v."setId", v."version", i."factId" FROM "FactTag" t
    JOIN "Fact" o ON o."id" = t."factId" AND o."ownerId" = ${viewer.userId}
    JOIN "SetItem" i ON i."factId" = t."factId" JOIN "SetVersion" v ON v."id" = i."setVersionId"
    JOIN "QuestionSet" s ON s."id" = v."setId" AND s."ownerId" = ${viewer.userId} AND s."tags" IS NULL
    WHERE t."userId" = ${viewer.userId} AND t."tag" IN (${join([...tags])})
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = v."setId")`
  const bySet = new Map<string, { version: number; facts: Set<string> }>()
  for (const { setId, version, factId } of found) {
    const known = bySet.get(setId) ?? { version, facts: new Set<string>() }
    known.facts.add(factId)
    bySet.set(setId, known)
  }
  const sets = [...bySet].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts: Part[] = []
  for (const [setId, { version, facts }] of sets) {
    const part = await contentOf(tx, { setId, version, sections: null })
    parts.push({ ...part, facts: part.facts.filter(({ id }) => facts.has(id)) })
  }
  return parts
}

/** The newest version of what a person put in the place of somebody else's fact or question, by the id of that. */
export const replacedBy = async (
  tx: Tx,
  instead: Readonly<Record<string, string>>,
): Promise<{ facts: Map<string, PartFact>; questions: PartQuestion[] }> => {
  const mine = Object.values(instead)
  if (mine.length === 0) return { facts: new Map(), questions: [] }
  const rows = await tx.$queryRaw<PartFact[]>`
    SELECT f."factId" AS "id", f."version", c."heading", f."documentVersionId" FROM "FactVersion" f
    LEFT JOIN "Section" c ON c."id" = f."sectionId" WHERE f."factId" IN (${join(mine)})
      AND f."version" = (SELECT MAX(n."version") FROM "FactVersion" n WHERE n."factId" = f."factId")`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const facts = new Map(
    Object.entries(instead).flatMap(([id, own]) => {
      const fact = byId.get(own)
      return fact ? [[id, fact] as const] : []
    }),
  )
  const asking = await tx.$queryRaw<(Omit<PartQuestion, 'factIds'> & { factId: string })[]>`
    SELECT q."questionId" AS "id", q."version", q."form", l."factId" FROM "QuestionVersion" q
    JOIN "Question" o ON o."id" = q."questionId" AND (o."asked" IS NULL OR o."asked" = ${true})
    JOIN "QuestionFact" l ON l."questionId" = q."questionId" AND l."questionVersion" = q."version"
    WHERE q."version" = (SELECT MAX(n."version") FROM "QuestionVersion" n WHERE n."questionId" = q."questionId")
      AND q."tier" <> 'C' AND (q."questionId" IN (${join(mine)}) OR l."factId" IN (${join(mine)}))
    ORDER BY q."questionId", l."position"`
  return { facts, questions: joined(asking) }
}

/** Of some versions of facts the texts they cite, in the order in which they are first cited. */
export const textsOf = (facts: readonly PartFact[]): string[] => [
  ...new Set(facts.flatMap(({ documentVersionId }) => documentVersionId ?? [])),
]

/** Names that count as one in any of some parts. */
export const aliasesOf = async (tx: Tx, parts: readonly PartRef[]): Promise<string[][]> => {
  if (parts.length === 0) return []
  const rows = await tx.$queryRaw<
    { aliases: string[][] | string }[]
  >`SELECT v."aliases" FROM "SetVersion" v WHERE ${join(
    parts.map(({ setId, version }) => sql`(v."setId" = ${setId} AND v."version" = ${version})`),
    ' OR ',
  )}`
  return rows.flatMap(({ aliases }) => (typeof aliases === 'string' ? (JSON.parse(aliases) as string[][]) : aliases))
}
