import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { isFor } from '../classes/assigned.ts'
import { noteIn } from '../classes/events.ts'
import { roleIn } from '../classes/read.ts'
import { signalIn } from '../classes/signal.ts'
import { transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { newestPack } from '../packs.ts'
import type { Viewer } from '../viewer.ts'
import { questionsIn, requireSense } from './assign.ts'
import { bankOf } from './bank.ts'
import type { QuizInput } from './input.ts'
import { dateOf, taughtQuiz } from './quiz.ts'
import { newestVersion } from './versions.ts'

/** PostgreSQL keeps the fields of an object in an order of its own. */
const same = (kept: unknown, now: unknown): boolean => isDeepStrictEqual(kept, JSON.parse(JSON.stringify(now)))

/**
 * Changes a quiz. Dates hold at once, for attempts under way too; other rules and other questions make a new version, by
 * which attempts are begun from then on, while those that were begun go on by theirs. Throws `not-found`, `not-allowed`,
 * `cannot-use`.
 */
export const editQuiz = async (viewer: Viewer, input: QuizInput<'edit'>): Promise<void> => {
  const { assignmentId, title, opensAt, closesAt, draft, hides, rules, questionIds } = input
  requireSense(input, rules)
  await transaction(async (tx) => {
    const quiz = await taughtQuiz(tx, viewer, assignmentId, 'change')
    const { version, rules: before, bank } = await newestVersion(tx, assignmentId)
    const pack = questionIds === null ? null : (await newestPack(tx, quiz.setId)).pack
    const after = pack && questionIds ? bankOf(pack, questionsIn(pack, questionIds)) : bank
    const isNew = !same(before, rules) || !same(bank, after)
    if (isNew) await tx.quizVersion.create({ data: { assignmentId, version: version + 1, rules, bank: after } })
    const dates = { opensAt: dateOf(opensAt), closesAt: dateOf(closesAt) }
    await tx.assignment.update({ where: { id: assignmentId }, data: { title, draft, hides, ...dates } })
    const detail = {
      ...{ assignmentId, draft, version: String(isNew ? version + 1 : version) },
      ...{ opensAt: dates.opensAt?.toISOString() ?? '', closesAt: dates.closesAt?.toISOString() ?? '' },
    }
    await noteIn(tx, { classId: quiz.classId, kind: 'edited', actorId: viewer.userId, detail })
    // Those who learn see it come, move or go.
    for (const topic of ['attempts', 'notices'] as const) await signalIn(tx, quiz.classId, topic, assignmentId)
  })
}

/** Gives one learner a later end, more minutes or more attempts; all none takes that back. Throws as above. */
export const extendQuiz = async (viewer: Viewer, input: QuizInput<'extend'>): Promise<void> => {
  const { assignmentId, userId, closesAt, extraMinutes, extraAttempts } = input
  await transaction(async (tx) => {
    const quiz = await taughtQuiz(tx, viewer, assignmentId, 'change')
    if (!isFor(quiz, userId) || (await roleIn(tx, userId, quiz.classId)) !== 'learner') throw new Refusal('not-found')
    const where = { assignmentId_userId: { assignmentId, userId } }
    const given = { closesAt: dateOf(closesAt), extraMinutes, extraAttempts }
    await tx.extension.upsert({ where, create: { assignmentId, userId, ...given }, update: given })
    const detail = {
      ...{ assignmentId, closesAt: given.closesAt?.toISOString() ?? '' },
      ...{ minutes: String(extraMinutes), attempts: String(extraAttempts) },
    }
    await noteIn(tx, { classId: quiz.classId, kind: 'extended', actorId: viewer.userId, userId, detail })
    await signalIn(tx, quiz.classId, 'attempts', assignmentId)
  })
}
