import 'server-only'
import type { Mending, QuizRules } from '#lib/quiz/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { databaseKind, raw, type Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { jsonList } from '../json-rows.ts'

export type QuizVersion = {
  readonly id: string
  readonly assignmentId: string
  readonly version: number
  readonly rules: QuizRules
  readonly bank: Pack
}

/** Versions never change: the last few that were asked for are kept, since a whole class starts on one. */
const KEPT = 64
const known = globalThis as { footnoteQuizVersions?: Map<string, QuizVersion> }

const keep = (version: QuizVersion): QuizVersion => {
  known.footnoteQuizVersions ??= new Map()
  const kept = known.footnoteQuizVersions
  kept.set(version.id, version)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return version
}

/** One version of a quiz. Throws `not-found`. */
export const versionOf = async (tx: Tx, versionId: string): Promise<QuizVersion> => {
  const kept = known.footnoteQuizVersions?.get(versionId)
  if (kept) return kept
  const row = await tx.quizVersion.findUnique({ where: { id: versionId } })
  if (!row) throw new Refusal('not-found')
  const { id, assignmentId, version } = row
  return keep({
    ...{ id, assignmentId, version },
    ...{ rules: row.rules as unknown as QuizRules, bank: row.bank as unknown as Pack },
  })
}

/** The version by which a quiz is begun now. Throws `not-found`. */
export const newestVersion = async (tx: Tx, assignmentId: string): Promise<QuizVersion> => {
  const row = await tx.quizVersion.findFirst({
    where: { assignmentId },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  if (!row) throw new Refusal('not-found')
  return versionOf(tx, row.id)
}

/** What lists tell of a version: all but what it asks, which is most of it. */
export type VersionFace = {
  readonly id: string
  readonly rules: QuizRules
  readonly title: string
  readonly language: string
  readonly questions: number
}

type FaceRow = Omit<VersionFace, 'rules' | 'questions'> & {
  readonly rules: string
  readonly questions: number | bigint
}

/** The newest version of each of some quizzes, by quiz: one statement, and no bank leaves the database. */
export const newestFaces = async (tx: Tx, assignmentIds: readonly string[]): Promise<Map<string, VersionFace>> => {
  if (assignmentIds.length === 0) return new Map()
  const [title, language, questions] =
    databaseKind() === 'sqlite'
      ? [
          `json_extract("bank", '$.title')`,
          `json_extract("bank", '$.language')`,
          `json_array_length("bank", '$.questions')`,
        ]
      : [`"bank"->>'title'`, `"bank"->>'language'`, `jsonb_array_length("bank"->'questions')`]
  const rows = await tx.$queryRaw<(FaceRow & { assignmentId: string })[]>`SELECT "assignmentId", "id",
      CAST("rules" AS TEXT) AS "rules", ${raw(title)} AS "title", ${raw(language)} AS "language", ${raw(questions)} AS "questions"
    FROM "QuizVersion" v WHERE "assignmentId" IN ${jsonList(assignmentIds)}
      AND "version" = (SELECT MAX(n."version") FROM "QuizVersion" n WHERE n."assignmentId" = v."assignmentId")
    ORDER BY "assignmentId"`
  return new Map(
    rows.map(({ assignmentId, rules, questions: n, ...face }) => [
      assignmentId,
      { ...face, rules: JSON.parse(rules) as QuizRules, questions: Number(n) },
    ]),
  )
}

/** What was put right in a quiz and not taken back, the first first. */
export const mendsOf = async (tx: Tx, assignmentId: string): Promise<Mending[]> => {
  const rows = await tx.mend.findMany({ where: { assignmentId, undoneAt: null }, orderBy: { id: 'asc' } })
  return rows.map(({ questionId, kind, answer }) => ({
    ...{ questionId, kind: kind as Mending['kind'], answer: answer as Mending['answer'] },
  }))
}
