import 'server-only'
import type { DeskFact, DeskQuestion, DeskSection, Skipped } from '#lib/desk/index.ts'
import { db, type Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { openFlags } from '../flags.ts'
import type { Viewer } from '../viewer.ts'
import { type OwnSet, ownSet } from './own-set.ts'

export type DeskEdition = {
  readonly id: string
  readonly title: string
  readonly source: string | null
  readonly language: string
  readonly text: string
  readonly sections: readonly DeskSection[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly skipped: readonly Skipped[]
}

/** A set with all that its owner may judge: the newest edition of its text, every fact of it with every question. */
export type Desk = {
  readonly set: OwnSet
  readonly edition: DeskEdition
  readonly facts: readonly DeskFact[]
}

/** The last row of each, from rows in ascending order of version. */
const newestBy = <T>(rows: readonly T[], id: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [id(row), row])).values(),
]

const editionOf = async (tx: Tx, documentId: string): Promise<DeskEdition> => {
  const edition = await tx.documentVersion.findFirst({
    where: { documentId },
    orderBy: { version: 'desc' },
    include: { sections: { orderBy: { position: 'asc' } } },
  })
  if (!edition) throw new Refusal('not-found')
  const sentences = await tx.sentence.findMany({
    where: { documentVersionId: edition.id },
    orderBy: { position: 'asc' },
    select: { start: true, end: true, skipped: true },
  })
  const { id, title, source, language, text } = edition
  return {
    ...{ id, title, source, language, text },
    sections: edition.sections.map(({ id, heading, start, end }) => ({ id, heading, start, end })),
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    skipped: sentences.flatMap(({ start, end, skipped }) =>
      skipped === null ? [] : [{ start, end, reason: skipped }],
    ),
  }
}

// What hangs on an edition is asked for by the edition: a relation that is included costs a parameter for each row, of which a
// statement bears a thousand.

const questionsOf = async (tx: Tx, documentVersionId: string): Promise<DeskQuestion[]> => {
  const about = { facts: { some: { fact: { documentVersionId } } } }
  const rows = await tx.questionVersion.findMany({ where: about, orderBy: { version: 'asc' } })
  const links = await tx.questionFact.findMany({ where: { question: about }, orderBy: { position: 'asc' } })
  const said = await tx.question.findMany({
    where: { versions: { some: about }, asked: { not: null } },
    select: { id: true, asked: true },
  })
  const asked = new Map(said.map((one) => [one.id, one.asked]))
  const flags = await openFlags(documentVersionId, tx)
  const factIds = new Map<string, string[]>()
  for (const { questionId, questionVersion, factId } of links) {
    const key = `${questionId} ${questionVersion}`
    factIds.set(key, [...(factIds.get(key) ?? []), factId])
  }
  const newest = newestBy(rows, (row) => row.questionId).sort((a, b) => (a.questionId < b.questionId ? -1 : 1))
  return newest.map((row) => ({
    id: row.questionId,
    version: row.version,
    form: row.form,
    stem: row.stem,
    key: row.key as string | string[],
    accepted: row.accepted as string[],
    left: (row.left ?? []) as string[],
    options: (row.options ?? []) as unknown as DeskQuestion['options'],
    unit: row.unit,
    tier: row.tier as DeskQuestion['tier'],
    lints: row.lints as string[],
    asked: asked.get(row.questionId) ?? null,
    byHand: row.engineVersion === null,
    flags: flags.get(row.questionId) ?? [],
    factIds: factIds.get(`${row.questionId} ${row.version}`) ?? [],
  }))
}

const factsOf = async (tx: Tx, documentVersionId: string): Promise<DeskFact[]> => {
  const rows = await tx.factVersion.findMany({ where: { documentVersionId }, orderBy: { version: 'asc' } })
  const verdicts = await tx.fact.findMany({
    where: { versions: { some: { documentVersionId } }, verdict: { not: null } },
    select: { id: true, verdict: true, verdictReason: true },
  })
  const judged = new Map(verdicts.map((one) => [one.id, one]))
  const byFact = new Map<string, DeskQuestion[]>()
  for (const question of await questionsOf(tx, documentVersionId)) {
    const [first = ''] = question.factIds
    byFact.set(first, [...(byFact.get(first) ?? []), question])
  }
  return newestBy(rows, (row) => row.factId)
    .sort((a, b) => (a.quoteStart ?? 0) - (b.quoteStart ?? 0) || (a.quoteEnd ?? 0) - (b.quoteEnd ?? 0))
    .map((row, index) => ({
      id: row.factId,
      number: index + 1,
      version: row.version,
      kind: row.kind,
      statement: row.statement,
      start: row.quoteStart ?? 0,
      end: row.quoteEnd ?? 0,
      quote: row.quoteExact ?? '',
      verdict: (judged.get(row.factId)?.verdict ?? null) as DeskFact['verdict'],
      reason: (judged.get(row.factId)?.verdictReason ?? null) as DeskFact['reason'],
      byHand: row.engineVersion === null,
      questions: byFact.get(row.factId) ?? [],
    }))
}

/** Throws `not-found`, also where the set is somebody else's. */
export const deskOf = async (viewer: Viewer, setId: string, tx: Tx = db()): Promise<Desk> => {
  const set = await ownSet(viewer, setId, tx)
  const edition = await editionOf(tx, set.documentId)
  return { set, edition, facts: await factsOf(tx, edition.id) }
}

/** A set in the list of one's own. */
export type DeskEntry = {
  readonly setId: string
  /** Whether it is a list of pairs, which has no text to judge. */
  readonly isList: boolean
  /** Whether it is put together of others. */
  readonly isComposed: boolean
  readonly title: string
  readonly language: string
  /** Of its cover, by name. */
  readonly colour: string | null
  readonly facts: number
  readonly accepted: number
  readonly rejected: number
  readonly shared: 'private' | 'link' | 'public'
  readonly learners: number
  /** Reports of mistakes that its owner has not dealt with. */
  readonly flags: number
}

type EntryRow = {
  readonly setId: string
  readonly documentId: string | null
  readonly isComposed: boolean | number | bigint
  readonly title: string
  readonly language: string
  readonly colour: string | null
  readonly visibility: string
  readonly shareKey: string | null
  readonly facts: number | bigint
  readonly accepted: number | bigint | null
  readonly rejected: number | bigint | null
  readonly learners: number | bigint
  readonly flags: number | bigint
}

/** The viewer's own sets, the newest first. */
export const desksOf = async (viewer: Viewer, tx: Tx = db()): Promise<DeskEntry[]> => {
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT s."id" AS "setId", s."documentId", (s."tags" IS NOT NULL) AS "isComposed", v."title", v."language",
      v."colour", s."visibility", s."shareKey",
      COUNT(f."id") AS "facts",
      SUM(CASE WHEN f."verdict" = 'accepted' THEN 1 ELSE 0 END) AS "accepted",
      SUM(CASE WHEN f."verdict" = 'rejected' THEN 1 ELSE 0 END) AS "rejected",
      (SELECT COUNT(DISTINCT g."id") FROM "Flag" g JOIN "SetQuestion" q ON q."questionId" = g."questionId"
        WHERE g."resolvedAt" IS NULL AND q."setVersionId" = v."id") AS "flags",
      (SELECT COUNT(*) FROM "Enrolment" e WHERE e."setId" = s."id" AND e."userId" <> ${viewer.userId}) AS "learners"
    FROM "QuestionSet" s
    JOIN "SetVersion" v ON v."setId" = s."id"
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = s."id")
    LEFT JOIN "DocumentVersion" d ON d."documentId" = s."documentId"
      AND d."version" = (SELECT MAX(m."version") FROM "DocumentVersion" m WHERE m."documentId" = s."documentId")
    LEFT JOIN (SELECT DISTINCT "factId", "documentVersionId" FROM "FactVersion") o ON o."documentVersionId" = d."id"
    LEFT JOIN "SetItem" i ON s."documentId" IS NULL AND i."setVersionId" = v."id"
    LEFT JOIN "Fact" f ON f."id" = COALESCE(o."factId", i."factId")
    WHERE s."ownerId" = ${viewer.userId}
    GROUP BY s."id", s."documentId", s."tags" IS NOT NULL, v."id", v."title", v."language", v."colour", s."visibility", s."shareKey"
    ORDER BY s."id" DESC`
  return rows.map(
    ({ facts, accepted, rejected, learners, flags, visibility, shareKey, documentId, isComposed, ...row }) => ({
      ...row,
      isComposed: Boolean(isComposed),
      isList: documentId === null && !isComposed,
      facts: Number(facts),
      accepted: Number(accepted ?? 0),
      rejected: Number(rejected ?? 0),
      shared: visibility === 'public' ? 'public' : shareKey === null ? 'private' : 'link',
      learners: Number(learners),
      flags: Number(flags),
    }),
  )
}
