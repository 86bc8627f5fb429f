import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { type Attempted, type QuizMark, quizMark } from '#lib/gradebook/index.ts'
import type { QuizRules } from '#lib/quiz/index.ts'
import { databaseKind, db, raw, type Sql } from '../db.ts'
import { jsonList } from '../json-rows.ts'
import { closeOverdue } from '../quizzes/closing.ts'

type AttemptRow = {
  readonly assignmentId: string
  readonly userId: string
  readonly versionId: string
  readonly number: number
  readonly startedAt: Date
  readonly asks: number | bigint
  readonly handedInAt: Date | null
  readonly points: number | null
  readonly outOf: number | null
  readonly undecided: number
}
type RulesRow = { readonly id: string; readonly rules: string }

/** An attempt as it is told on its own. Instants in milliseconds since the epoch. */
export type AttemptLine = Attempted & { readonly assignmentId: string }
/** Of one learner at one quiz: what it comes to and what it was made of. */
type Marked = { readonly mark: QuizMark; readonly attempts: readonly AttemptLine[] }
/** By assignment and by learner; nothing for whoever has not begun. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, Marked>>

/** How many questions an attempt asks, as SQL. */
const asks = (): Sql => raw(databaseKind() === 'sqlite' ? 'json_array_length("order")' : 'jsonb_array_length("order")')

const attemptsOf = (assignmentIds: readonly string[], userIds: readonly string[]): Promise<AttemptRow[]> =>
  db().$queryRaw`SELECT "assignmentId", "userId", "versionId", "number", "startedAt", ${asks()} AS "asks",
    "handedInAt", "points", "outOf", "undecided"
    FROM "QuizAttempt" WHERE "assignmentId" IN ${jsonList(assignmentIds)} AND "userId" IN ${jsonList(userIds)}
      AND "number" > 0 ORDER BY "assignmentId", "userId", "number"`

/** Without what the versions ask, which is most of them. */
const rulesOf = (assignmentIds: readonly string[]): Promise<RulesRow[]> =>
  db().$queryRaw`SELECT "id", CAST("rules" AS TEXT) AS "rules" FROM "QuizVersion"
    WHERE "assignmentId" IN ${jsonList(assignmentIds)} ORDER BY "id"`

/** Attempts whose time has run out are handed in as they stand, in whichever of these quizzes there are any. */
const closeWhatIsOver = async (assignmentIds: readonly string[], now: Millis): Promise<void> => {
  const open = await db().$queryRaw<{ assignmentId: string }[]>`SELECT DISTINCT "assignmentId" FROM "QuizAttempt"
    WHERE "handedInAt" IS NULL AND "assignmentId" IN ${jsonList(assignmentIds)} ORDER BY "assignmentId"`
  for (const { assignmentId } of open) await closeOverdue(assignmentId, now)
}

/** What learners came to in quizzes and live rounds, by the rules of the version of each one's newest attempt. */
export const marksIn = async (
  assignmentIds: readonly string[],
  userIds: readonly string[],
  now: Millis,
): Promise<Marks> => {
  const marks = new Map(assignmentIds.map((id) => [id, new Map<string, Marked>()]))
  if (assignmentIds.length === 0 || userIds.length === 0) return marks
  await closeWhatIsOver(assignmentIds, now)
  const rules = new Map((await rulesOf(assignmentIds)).map((row) => [row.id, JSON.parse(row.rules) as QuizRules]))
  const rows = await attemptsOf(assignmentIds, userIds)
  for (let from = 0; from < rows.length; ) {
    const first = rows[from] as AttemptRow
    let to = from + 1
    while (rows[to]?.assignmentId === first.assignmentId && rows[to]?.userId === first.userId) to++
    const theirs = rows.slice(from, to)
    const attempts = theirs.map(
      ({ assignmentId, number, startedAt, handedInAt, points, outOf, undecided, ...row }) => ({
        ...{ assignmentId, number, handedInAt: handedInAt?.getTime() ?? null, points, outOf, undecided },
        ...{ startedAt: startedAt.getTime(), asks: Number(row.asks) },
      }),
    )
    const ruled = rules.get(theirs.at(-1)?.versionId ?? '') ?? { counts: 'last', pass: null }
    marks.get(first.assignmentId)?.set(first.userId, { mark: quizMark(attempts, ruled, now), attempts })
    from = to
  }
  return marks
}
