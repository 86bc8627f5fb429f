import 'server-only'
import type { Given } from '#lib/quiz/index.ts'
import { db } from '../db.ts'
import { jsonList } from '../json-rows.ts'
import { COUNTED, givenIn } from './closing.ts'

/** One learner's first attempt that was handed in; `order` holds by place the question of its version's bank. */
export type FirstAttempt = {
  readonly id: string
  readonly userId: string
  readonly versionId: string
  readonly order: readonly number[]
}

/** What counts at one place of an attempt. `share`: 0–1 of what it asks. */
type CountedAnswer = { readonly given: Given; readonly share: number }

/**
 * The first attempt that each learner handed in, whoever they are now: later ones are answered by people who have seen what was
 * right. Previews are left out.
 */
export const firstAttempts = async (assignmentId: string): Promise<FirstAttempt[]> => {
  const rows = await db().quizAttempt.findMany({
    where: { assignmentId, number: { gt: 0 }, handedInAt: { not: null } },
    orderBy: [{ handedInAt: 'asc' }, { number: 'asc' }, { id: 'asc' }],
    select: { id: true, userId: true, versionId: true, order: true },
  })
  const first = new Map<string, FirstAttempt>()
  for (const row of rows) if (!first.has(row.userId)) first.set(row.userId, { ...row, order: row.order as number[] })
  return [...first.values()]
}

type Row = { attemptId: string; place: number; given: string; share: number }

/** By attempt and place the answers that count: of two, the one that was decided on later. */
export const countedAnswers = async (
  attemptIds: readonly string[],
): Promise<Map<string, Map<number, CountedAnswer>>> => {
  const rows = await db().$queryRaw<Row[]>`SELECT "attemptId", "place", "given", "share" FROM "QuizAnswer"
    WHERE "attemptId" IN ${jsonList(attemptIds)} AND "standing" IN ${jsonList(COUNTED)}
    ORDER BY "attemptId", "place", "late"`
  const found = new Map<string, Map<number, CountedAnswer>>()
  for (const { attemptId, place, given, share } of rows) {
    const answers = found.get(attemptId) ?? new Map<number, CountedAnswer>()
    answers.set(place, { given: givenIn(given), share })
    found.set(attemptId, answers)
  }
  return found
}
