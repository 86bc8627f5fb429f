import 'server-only'
import type { ClassRole } from '#lib/classes/index.ts'
import { type Allowance, closedForAll, endOf, NO_ALLOWANCE, type Opening, type QuizRules } from '#lib/quiz/index.ts'
import { isFor } from '../classes/assigned.ts'
import { roleIn } from '../classes/read.ts'
import { databaseKind, type Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'

/** A quiz or live round, with its dates in milliseconds. */
export type Quiz = Opening & {
  readonly assignmentId: string
  readonly classId: string
  readonly setId: string
  readonly kind: 'quiz' | 'live'
  readonly title: string | null
  readonly toIds: readonly string[] | null
  readonly hides: boolean
}

/** As it is kept. */
export const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at))

/** Throws `not-found` where there is no such quiz. */
export const quizRow = async (tx: Tx, assignmentId: string): Promise<Quiz> => {
  const row = await tx.assignment.findUnique({ where: { id: assignmentId } })
  if (!row || row.kind === 'study') throw new Refusal('not-found')
  const { classId, setId, kind, title, draft, hides, opensAt, closesAt, toIds } = row
  return {
    ...{ assignmentId, classId, setId, kind, title, draft, hides, toIds: toIds as string[] | null },
    ...{ opensAt: opensAt?.getTime() ?? null, closesAt: closesAt?.getTime() ?? null },
  }
}

/** An extension's row in milliseconds. */
export const allowanceIn = (row: {
  closesAt: Date | null
  extraMinutes: number
  extraAttempts: number
}): Allowance => ({
  ...{ closesAt: row.closesAt?.getTime() ?? null, extraMinutes: row.extraMinutes, extraAttempts: row.extraAttempts },
})

export const allowanceOf = async (tx: Tx, assignmentId: string, userId: string): Promise<Allowance> => {
  const row = await tx.extension.findUnique({ where: { assignmentId_userId: { assignmentId, userId } } })
  return row ? allowanceIn(row) : NO_ALLOWANCE
}

/** Everybody who has an allowance, by id. */
export const allowancesOf = async (tx: Tx, assignmentId: string): Promise<ReadonlyMap<string, Allowance>> => {
  const rows = await tx.extension.findMany({ where: { assignmentId }, orderBy: { userId: 'asc' } })
  return new Map(rows.map((row) => [row.userId, allowanceIn(row)]))
}

/** When a quiz has closed for everyone; null: never. */
export const closingOf = async (tx: Tx, quiz: Quiz): Promise<number | null> =>
  closedForAll(quiz, [...(await allowancesOf(tx, quiz.assignmentId)).values()])

/** A quiz for whoever teaches its class and may do this there. Throws `not-found`, `not-allowed`. */
export const taughtQuiz = async (
  tx: Tx,
  viewer: Viewer,
  assignmentId: string,
  action: 'teach' | 'change',
): Promise<Quiz & { readonly role: ClassRole }> => {
  const quiz = await quizRow(tx, assignmentId)
  const role = await roleIn(tx, viewer.userId, quiz.classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  authorise(viewer, action, { kind: 'class', role })
  return { ...quiz, role: role ?? 'learner' }
}

/** A quiz for whoever is to answer it, or may preview it. Throws `not-found`, also for a draft and for whom it is not. */
export const askedQuiz = async (
  tx: Tx,
  viewer: Viewer,
  assignmentId: string,
): Promise<Quiz & { readonly role: ClassRole }> => {
  const quiz = await quizRow(tx, assignmentId)
  const role = await roleIn(tx, viewer.userId, quiz.classId)
  authorise(viewer, 'read', { kind: 'class', role })
  const shown = role !== 'learner' || (!quiz.draft && isFor(quiz, viewer.userId))
  if (!shown || role === null) throw new Refusal('not-found')
  return { ...quiz, role }
}

/** When an attempt ends, in milliseconds; null: whenever it is handed in. */
export const endsAt = (startedAt: Date, rules: QuizRules, quiz: Quiz, allowance: Allowance): number | null =>
  quiz.kind === 'live' ? null : endOf(startedAt.getTime(), rules, quiz, allowance)

/** Whoever marks many attempts of a quiz at once takes it first, and attempts only after: nobody then waits in a ring. */
export const lockQuiz = async (tx: Tx, assignmentId: string): Promise<void> => {
  await tx.$executeRaw`UPDATE "Assignment" SET "hides" = "hides" WHERE "id" = ${assignmentId}`
}

/**
 * Takes a quiz with all of its attempts for the rest of the transaction: whoever saves, hands in or decides meanwhile has done so
 * before, or waits and then reads what was done here. On SQLite one writes at a time anyway.
 */
export const lockAttempts = async (tx: Tx, assignmentId: string): Promise<void> => {
  await lockQuiz(tx, assignmentId)
  if (databaseKind() === 'postgresql')
    await tx.$queryRaw`SELECT 1 FROM "QuizAttempt" WHERE "assignmentId" = ${assignmentId} ORDER BY "id" FOR UPDATE`
}

/**
 * Takes one attempt for the rest of the transaction: what two devices send of it comes one after the other. Returns when it
 * was handed in; null: it is under way. Throws `not-found`.
 */
export const lockAttempt = async (tx: Tx, attemptId: string): Promise<Date | null> => {
  const rows = await tx.$queryRaw<{ handedInAt: Date | null }[]>`UPDATE "QuizAttempt" SET "undecided" = "undecided"
    WHERE "id" = ${attemptId} RETURNING "handedInAt"`
  if (!rows[0]) throw new Refusal('not-found')
  return rows[0].handedInAt
}
