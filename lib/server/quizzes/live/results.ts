import 'server-only'
import type { QuizItem } from '#lib/quiz/index.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { db } from '../../db.ts'
import { givenIn } from '../closing.ts'

/** How a class answered at one place. */
export type LiveResults = {
  readonly answered: number
  /** How many of them have it wholly right. */
  readonly right: number
  /** What could be tapped, as it was shown, and how many chose it; empty where it was typed or put in order. */
  readonly options: readonly { readonly text: string; readonly count: number; readonly right: boolean }[]
}

/** What was typed and is wrong, by how many; those who wrote it differ in case and spaces at most. */
export type WrongAnswer = { readonly text: string; readonly count: number }

type Line = { readonly given: string; readonly share: number; readonly count: number }

const WRONG_SHOWN = 5

/** Everybody's answers at one place, alike ones together, the most frequent first. */
export const linesAt = async (assignmentId: string, place: number): Promise<Line[]> => {
  const rows = await db().$queryRaw<
    { given: string; share: number; count: bigint | number }[]
  >`SELECT a."given", a."share", COUNT(*) AS "count" FROM "QuizAttempt" q
    JOIN "QuizAnswer" a ON a."attemptId" = q."id" AND a."place" = ${place} AND a."late" = false
    WHERE q."assignmentId" = ${assignmentId} AND q."number" > 0
    GROUP BY a."given", a."share" ORDER BY COUNT(*) DESC, a."given"`
  return rows.map(({ given, share, count }) => ({ given, share, count: Number(count) }))
}

const total = (lines: readonly Line[]): number => lines.reduce((sum, { count }) => sum + count, 0)

/** `question`: with its mends, so that what counts as right is what counts now. */
export const resultsOf = (lines: readonly Line[], item: QuizItem, question: PackQuestion): LiveResults => {
  const tapped = item.form === 'true-false' ? ['true', 'false'] : item.form === 'choice' ? item.options : []
  return {
    answered: total(lines),
    right: total(lines.filter(({ share }) => share >= 1)),
    options: tapped.map((text) => ({
      ...{ text, right: question.key === text || question.accepted.includes(text) },
      count: total(lines.filter(({ given }) => givenIn(given) === text)),
    })),
  }
}

/** The wrong answers that most typed. */
export const wrongOf = (lines: readonly Line[]): WrongAnswer[] => {
  const wrong = new Map<string, WrongAnswer>()
  for (const { given, share, count } of lines) {
    const text = givenIn(given)
    if (typeof text !== 'string' || share >= 1 || text.trim() === '') continue
    const like = text.trim().toLowerCase()
    const before = wrong.get(like)
    wrong.set(like, { text: before?.text ?? text.trim(), count: (before?.count ?? 0) + count })
  }
  return [...wrong.values()].sort((a, b) => b.count - a.count).slice(0, WRONG_SHOWN)
}

export const presentIn = (assignmentId: string): Promise<number> =>
  db().quizAttempt.count({ where: { assignmentId, number: { gt: 0 } } })

export const answeredAt = (assignmentId: string, place: number): Promise<number> =>
  db().quizAnswer.count({ where: { place, late: false, attempt: { assignmentId, number: { gt: 0 } } } })

/** How many answered at each place of a round, and how many were right. */
export const byPlace = async (assignmentId: string) => {
  const rows = await db().$queryRaw<
    { place: number; answered: bigint | number; right: bigint | number }[]
  >`SELECT a."place", COUNT(*) AS "answered", SUM(CASE WHEN a."share" >= 1 THEN 1 ELSE 0 END) AS "right"
    FROM "QuizAttempt" q JOIN "QuizAnswer" a ON a."attemptId" = q."id" AND a."late" = false
    WHERE q."assignmentId" = ${assignmentId} AND q."number" > 0 GROUP BY a."place" ORDER BY a."place"`
  return new Map(
    rows.map(({ place, answered, right }) => [place, { answered: Number(answered), right: Number(right) }]),
  )
}
