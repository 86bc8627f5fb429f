import 'server-only'
import {
  type AttemptLine,
  closesFor,
  gradeOf,
  mayBegin,
  type QuizFace,
  type Review,
  type ReviewedItem,
  toldFrom,
} from '#lib/quiz/index.ts'
import { db } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { closeOverdue, countedOf, givenIn } from './closing.ts'
import { allowanceOf, askedQuiz, closingOf, endsAt, type Quiz, quizRow } from './quiz.ts'
import { ownAttempt } from './save.ts'
import { toldOf } from './told.ts'
import { mendsOf, newestVersion, versionOf } from './versions.ts'

const faceOfClass = async (classId: string) => {
  const found = await db().class.findUniqueOrThrow({
    where: { id: classId },
    select: {
      title: true,
      members: {
        where: { role: 'instructor' },
        orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
        select: { user: { select: { name: true } } },
      },
    },
  })
  const teachers = found.members.flatMap(({ user }) => (user.name === null ? [] : [user.name]))
  return { className: found.title, teachers }
}

const linesOf = async (quiz: Quiz, userId: string, preview: boolean, closed: number | null, now: number) => {
  const { assignmentId } = quiz
  const allowance = await allowanceOf(db(), assignmentId, userId)
  const rows = await db().quizAttempt.findMany({
    where: { assignmentId, userId, number: preview ? 0 : { gt: 0 } },
    orderBy: { number: 'asc' },
  })
  const lines: AttemptLine[] = []
  for (const row of rows) {
    const { rules } = await versionOf(db(), row.versionId)
    const handedInAt = row.handedInAt?.getTime() ?? null
    const told = toldFrom(rules, handedInAt, preview ? handedInAt : closed)
    const { points, outOf, undecided } = row
    const score = told !== null && told <= now && points !== null && outOf !== null ? { points, outOf } : null
    lines.push({
      ...{ attemptId: row.id, number: row.number, startedAt: row.startedAt.getTime(), handedInAt, undecided, score },
      endsAt: endsAt(row.startedAt, rules, quiz, allowance),
    })
  }
  return { lines, allowance }
}

/** A quiz as whoever answers it finds it. Throws `not-found`. */
export const quizFace = async (viewer: Viewer, assignmentId: string, now = Date.now()): Promise<QuizFace> => {
  await askedQuiz(db(), viewer, assignmentId)
  await closeOverdue(assignmentId, now, viewer.userId)
  const quiz = await askedQuiz(db(), viewer, assignmentId)
  const isPreview = quiz.role !== 'learner'
  const { rules, bank } = await newestVersion(db(), assignmentId)
  const closed = await closingOf(db(), quiz)
  const { lines, allowance } = await linesOf(quiz, viewer.userId, isPreview, closed, now)
  const { limitMinutes, attempts, counts, pass, feedback } = rules
  const begun = isPreview ? 0 : lines.length
  const scores = lines.map(({ score }) => score).filter((score) => score !== null)
  const everyTold = lines.every(({ handedInAt, score }) => handedInAt === null || score !== null)
  return {
    ...{ assignmentId, kind: quiz.kind, classId: quiz.classId, ...(await faceOfClass(quiz.classId)) },
    ...{ title: quiz.title ?? bank.title, language: bank.language },
    rules: { limitMinutes, attempts, counts, pass, feedback },
    questions: Math.min(bank.questions.length, rules.draw ?? Number.POSITIVE_INFINITY),
    extraMinutes: allowance.extraMinutes,
    attemptsMax: attempts === null ? null : attempts + allowance.extraAttempts,
    opensAt: quiz.opensAt,
    closesAt: closesFor(quiz, allowance),
    may: isPreview ? 'yes' : mayBegin(quiz, rules, allowance, begun, now),
    underWay: lines.some(({ handedInAt }) => handedInAt === null),
    isPreview,
    attempts: lines,
    grade: everyTold ? gradeOf(scores, counts) : null,
    toldAt: feedback === 'closed' ? closed : null,
    serverNow: now,
  }
}

/** An attempt of the viewer's own, with what was right once that may be told. Throws `not-found`. */
export const reviewOf = async (viewer: Viewer, attemptId: string, now = Date.now()): Promise<Review> => {
  const { assignmentId } = await ownAttempt(db(), viewer, attemptId)
  await closeOverdue(assignmentId, now, viewer.userId)
  const attempt = await ownAttempt(db(), viewer, attemptId)
  const quiz = await quizRow(db(), assignmentId)
  const { rules, bank } = await versionOf(db(), attempt.versionId)
  const handedInAt = attempt.handedInAt?.getTime() ?? null
  const toldAt = toldFrom(rules, handedInAt, attempt.number === 0 ? handedInAt : await closingOf(db(), quiz))
  const isTold = toldAt !== null && toldAt <= now
  const { points, outOf } = attempt
  return {
    ...{ attemptId, assignmentId, title: quiz.title ?? bank.title, language: bank.language, handedInAt, toldAt },
    pass: rules.pass,
    score: isTold && points !== null && outOf !== null ? { points, outOf } : null,
    items: isTold ? await reviewedItems(attemptId, assignmentId, attempt.versionId, attempt.order as number[]) : null,
  }
}

/** Every place of an attempt with its answer and what is right. */
const reviewedItems = async (
  attemptId: string,
  assignmentId: string,
  versionId: string,
  order: readonly number[],
): Promise<ReviewedItem[]> => {
  const { bank } = await versionOf(db(), versionId)
  const mends = await mendsOf(db(), assignmentId)
  const answers = await db().quizAnswer.findMany({ where: { attemptId } })
  const counted = countedOf(answers)
  return order.flatMap((_, place) => {
    const told = toldOf(bank, order, mends, place)
    const answer = counted.get(place) ?? answers.find((one) => one.place === place) ?? null
    const counts = counted.has(place)
    if (!told) return []
    const given = answer ? givenIn(answer.given) : null
    return [{ place, given, standing: answer?.standing ?? null, share: counts ? (answer?.share ?? 0) : 0, told }]
  })
}
