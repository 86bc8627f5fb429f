import 'server-only'
import { type Mending, scoreOf } from '#lib/quiz/index.ts'
import { noteIn } from '../classes/events.ts'
import { signalIn } from '../classes/signal.ts'
import { db, type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { withRows } from '../json-rows.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { type AttemptRow, givenIn, scoredBy } from './closing.ts'
import type { QuizInput } from './input.ts'
import { bringIntoLogs } from './into-log.ts'
import { lockAttempts, taughtQuiz } from './quiz.ts'
import { mendsOf, type QuizVersion, versionOf } from './versions.ts'

type AnswerRow = {
  attemptId: string
  place: number
  late: boolean
  given: string
  spentMs: number
  standing: string
  share: number
}

/** An attempt before and after a mend. */
type Regraded = {
  readonly attempt: AttemptRow & { readonly points: number | null; readonly outOf: number | null }
  readonly points: number
  readonly outOf: number
  readonly shares: readonly {
    readonly attemptId: string
    readonly place: number
    readonly late: boolean
    readonly share: number
  }[]
}

/** What every attempt of a quiz would come to by these mends: only those with something in them that changes. */
const regraded = async (tx: Tx, assignmentId: string, mends: readonly Mending[]): Promise<Regraded[]> => {
  const attempts = await tx.quizAttempt.findMany({ where: { assignmentId }, orderBy: { id: 'asc' } })
  const rows = await tx.$queryRaw<
    AnswerRow[]
  >`SELECT a."attemptId", a."place", a."late", a."given", a."spentMs", a."standing", a."share"
    FROM "QuizAnswer" a JOIN "QuizAttempt" q ON q."id" = a."attemptId" WHERE q."assignmentId" = ${assignmentId}
    ORDER BY a."attemptId", a."place", a."late"`
  const byAttempt = new Map<string, AnswerRow[]>()
  for (const row of rows) {
    const answers = byAttempt.get(row.attemptId) ?? []
    answers.push({ ...row, late: Boolean(row.late) })
    byAttempt.set(row.attemptId, answers)
  }
  const versions = new Map<string, QuizVersion>()
  for (const { versionId } of attempts)
    if (!versions.has(versionId)) versions.set(versionId, await versionOf(tx, versionId))
  return attempts.flatMap((attempt): Regraded[] => {
    const version = versions.get(attempt.versionId)
    const answers = byAttempt.get(attempt.id) ?? []
    if (!version) return []
    const order = attempt.order as number[]
    const { points, outOf } = scoredBy(version, order, mends, answers)
    const shares = answers.flatMap(({ attemptId, place, late, given, share: before }) => {
      const after = scoreOf(version.bank, order, mends, [{ place, given: givenIn(given) }]).shares.get(place) ?? 0
      return after === before ? [] : [{ attemptId, place, late, share: after }]
    })
    const isSame = attempt.points === points && attempt.outOf === outOf && shares.length === 0
    return isSame ? [] : [{ attempt, points, outOf, shares }]
  })
}

/** Writes what mends make of every attempt, whoever has it open or handed it in: all or nothing. */
const regrade = async (tx: Tx, assignmentId: string, mends: readonly Mending[]): Promise<string[]> => {
  const changed = await regraded(tx, assignmentId, mends)
  const done = changed.filter(({ attempt }) => attempt.handedInAt !== null)
  const scores = done.map(({ attempt: { id }, points, outOf }) => ({ id, points, outOf }))
  const scored = { id: 'text', points: 'float8', outOf: 'float8' } as const
  if (scores.length > 0)
    await tx.$executeRaw`${withRows(scored, scores)} UPDATE "QuizAttempt"
      SET "points" = r."points", "outOf" = r."outOf", "loggedAt" = NULL FROM r WHERE "QuizAttempt"."id" = r."id"`
  const shares = changed.flatMap((one) => one.shares)
  const columns = { attemptId: 'text', place: 'integer', late: 'boolean', share: 'float8' } as const
  if (shares.length > 0)
    await tx.$executeRaw`${withRows(columns, shares)} UPDATE "QuizAnswer" SET "share" = r."share" FROM r
      WHERE "QuizAnswer"."attemptId" = r."attemptId" AND "QuizAnswer"."place" = r."place" AND "QuizAnswer"."late" = r."late"`
  return [...new Set(done.map(({ attempt }) => attempt.userId))]
}

/** Throws `cannot-use` for what mends nothing. */
const mendingIn = async (tx: Tx, { assignmentId, questionId, kind, answer }: QuizInput<'mend'>): Promise<Mending> => {
  const needsAnswer = kind === 'key' || kind === 'accept'
  const texts = typeof answer === 'string' ? [answer] : (answer ?? [])
  if (needsAnswer && (texts.length === 0 || texts.some((text) => text.trim() === '')))
    throw new Refusal('cannot-use', t('quiz.answerNeeded'))
  const rows = await tx.quizVersion.findMany({ where: { assignmentId }, select: { id: true } })
  for (const { id } of rows) {
    const { bank } = await versionOf(tx, id)
    const question = bank.questions.find((one) => one.id === questionId)
    if (!question) continue
    const arranged = question.form === 'order' || question.form === 'match'
    if (needsAnswer && arranged !== (typeof answer !== 'string'))
      throw new Refusal('cannot-use', t('quiz.answerNeeded'))
    return { questionId, kind, answer: needsAnswer ? answer : null }
  }
  throw new Refusal('not-found')
}

/** What a mend would change, before it does. Points in the quiz's own count. */
export type MendPreview = {
  readonly attempts: number
  readonly people: readonly {
    readonly userId: string
    readonly name: string | null
    readonly before: number
    readonly after: number
    readonly outOf: number
  }[]
}

/** Whose marks a mend would change and by how much, those of previews left out. Throws `not-found`, `not-allowed`, `cannot-use`. */
export const previewMend = async (viewer: Viewer, input: QuizInput<'mend'>): Promise<MendPreview> => {
  const { assignmentId } = input
  await taughtQuiz(db(), viewer, assignmentId, 'change')
  const mends = [...(await mendsOf(db(), assignmentId)), await mendingIn(db(), input)]
  const changed = (await regraded(db(), assignmentId, mends)).filter(
    ({ attempt }) => attempt.handedInAt && attempt.number,
  )
  const names = await db().user.findMany({
    where: { id: { in: changed.map(({ attempt }) => attempt.userId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return {
    attempts: await db().quizAttempt.count({ where: { assignmentId, handedInAt: { not: null }, number: { gt: 0 } } }),
    people: changed.map(({ attempt, points, outOf }) => ({
      ...{ userId: attempt.userId, name: nameOf.get(attempt.userId) ?? null },
      ...{ before: attempt.points ?? 0, after: points, outOf },
    })),
  }
}

/**
 * Puts a question right and marks every attempt anew, in one transaction; what learners remember follows from their logs, at
 * once or when they next come. Throws as above.
 */
export const mendQuestion = async (viewer: Viewer, input: QuizInput<'mend'>): Promise<{ mendId: string }> => {
  const { assignmentId, questionId, kind, answer } = input
  const { mendId, userIds } = await transaction(async (tx) => {
    const { classId } = await taughtQuiz(tx, viewer, assignmentId, 'change')
    await lockAttempts(tx, assignmentId)
    const mending = await mendingIn(tx, input)
    const data = { assignmentId, questionId, kind, byId: viewer.userId }
    const made = await tx.mend.create({
      data: { ...data, ...(mending.answer === null ? {} : { answer: mending.answer as string | string[] }) },
      select: { id: true },
    })
    const changed = await regrade(tx, assignmentId, await mendsOf(tx, assignmentId))
    const said = typeof answer === 'string' ? answer : (answer ?? []).join(' · ')
    const detail = { assignmentId, questionId, how: kind, answer: said, changed: String(changed.length) }
    await noteIn(tx, { classId, kind: 'mended', actorId: viewer.userId, detail })
    await signalIn(tx, classId, 'grades', assignmentId)
    return { mendId: made.id, userIds: changed }
  })
  await bringIntoLogs(userIds)
  return { mendId }
}

/** Takes a mend back: every attempt is marked as if it had never been. Throws `not-found`, `not-allowed`. */
export const undoMend = async (viewer: Viewer, { mendId }: QuizInput<'unmend'>): Promise<void> => {
  const userIds = await transaction(async (tx) => {
    const mend = await tx.mend.findUnique({ where: { id: mendId } })
    if (!mend) throw new Refusal('not-found')
    const { assignmentId, questionId } = mend
    const { classId } = await taughtQuiz(tx, viewer, assignmentId, 'change')
    await lockAttempts(tx, assignmentId)
    const { count } = await tx.mend.updateMany({
      where: { id: mendId, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    if (count === 0) return []
    const changed = await regrade(tx, assignmentId, await mendsOf(tx, assignmentId))
    const detail = { assignmentId, questionId, how: mend.kind, changed: String(changed.length) }
    await noteIn(tx, { classId, kind: 'unmended', actorId: viewer.userId, detail })
    await signalIn(tx, classId, 'grades', assignmentId)
    return changed
  })
  await bringIntoLogs(userIds)
}
