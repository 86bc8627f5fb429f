import 'server-only'
import type { SeenAnswer } from '#lib/gradebook/index.ts'
import { compareEntries, type Form, type StoredEntry } from '#lib/log/index.ts'
import { type Rating, studyDay } from '#lib/scheduling/index.ts'
import { guessOf, USUAL_OPTIONS } from '#lib/session/index.ts'
import { databaseKind, db, raw, type Sql, sql } from '../db.ts'
import { type EntryRow, entryColumns, storedEntry } from '../entries.ts'
import { jsonList, withRows } from '../json-rows.ts'

type Row = {
  userId: string
  entryId: string
  factId: string
  direction: string
  rating: Rating
  effectiveAt: Date
  tzOffsetMin: number
  selfRated: number | boolean
  asked: number | bigint
  durationMs: number | string
  form: Form | null
}

/** A question that was left open counts no longer, as for learners themselves. */
const OPEN_MS_MAX = 120_000

/**
 * How long an answer took, in milliseconds, as SQL. What a learner typed is in the same text: on PostgreSQL `json` is asked and
 * not `jsonb`, which refuses characters that can be typed.
 */
const durationOf = (): Sql =>
  databaseKind() === 'sqlite'
    ? raw(`MIN(json_extract(e."body", '$.durationMs'), ${OPEN_MS_MAX})`)
    : raw(`LEAST(CAST(CAST(CAST(e."body" AS json)->'durationMs' AS text) AS float8), ${OPEN_MS_MAX})`)

const GUESSED: readonly Form[] = ['choice', 'true-false', 'order', 'match']
/** The form of an answer that can be guessed, as SQL; null: another. */
const formOf = (): Sql =>
  raw(`CASE ${GUESSED.map((form) => `WHEN e."body" LIKE '%"form":"${form}"%' THEN '${form}'`).join(' ')} END`)

/** Answers from when each learner joined; neither practice nor what was taken back. `from` names a class's member `m` and a grade `g`. */
const answersFrom = (from: Sql, classId: string, form: Sql = sql`NULL`): Sql => sql`
  SELECT g."userId", g."entryId", g."factId", CAST(g."direction" AS TEXT) AS "direction", g."rating", g."effectiveAt",
    e."tzOffsetMin", CASE WHEN e."body" LIKE ${'%"auto":null%'} THEN 1 ELSE 0 END AS "selfRated",
    (SELECT COUNT(*) FROM "Grade" o WHERE o."userId" = g."userId" AND o."entryId" = g."entryId") AS "asked",
    CASE WHEN e."body" LIKE ${'%"context":"quiz"%'} THEN 0 ELSE ${durationOf()} END AS "durationMs", ${form} AS "form"
  FROM ${from}
  JOIN "Entry" e ON e."userId" = g."userId" AND e."id" = g."entryId" AND e."kind" = ${'review'}
    AND e."body" NOT LIKE ${'%"context":"practice"%'}
  WHERE m."classId" = ${classId} AND g."rating" IS NOT NULL AND g."effectiveAt" >= m."joinedAt"
    AND NOT EXISTS (SELECT 1 FROM "Entry" u WHERE u."userId" = g."userId" AND u."target" = e."id" AND u."kind" = ${'undo'})
  ORDER BY g."userId", g."effectiveAt", e."deviceId", e."seq", e."id", g."position"`

/** By learner, some facts. */
export type FactsOfLearners = ReadonlyMap<string, ReadonlySet<string>>

/**
 * All answers of some learners of a class to some facts that those who teach may see, in their order, by learner. Answers in a
 * quiz take no time here: the quiz has counted it. `guesses`: with the chance that each was guessed.
 */
export const answersSeen = async (
  classId: string,
  userIds: readonly string[],
  factIds: readonly string[],
  { guesses = false } = {},
): Promise<Map<string, SeenAnswer[]>> => {
  if (userIds.length === 0 || factIds.length === 0) return new Map()
  const from = sql`"ClassMember" m JOIN "Grade" g ON m."userId" IN ${jsonList(userIds)} AND g."userId" = m."userId"
    AND g."factId" IN ${jsonList(factIds)}`
  return byLearner(await db().$queryRaw<Row[]>(answersFrom(from, classId, guesses ? formOf() : undefined)), userIds)
}

/** The same of each learner's own choice of facts. */
export const answersToSome = async (classId: string, wanted: FactsOfLearners): Promise<Map<string, SeenAnswer[]>> => {
  const pairs = [...wanted].flatMap(([userId, factIds]) => [...factIds].map((factId) => ({ userId, factId })))
  if (pairs.length === 0) return new Map()
  // CROSS JOIN keeps SQLite to this order: from what is wanted to its answers.
  const from = sql`r CROSS JOIN "ClassMember" m
    JOIN "Grade" g ON m."userId" = r."userId" AND g."userId" = r."userId" AND g."factId" = r."factId"`
  const rows = await db().$queryRaw<Row[]>(
    sql`${withRows({ userId: 'text', factId: 'text' }, pairs)} ${answersFrom(from, classId)}`,
  )
  return byLearner(rows, [...wanted.keys()])
}

/** The facts that entries behind a place in each learner's log speak of: of an undo or a mended mark those of its target. */
export const factsMoved = async (since: ReadonlyMap<string, number>): Promise<Map<string, Set<string>>> => {
  const logs = [...since].map(([userId, logSeq]) => ({ userId, logSeq }))
  if (logs.length === 0) return new Map()
  const spoken = (named: Sql) => sql`SELECT e."userId", g."factId" FROM r CROSS JOIN "Entry" e CROSS JOIN "Grade" g
    WHERE e."userId" = r."userId" AND e."serverSeq" > r."logSeq" AND g."userId" = e."userId" AND g."entryId" = ${named}`
  const rows = await db().$queryRaw<{ userId: string; factId: string }[]>`
    ${withRows({ userId: 'text', logSeq: 'integer' }, logs)}
    ${spoken(sql`e."id"`)} UNION ${spoken(sql`e."target"`)} ORDER BY 1, 2`
  const moved = new Map([...since.keys()].map((userId) => [userId, new Set<string>()]))
  for (const { userId, factId } of rows) moved.get(userId)?.add(factId)
  return moved
}

const byLearner = async (rows: readonly Row[], userIds: readonly string[]): Promise<Map<string, SeenAnswer[]>> => {
  const mended = await regrades(userIds)
  const answers = new Map<string, SeenAnswer[]>()
  for (const { userId, entryId, factId, direction, rating, effectiveAt, tzOffsetMin, ...row } of rows) {
    const answer = {
      factId,
      rating: (mended.size > 0 ? mended.get(`${userId} ${entryId} ${factId} ${direction}`) : null) ?? rating,
      day: studyDay(effectiveAt.getTime(), tzOffsetMin),
      selfRated: Number(row.selfRated) === 1,
      spentMs: Number(row.durationMs) / Number(row.asked),
      guess: row.form ? guessOf(row.form, USUAL_OPTIONS, Number(row.asked)) : 0,
    }
    const known = answers.get(userId)
    if (known) known.push(answer)
    else answers.set(userId, [answer])
  }
  return answers
}

/** The ratings that count in the end where marks were mended, by learner, answer, fact and direction. */
const regrades = async (userIds: readonly string[]): Promise<Map<string, Rating>> => {
  const rows = await db().$queryRaw<(EntryRow & { userId: string })[]>`
    SELECT e."userId", ${entryColumns} FROM "Entry" e
    WHERE e."kind" = ${'regrade'} AND e."userId" IN ${jsonList(userIds)} ORDER BY e."userId", e."serverSeq"`
  const entries = rows.map((row): { userId: string; entry: StoredEntry } => ({
    userId: row.userId,
    entry: storedEntry(row),
  }))
  const ratings = new Map<string, Rating>()
  for (const { userId, entry } of entries.sort((a, b) => compareEntries(a.entry, b.entry)))
    for (const { factId, direction, rating } of entry.kind === 'regrade' ? entry.grades : [])
      ratings.set(`${userId} ${entry.kind === 'regrade' ? entry.target : ''} ${factId} ${direction}`, rating)
  return ratings
}
