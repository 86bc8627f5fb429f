import { db, transaction } from '#lib/server/db.ts'
import { newId } from '#lib/server/ids.ts'
import { insertRows } from '#lib/server/json-rows.ts'
import type { Pack, PackQuestion } from '#lib/session/index.ts'
import { packOfMarked } from './pack.ts'

const LETTERS = ['A', 'B', 'C', 'D'] as const

/** A bank of as many questions with the options A, B, C and D, of which A is right, each on a sentence of its own. */
export const lightsBank = (count: number, change: Partial<Pack> = {}): Pack => {
  const sentence = (_: unknown, at: number) => `[[Light ${at + 1} is A.]]`
  const text = Array.from({ length: count }, sentence).join(' ')
  const pack = packOfMarked('bank', 'Lights', [{ heading: 'On the rocks', text }])
  const questions = pack.facts.map(
    ({ id, number }): PackQuestion => ({
      ...{ id: `q${number}`, version: 1, factIds: [id], direction: 'forward', form: 'choice' },
      ...{ stem: `What is light ${number}?`, key: 'A', accepted: ['A'], rationale: '' },
      options: LETTERS.map((letter) => ({ text: letter })),
    }),
  )
  return { ...pack, questions, ...change }
}

type Quiz = { readonly assignmentId: string; readonly versionId: string }

const RULES = {
  ...{ limitMinutes: null, attempts: null, counts: 'best', pass: null },
  ...{ shuffle: false, draw: null, feedback: 'after', graceSeconds: 60 },
} as const

/** A quiz that a class was assigned; a second version of it, where `of` is one. */
export const newQuiz = async (classId: string, setId: string, bank: Pack, of?: Quiz): Promise<Quiz> => {
  const assignmentId =
    of?.assignmentId ?? (await db().assignment.create({ data: { classId, setId, kind: 'quiz', title: 'Lights' } })).id
  const version = (await db().quizVersion.count({ where: { assignmentId } })) + 1
  const { id } = await db().quizVersion.create({ data: { assignmentId, version, rules: RULES, bank } })
  return { assignmentId, versionId: id }
}

type AnswerRow = {
  readonly place: number
  readonly given: string | readonly string[]
  readonly share: number
  readonly late?: boolean
  readonly standing?: string
}
type AttemptRow = {
  readonly userId: string
  readonly answers: readonly AnswerRow[]
  /** By place the question of the bank. */
  readonly order: readonly number[]
  readonly number?: number
  /** Null: still under way. */
  readonly handedInAt?: Date | null
}

/** Attempts at a quiz with their answers, as they lie in the database. */
export const putAttempts = async (
  { assignmentId, versionId }: Quiz,
  attempts: readonly AttemptRow[],
): Promise<void> => {
  const now = new Date()
  const made = attempts.map(({ userId, order, number = 1, handedInAt = now }) => ({
    ...{ id: newId(), assignmentId, versionId, userId, number, order, handedInAt, startedAt: now, undecided: 0 },
  }))
  const answers = attempts.flatMap((attempt, nth) =>
    attempt.answers.map(({ given, late = false, standing = 'counts', place, share }) => ({
      ...{ attemptId: made[nth]?.id, place, late, standing, share, given: JSON.stringify(given) },
      ...{ elapsedMs: 0, spentMs: 0, seq: 1, receivedAt: now },
    })),
  )
  await transaction(async (tx) => {
    const text = 'text' as const
    const ids = { id: text, assignmentId: text, versionId: text, userId: text }
    const times = { startedAt: 'instant', handedInAt: 'instant' } as const
    await insertRows(
      tx,
      'QuizAttempt',
      { ...ids, number: 'integer', order: 'jsonb', ...times, undecided: 'integer' },
      made,
    )
    const measured = { elapsedMs: 'float8', spentMs: 'float8', seq: 'integer', receivedAt: 'instant' } as const
    const said = { given: text, standing: text, share: 'float8' } as const
    await insertRows(
      tx,
      'QuizAnswer',
      { attemptId: text, place: 'integer', late: 'boolean', ...said, ...measured },
      answers,
    )
  })
}
