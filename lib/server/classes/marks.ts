import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { type Attempted, type QuizMark, quizMark } from '#lib/gradebook/index.ts'
import { databaseKind, db } from '../db.ts'
import { instantOf, jsonList, rowsAsJson } from '../json-rows.ts'
import { closeWhatIsOver } from '../quizzes/over.ts'
import { newestFaces } from '../quizzes/versions.ts'

type Instant = number | string
type AttemptRow = readonly [
  ...[assignmentId: string, userId: string, number: number, startedAt: Instant, asks: number],
  ...[handedInAt: Instant | null, points: number | null, outOf: number | null, undecided: number],
]

/** An attempt as it is told on its own. Instants in milliseconds since the epoch. */
export type AttemptLine = Attempted & { readonly assignmentId: string }
/** Of one learner at one quiz: what it comes to and what it was made of. */
type Marked = { readonly mark: QuizMark; readonly attempts: readonly AttemptLine[] }
/** By assignment and by learner; nothing for whoever has not begun. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, Marked>>

const attemptsOf = async (assignmentIds: readonly string[], userIds: readonly string[]): Promise<AttemptRow[]> => {
  const asks = databaseKind() === 'sqlite' ? 'json_array_length("order")' : 'jsonb_array_length("order")'
  const which = ['"assignmentId"', '"userId"', '"number"', '"startedAt"', asks]
  const columns = [...which, '"handedInAt"', '"points"', '"outOf"', '"undecided"']
  const rows = await db().$queryRaw<{ kept: string }[]>`SELECT ${rowsAsJson(columns)} AS "kept" FROM "QuizAttempt"
    WHERE "assignmentId" IN ${jsonList(assignmentIds)} AND "userId" IN ${jsonList(userIds)} AND "number" > 0`
  return JSON.parse(rows[0]?.kept ?? '[]')
}

/** Attempts whose time has run out are handed in as they stand, in whichever of these quizzes there are any. */
const closeAllOver = async (assignmentIds: readonly string[], now: Millis): Promise<void> => {
  const open = await db().$queryRaw<{ assignmentId: string }[]>`SELECT DISTINCT "assignmentId" FROM "QuizAttempt"
    WHERE "handedInAt" IS NULL AND "assignmentId" IN ${jsonList(assignmentIds)} ORDER BY "assignmentId"`
  for (const { assignmentId } of open) await closeWhatIsOver(assignmentId, now)
}

/** What learners came to in quizzes and live rounds, by the rules as they are now: a rule that is changed is changed for all. */
export const marksIn = async (
  assignmentIds: readonly string[],
  userIds: readonly string[],
  now: Millis,
): Promise<Marks> => {
  const marks = new Map(assignmentIds.map((id) => [id, new Map<string, Marked>()]))
  if (assignmentIds.length === 0 || userIds.length === 0) return marks
  await closeAllOver(assignmentIds, now)
  const faces = await newestFaces(db(), assignmentIds)
  const made = new Map(assignmentIds.map((id) => [id, new Map<string, AttemptLine[]>()]))
  const byNumber = (await attemptsOf(assignmentIds, userIds)).sort((a, b) => a[2] - b[2])
  for (const [assignmentId, userId, number, startedAt, asks, handedInAt, points, outOf, undecided] of byNumber) {
    const attempt = {
      ...{ assignmentId, number, points, outOf, undecided, asks, startedAt: instantOf(startedAt) },
      handedInAt: handedInAt === null ? null : instantOf(handedInAt),
    }
    const theirs = made.get(assignmentId)
    const known = theirs?.get(userId)
    if (known) known.push(attempt)
    else theirs?.set(userId, [attempt])
  }
  for (const [assignmentId, byLearner] of made)
    for (const [userId, attempts] of byLearner) {
      const rules = faces.get(assignmentId)?.rules ?? { counts: 'last', pass: null }
      marks.get(assignmentId)?.set(userId, { mark: quizMark(attempts, rules, now), attempts })
    }
  return marks
}
