import 'server-only'
import { type Allowance, type Given, gradeOf, NO_ALLOWANCE, type QuizRules } from '#lib/quiz/index.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { isFor } from '../classes/assigned.ts'
import { roleIn } from '../classes/read.ts'
import { db } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { givenIn } from './closing.ts'
import { closeWhatIsOver } from './over.ts'
import { allowancesOf, type Quiz, taughtQuiz } from './quiz.ts'
import { newestFaces, newestVersion, versionOf } from './versions.ts'

/** How one learner stands with a quiz. Instants in milliseconds since the epoch. */
export type QuizLearner = {
  readonly userId: string
  readonly name: string | null
  readonly state: 'none' | 'under-way' | 'done'
  readonly attempts: number
  /** 0–1; null: none yet. */
  readonly grade: number | null
  readonly handedInAt: number | null
  /** Milliseconds from the start of the latest attempt to its end. */
  readonly tookMs: number | null
  readonly undecided: number
  readonly allowance: Allowance
}

/** An answer that came late or does not add up. */
export type LateAnswer = {
  readonly attemptId: string
  readonly place: number
  readonly name: string | null
  readonly stem: string
  readonly key: string | readonly string[]
  readonly given: Given
  /** What counts instead at present; null: nothing. */
  readonly inTime: Given | null
  readonly standing: 'late' | 'unsure' | 'accepted' | 'refused'
  readonly share: number
  /** Milliseconds: written so long after the start by the device, received at. */
  readonly elapsedMs: number
  readonly receivedAt: number
}

export type MendLine = {
  readonly mendId: string
  readonly kind: string
  readonly stem: string
  readonly answer: Given | null
  readonly by: string | null
  readonly at: number
  readonly undoneAt: number | null
}

/** A quiz for those who teach its class. */
export type QuizResults = {
  readonly assignmentId: string
  readonly classId: string
  readonly kind: 'quiz' | 'live'
  readonly setId: string
  readonly title: string
  readonly ownTitle: string | null
  readonly language: string
  readonly draft: boolean
  readonly hides: boolean
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly rules: QuizRules
  readonly version: number
  /** Of a live round, whether it has been led to its end. */
  readonly over: boolean
  readonly questionIds: readonly string[]
  readonly mayChange: boolean
  readonly learners: readonly QuizLearner[]
  readonly late: readonly LateAnswer[]
  readonly mends: readonly MendLine[]
  readonly now: number
}

type Asking = { readonly assignmentId: string; readonly questionOf: (questionId: string) => PackQuestion | undefined }

const learnersOf = async (quiz: Quiz, counts: QuizRules['counts']): Promise<QuizLearner[]> => {
  const { assignmentId, classId } = quiz
  const members = await db().classMember.findMany({
    where: { classId, role: 'learner' },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    select: { userId: true, user: { select: { name: true } } },
  })
  const attempts = await db().quizAttempt.findMany({
    where: { assignmentId, number: { gt: 0 } },
    orderBy: { number: 'asc' },
    select: { userId: true, startedAt: true, handedInAt: true, points: true, outOf: true, undecided: true },
  })
  const byUser = new Map<string, typeof attempts>()
  for (const attempt of attempts) byUser.set(attempt.userId, [...(byUser.get(attempt.userId) ?? []), attempt])
  const allowances = await allowancesOf(db(), assignmentId)
  const theirs = members.filter(({ userId }) => isFor(quiz, userId))
  return theirs.map(({ userId, user: { name } }) => {
    const own = byUser.get(userId) ?? []
    const done = own.filter(({ handedInAt }) => handedInAt !== null)
    const last = done.at(-1)
    const scores = done.map(({ points, outOf }) => ({ points: points ?? 0, outOf: outOf ?? 0 }))
    return {
      ...{ userId, name, attempts: own.length, grade: gradeOf(scores, counts) },
      state: done.length < own.length ? 'under-way' : own.length > 0 ? 'done' : 'none',
      handedInAt: last?.handedInAt?.getTime() ?? null,
      tookMs: last?.handedInAt ? last.handedInAt.getTime() - last.startedAt.getTime() : null,
      undecided: own.reduce((sum, { undecided }) => sum + undecided, 0),
      allowance: allowances.get(userId) ?? NO_ALLOWANCE,
    }
  })
}

const STANDINGS = ['late', 'unsure', 'accepted', 'refused'] as const

const lateOf = async (assignmentId: string): Promise<LateAnswer[]> => {
  const rows = await db().quizAnswer.findMany({
    where: { late: true, attempt: { assignmentId, number: { gt: 0 } } },
    orderBy: [{ receivedAt: 'asc' }, { attemptId: 'asc' }, { place: 'asc' }],
    include: {
      attempt: {
        select: {
          ...{ versionId: true, order: true, user: { select: { name: true } } },
          answers: { where: { late: false }, select: { place: true, given: true } },
        },
      },
    },
  })
  const late: LateAnswer[] = []
  for (const { attempt, ...row } of rows) {
    const { bank } = await versionOf(db(), attempt.versionId)
    const question = bank.questions[(attempt.order as number[])[row.place] ?? -1]
    const standing = STANDINGS.find((one) => one === row.standing)
    if (!question || !standing) continue
    const inTime = attempt.answers.find(({ place }) => place === row.place)
    late.push({
      ...{ attemptId: row.attemptId, place: row.place, name: attempt.user.name, stem: question.stem },
      ...{ key: question.key, given: givenIn(row.given), inTime: inTime ? givenIn(inTime.given) : null },
      ...{ standing, share: row.share, elapsedMs: row.elapsedMs, receivedAt: row.receivedAt.getTime() },
    })
  }
  return late
}

const mendLines = async ({ assignmentId, questionOf }: Asking): Promise<MendLine[]> => {
  const rows = await db().mend.findMany({
    where: { assignmentId },
    orderBy: { id: 'desc' },
    include: { by: { select: { name: true } } },
  })
  return rows.map(({ id, kind, questionId, answer, by, at, undoneAt }) => ({
    ...{ mendId: id, kind, stem: questionOf(questionId)?.stem ?? '', answer: answer as Given | null },
    ...{ by: by?.name ?? null, at: at.getTime(), undoneAt: undoneAt?.getTime() ?? null },
  }))
}

/** Questions of all versions of a quiz, by id. */
const everyQuestion = async (assignmentId: string): Promise<ReadonlyMap<string, PackQuestion>> => {
  const rows = await db().quizVersion.findMany({
    where: { assignmentId },
    orderBy: { version: 'asc' },
    select: { id: true },
  })
  const questions = new Map<string, PackQuestion>()
  for (const { id } of rows)
    for (const question of (await versionOf(db(), id)).bank.questions) questions.set(question.id, question)
  return questions
}

/** How a class stands with a quiz. Throws `not-found` for whoever does not teach it. */
export const quizResults = async (viewer: Viewer, assignmentId: string, now = Date.now()): Promise<QuizResults> => {
  const quiz = await taughtQuiz(db(), viewer, assignmentId, 'teach')
  await closeWhatIsOver(assignmentId, now)
  const { rules, bank, version } = await newestVersion(db(), assignmentId)
  const questions = await everyQuestion(assignmentId)
  const { classId, kind, setId, draft, hides, opensAt, closesAt, role } = quiz
  return {
    ...{ assignmentId, classId, kind, setId, title: quiz.title ?? bank.title, ownTitle: quiz.title },
    ...{ language: bank.language, draft, hides, opensAt, closesAt, rules, version },
    over: (await db().liveRound.count({ where: { assignmentId, phase: 'over' } })) > 0,
    questionIds: bank.questions.map(({ id }) => id),
    mayChange: role === 'instructor',
    learners: await learnersOf(quiz, rules.counts),
    late: await lateOf(assignmentId),
    mends: await mendLines({ assignmentId, questionOf: (questionId) => questions.get(questionId) }),
    now,
  }
}

/** A quiz or live round in the list of its class. */
export type QuizLine = {
  readonly assignmentId: string
  readonly kind: 'quiz' | 'live'
  readonly title: string
  readonly language: string
  readonly draft: boolean
  /** Milliseconds since the epoch, as the others. */
  readonly opensAt: number | null
  readonly closesAt: number | null
  /** Learners whom it is for, and those of them who have handed in. */
  readonly learners: number
  readonly done: number
  /** Late answers that wait for a decision. */
  readonly undecided: number
  /** As of results. */
  readonly over: boolean
  readonly now: number
}

type Tally = { assignmentId: string; done: number | bigint; undecided: number | bigint }

/** The quizzes and live rounds of a class, the newest first. Throws `not-found` for whoever does not teach it. */
export const quizzesIn = async (viewer: Viewer, classId: string, now = Date.now()): Promise<QuizLine[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const rows = await db().assignment.findMany({
    where: { classId, kind: { in: ['quiz', 'live'] } },
    orderBy: { id: 'desc' },
    include: { round: { select: { phase: true } } },
  })
  const faces = await newestFaces(
    db(),
    rows.map(({ id }) => id),
  )
  const tallies = await db().$queryRaw<Tally[]>`SELECT q."assignmentId",
      COUNT(DISTINCT CASE WHEN q."handedInAt" IS NOT NULL THEN q."userId" END) AS "done", SUM(q."undecided") AS "undecided"
    FROM "QuizAttempt" q JOIN "Assignment" a ON a."id" = q."assignmentId"
    JOIN "ClassMember" m ON m."classId" = a."classId" AND m."userId" = q."userId" AND CAST(m."role" AS TEXT) = ${'learner'}
    WHERE a."classId" = ${classId} AND q."number" > 0 GROUP BY q."assignmentId" ORDER BY q."assignmentId"`
  const members = await db().classMember.findMany({ where: { classId, role: 'learner' }, select: { userId: true } })
  const of = new Map(tallies.map((tally) => [tally.assignmentId, tally]))
  const lines: QuizLine[] = []
  for (const row of rows) {
    const { id, kind, title, draft, opensAt, closesAt } = row
    const face = faces.get(id)
    if (!face || kind === 'study') continue
    lines.push({
      ...{ assignmentId: id, kind, title: title ?? face.title, language: face.language, draft, now },
      ...{ opensAt: opensAt?.getTime() ?? null, closesAt: closesAt?.getTime() ?? null },
      over: row.round?.phase === 'over',
      learners: members.filter(({ userId }) => isFor(row, userId)).length,
      ...{ done: Number(of.get(id)?.done ?? 0), undecided: Number(of.get(id)?.undecided ?? 0) },
    })
  }
  return lines
}
