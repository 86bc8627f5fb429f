import 'server-only'
import { type Given, markedOf, takesAnswer } from '#lib/quiz/index.ts'
import { databaseKind, db, raw } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import { type ColumnType, withRows } from '../../json-rows.ts'
import type { Viewer } from '../../viewer.ts'
import { t } from '../../words.ts'
import { mendsOf, versionOf } from '../versions.ts'
import { askedRound, joinRound, ownPart, roundOf } from './round.ts'

const COLUMNS = {
  ...{ attemptId: 'text', place: 'integer', late: 'boolean', given: 'text' },
  ...{ elapsedMs: 'float8', spentMs: 'float8', seq: 'integer', receivedAt: 'instant' },
  ...{ standing: 'text', share: 'float8' },
} as const satisfies Record<string, ColumnType>
const NAMES = Object.keys(COLUMNS)
const quoted = (prefix = '') => raw(NAMES.map((name) => `${prefix}"${name}"`).join(', '))
const CHANGED = ['given', 'elapsedMs', 'spentMs', 'receivedAt', 'share']

type Sent = { readonly assignmentId: string; readonly place: number; readonly given: Given }

const own = async (viewer: Viewer, assignmentId: string, now: number) => {
  const quiz = await askedRound(db(), viewer, assignmentId)
  if (quiz.role !== 'learner') throw new Refusal('not-allowed')
  const known = await ownPart(viewer.userId, assignmentId)
  if (known) return known
  await joinRound(quiz, viewer.userId, now)
  return ownPart(viewer.userId, assignmentId)
}

/**
 * Answers the question that a round asks; the answer may be changed until what is right is shown. One statement, which finds
 * that the question is still asked and keeps the answer, whatever happens between. Throws `not-found`, `not-allowed` for those
 * who teach, `conflict` where that question is not asked now.
 */
export const liveAnswer = async (
  viewer: Viewer,
  { assignmentId, place, given }: Sent,
  now = Date.now(),
): Promise<{ readonly place: number; readonly receivedAt: number }> => {
  const attempt = await own(viewer, assignmentId, now)
  const round = await roundOf(db(), assignmentId)
  const tooLate = () => new Refusal('conflict', t('live.notAsked'))
  if (!attempt || !round || round.phase !== 'asking' || round.place !== place) throw tooLate()
  const { bank, rules } = await versionOf(db(), round.versionId)
  const question = bank.questions[round.order[place] ?? -1]
  if (!question || !takesAnswer(round.since, rules, now)) throw tooLate()
  const { share } = markedOf(bank, question, await mendsOf(db(), assignmentId), given)
  const row = {
    ...{ attemptId: attempt.id, place, late: false, given: JSON.stringify(given), seq: 1, standing: 'counts', share },
    ...{ elapsedMs: Math.max(0, now - attempt.startedAt.getTime()), spentMs: Math.max(0, now - round.since) },
    receivedAt: new Date(now),
  }
  const changes = raw(CHANGED.map((name) => `"${name}" = excluded."${name}"`).join(', '))
  // Elsewhere than on SQLite, a step that is being taken is waited for, and waits for this.
  const held = raw(databaseKind() === 'postgresql' ? 'FOR SHARE OF l' : '')
  const kept = await db().$executeRaw`${withRows(COLUMNS, [row])}
    INSERT INTO "QuizAnswer" (${quoted()}) SELECT ${quoted('r.')} FROM r
    JOIN "LiveRound" l ON l."assignmentId" = ${assignmentId}
    WHERE l."phase" = ${'asking'} AND l."place" = ${place} ${held}
    ON CONFLICT ("attemptId", "place", "late") DO UPDATE SET ${changes}, "seq" = "QuizAnswer"."seq" + 1`
  if (kept === 0) throw tooLate()
  return { place, receivedAt: now }
}
