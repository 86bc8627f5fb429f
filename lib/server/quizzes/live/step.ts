import 'server-only'
import { randomUUID } from 'node:crypto'
import { seededRandom } from '#lib/base/index.ts'
import { askedBy, type LiveStep, orderOf, stepped } from '#lib/quiz/index.ts'
import { signalIn } from '../../classes/signal.ts'
import { type Tx, transaction } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import { withRows } from '../../json-rows.ts'
import type { Viewer } from '../../viewer.ts'
import { t } from '../../words.ts'
import { scoredBy } from '../closing.ts'
import { lockQuiz, quizRow, taughtQuiz } from '../quiz.ts'
import { mendsOf, newestVersion, type QuizVersion, versionOf } from '../versions.ts'
import { type Round, roundOf } from './round.ts'
import { type LiveState, liveState } from './state.ts'

/** Hands in what everybody has answered, in two statements however many they are. */
const handInAll = async (tx: Tx, assignmentId: string, version: QuizVersion, now: number): Promise<void> => {
  const attempts = await tx.quizAttempt.findMany({
    where: { assignmentId, handedInAt: null },
    orderBy: { id: 'asc' },
    include: { answers: true },
  })
  if (attempts.length === 0) return
  const mends = await mendsOf(tx, assignmentId)
  const rows = attempts.map(({ id, order, startedAt, answers }) => {
    const { points, outOf } = scoredBy(version, order as number[], mends, answers)
    // Who came in after the last step of a round that was forgotten has handed in nothing before that.
    return { id, points, outOf, handedInAt: new Date(Math.max(now, startedAt.getTime())) }
  })
  const columns = { id: 'text', points: 'float8', outOf: 'float8', handedInAt: 'instant' } as const
  await tx.$executeRaw`${withRows(columns, rows)} UPDATE "QuizAttempt"
    SET "points" = r."points", "outOf" = r."outOf", "handedInAt" = r."handedInAt" FROM r
    WHERE "QuizAttempt"."id" = r."id"`
}

type Asked = { readonly assignmentId: string; readonly step: LiveStep; readonly place: number }

/** Takes a step; whether it could be taken. */
const take = async (tx: Tx, round: Round, { assignmentId, step, place }: Asked, now: number): Promise<boolean> => {
  const starts = step === 'start'
  const version = await (starts ? newestVersion(tx, assignmentId) : versionOf(tx, round.versionId))
  const whole = starts ? orderOf(version.bank, version.rules, seededRandom(randomUUID())) : [...round.order]
  const to = round.place === place ? stepped(round, step, whole.length) : null
  if (to === null) return false
  const order = to.phase === 'over' ? whole.slice(0, askedBy(round)) : whole
  await lockQuiz(tx, assignmentId)
  const moved = await tx.liveRound.updateMany({
    where: { assignmentId, phase: round.phase, place: round.place },
    data: { ...to, order, versionId: version.id, since: new Date(now) },
  })
  if (moved.count === 0) return false
  if (starts || order.length < whole.length)
    await tx.quizAttempt.updateMany({
      where: { assignmentId, handedInAt: null, number: { gt: 0 } },
      data: { order, versionId: version.id },
    })
  if (to.phase === 'over') await handInAll(tx, assignmentId, version, now)
  return true
}

/** Ends a round in which nothing has been done since `since`, as of then: milliseconds since the epoch. */
export const endRound = async (assignmentId: string, since: number): Promise<void> =>
  transaction(async (tx) => {
    const { classId } = await quizRow(tx, assignmentId)
    const round = await roundOf(tx, assignmentId)
    if (round?.since !== since) return
    if (!(await take(tx, round, { assignmentId, step: 'end', place: round.place }, since))) return
    for (const topic of ['live', 'attempts'] as const) await signalIn(tx, classId, topic, assignmentId)
  })

/**
 * Takes a round a step on, from the place that whoever asks sees: what is tapped twice, or by two people, is done once, and a
 * step that no longer fits changes nothing. Returns where the round is. Throws `not-found`, `conflict` for a draft.
 */
export const liveStep = async (viewer: Viewer, asked: Asked, now = Date.now()): Promise<LiveState> => {
  const { assignmentId } = asked
  await transaction(async (tx) => {
    const quiz = await taughtQuiz(tx, viewer, assignmentId, 'teach')
    if (quiz.kind !== 'live') throw new Refusal('not-found')
    if (quiz.draft) throw new Refusal('conflict', t('quiz.notYet'))
    const round = await roundOf(tx, assignmentId)
    if (!round || !(await take(tx, round, asked, now))) return
    await signalIn(tx, quiz.classId, 'live', assignmentId)
    if (asked.step === 'end') await signalIn(tx, quiz.classId, 'attempts', assignmentId)
  })
  return liveState(viewer, assignmentId, now)
}
