import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { type Attempted, type QuizMark, quizMark } from '#lib/gradebook/index.ts'
import type { QuizRules } from '#lib/quiz/index.ts'
import { databaseKind, db } from '../db.ts'
import { instantOf, jsonList, rowsAsJson } from '../json-rows.ts'
import { closeWhatIsOver } from '../quizzes/over.ts'

type Instant = number | string
type AttemptRow = readonly [
  ...[assignmentId: string, userId: string, versionId: string, number: number, startedAt: Instant, asks: number],
  ...[handedInAt: Instant | null, points: number | null, outOf: number | null, undecided: number],
]
type RulesRow = { readonly id: string; readonly rules: string }

/** An attempt as it is told on its own. Instants in milliseconds since the epoch. */
export type AttemptLine = Attempted & { readonly assignmentId: string }
/** Of one learner at one quiz: what it comes to and what it was made of. */
type Marked = { readonly mark: QuizMark; readonly attempts: readonly AttemptLine[] }
/** By assignment and by learner; nothing for whoever has not begun. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, Marked>>

const attemptsOf = async (assignmentIds: readonly string[], userIds: readonly string[]): Promise<AttemptRow[]> => {
  const asks = databaseKind() === 'sqlite' ? 'json_array_length("order")' : 'jsonb_array_length("order")'
  const which = ['"assignmentId"', '"userId"', '"versionId"', '"number"', '"startedAt"', asks]
  const columns = [...which, '"handedInAt"', '"points"', '"outOf"', '"undecided"']
  const rows = await db().$queryRaw<{ kept: string }[]>`SELECT ${rowsAsJson(columns)} AS "kept" FROM "QuizAttempt"
    WHERE "assignmentId" IN ${jsonList(assignmentIds)} AND "userId" IN ${jsonList(userIds)} AND "number" > 0`
  return JSON.parse(rows[0]?.kept ?? '[]')
}

/** Without what the versions ask, which is most of them. */
const rulesOf = (assignmentIds: readonly string[]): Promise<RulesRow[]> =>
  db().$queryRaw`SELECT "id", CAST("rules" AS TEXT) AS "rules" FROM "QuizVersion"
    WHERE "assignmentId" IN ${jsonList(assignmentIds)} ORDER BY "id"`

/** Attempts whose time has run out are handed in as they stand, in whichever of these quizzes there are any. */
const closeAllOver = async (assignmentIds: readonly string[], now: Millis): Promise<void> => {
  const open = await db().$queryRaw<{ assignmentId: string }[]>`SELECT DISTINCT "assignmentId" FROM "QuizAttempt"
    WHERE "handedInAt" IS NULL AND "assignmentId" IN ${jsonList(assignmentIds)} ORDER BY "assignmentId"`
  for (const { assignmentId } of open) await closeWhatIsOver(assignmentId, now)
}

/** What learners came to in quizzes and live rounds, by the rules of the version of each one's newest attempt. */
export const marksIn = async (
  assignmentIds: readonly string[],
  userIds: readonly string[],
  now: Millis,
): Promise<Marks> => {
  const marks = new Map(assignmentIds.map((id) => [id, new Map<string, Marked>()]))
  if (assignmentIds.length === 0 || userIds.length === 0) return marks
  await closeAllOver(assignmentIds, now)
  const rules = new Map((await rulesOf(assignmentIds)).map((row) => [row.id, JSON.parse(row.rules) as QuizRules]))
  const made = new Map(
    assignmentIds.map((id) => [id, new Map<string, { versionId: string; attempts: AttemptLine[] }>()]),
  )
  const byNumber = (await attemptsOf(assignmentIds, userIds)).sort((a, b) => a[3] - b[3])
  for (const [
    assignmentId,
    userId,
    versionId,
    number,
    startedAt,
    asks,
    handedInAt,
    points,
    outOf,
    undecided,
  ] of byNumber) {
    const attempt = {
      ...{ assignmentId, number, points, outOf, undecided, asks, startedAt: instantOf(startedAt) },
      handedInAt: handedInAt === null ? null : instantOf(handedInAt),
    }
    const theirs = made.get(assignmentId)
    const known = theirs?.get(userId)
    if (known) known.attempts.push(attempt)
    theirs?.set(userId, { versionId, attempts: known?.attempts ?? [attempt] })
  }
  for (const [assignmentId, byLearner] of made)
    for (const [userId, { versionId, attempts }] of byLearner) {
      const ruled = rules.get(versionId) ?? { counts: 'last', pass: null }
      marks.get(assignmentId)?.set(userId, { mark: quizMark(attempts, ruled, now), attempts })
    }
  return marks
}
