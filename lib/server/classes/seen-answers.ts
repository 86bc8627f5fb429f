import 'server-only'
import type { SeenAnswer } from '#lib/gradebook/index.ts'
import { compareEntries, type StoredEntry } from '#lib/log/index.ts'
import { type Rating, studyDay } from '#lib/scheduling/index.ts'
import { databaseKind, db, raw, type Sql } from '../db.ts'
import { type EntryRow, entryColumns, storedEntry } from '../entries.ts'
import { jsonList } from '../json-rows.ts'

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

/**
 * Answers of some learners of a class to some facts, from when each joined, in their order, by learner; neither practice nor what
 * was taken back. Answers in a quiz take no time here: the quiz has counted it.
 */
export const answersSeen = async (
  classId: string,
  userIds: readonly string[],
  factIds: readonly string[],
): Promise<Map<string, SeenAnswer[]>> => {
  if (userIds.length === 0 || factIds.length === 0) return new Map()
  const rows = await db().$queryRaw<Row[]>`
    SELECT g."userId", g."entryId", g."factId", CAST(g."direction" AS TEXT) AS "direction", g."rating", g."effectiveAt",
      e."tzOffsetMin", CASE WHEN e."body" LIKE ${'%"auto":null%'} THEN 1 ELSE 0 END AS "selfRated",
      (SELECT COUNT(*) FROM "Grade" o WHERE o."userId" = g."userId" AND o."entryId" = g."entryId") AS "asked",
      CASE WHEN e."body" LIKE ${'%"context":"quiz"%'} THEN 0 ELSE ${durationOf()} END AS "durationMs"
    FROM "ClassMember" m
    JOIN "Grade" g ON g."userId" = m."userId" AND g."factId" IN ${jsonList(factIds)} AND g."rating" IS NOT NULL
      AND g."effectiveAt" >= m."joinedAt"
    JOIN "Entry" e ON e."userId" = g."userId" AND e."id" = g."entryId" AND e."kind" = ${'review'}
      AND e."body" NOT LIKE ${'%"context":"practice"%'}
    WHERE m."classId" = ${classId} AND m."userId" IN ${jsonList(userIds)}
      AND NOT EXISTS (SELECT 1 FROM "Entry" u WHERE u."userId" = g."userId" AND u."target" = e."id" AND u."kind" = ${'undo'})
    ORDER BY g."userId", g."effectiveAt", e."deviceId", e."seq", e."id", g."position"`
  const mended = await regrades(userIds)
  const answers = new Map<string, SeenAnswer[]>()
  for (const { userId, entryId, factId, direction, rating, effectiveAt, tzOffsetMin, ...row } of rows) {
    const answer = {
      factId,
      rating: (mended.size > 0 ? mended.get(`${userId} ${entryId} ${factId} ${direction}`) : null) ?? rating,
      day: studyDay(effectiveAt.getTime(), tzOffsetMin),
      selfRated: Number(row.selfRated) === 1,
      spentMs: Number(row.durationMs) / Number(row.asked),
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
