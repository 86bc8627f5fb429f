import 'server-only'
import { type Mending, markedOf, type Received, receiptOf, type Saved } from '#lib/quiz/index.ts'
import { signalIn } from '../classes/signal.ts'
import { db, type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { type AttemptRow, settle } from './closing.ts'
import type { QuizInput } from './input.ts'
import { allowanceOf, endsAt, lockAttempt, quizRow } from './quiz.ts'
import { toldOf } from './told.ts'
import { mendsOf, type QuizVersion, versionOf } from './versions.ts'

type Sent = QuizInput<'save'>['answers'][number]

/** An attempt of the viewer's own. Throws `not-found`. */
export const ownAttempt = async (tx: Tx, viewer: Viewer, attemptId: string) => {
  const attempt = await tx.quizAttempt.findUnique({ where: { id: attemptId } })
  if (!attempt) throw new Refusal('not-found')
  authorise(viewer, 'read', { kind: 'learning', userId: attempt.userId }, 'not-found')
  return attempt
}

type Kept = Received & { readonly late: boolean; readonly elapsedMs: number; readonly toldAt: Date | null }

/** The changes among what was sent that the server does not have, each place's last, in the order in which they were made. */
const freshIn = (sent: readonly Sent[], kept: readonly Kept[], places: number): Sent[] => {
  const last = new Map<number, Sent>()
  for (const answer of [...sent].sort((a, b) => a.seq - b.seq)) last.set(answer.place, answer)
  const isNew = ({ place, seq }: Sent) => kept.every((one) => one.place !== place || (one.seq < seq && !one.toldAt))
  return [...last.values()].filter((one) => one.place < places && isNew(one)).sort((a, b) => a.seq - b.seq)
}

type Taking = {
  readonly attempt: AttemptRow
  readonly version: QuizVersion
  readonly mends: readonly Mending[]
  readonly endsAt: number | null
  readonly now: number
}

/** How a change stands as it comes in. */
const standingOf = (taking: Taking, before: Kept | null, { seq, elapsedMs, counted }: Sent): string => {
  const { attempt, version, endsAt: end, now } = taking
  const graceMs = version.rules.graceSeconds * 1_000
  const receiving = { startedAt: attempt.startedAt.getTime(), endsAt: end, graceMs, receivedAt: now, before }
  const receipt = receiptOf(receiving, { seq, elapsedMs }, counted)
  // What was handed in is handed in: what comes behind it is for whoever teaches to judge.
  return attempt.handedInAt !== null && receipt === 'counts' ? 'unsure' : receipt
}

type Row = {
  readonly attemptId: string
  readonly place: number
  readonly late: boolean
  readonly given: string
  readonly elapsedMs: number
  readonly spentMs: number
  readonly seq: number
  readonly receivedAt: Date
  readonly standing: string
  readonly share: number
  readonly toldAt: Date | null
}

/** One statement, for here a whole class writes at once: the same by Prisma's models are three. */
const put = (tx: Tx, row: Row) =>
  tx.$executeRaw`INSERT INTO "QuizAnswer" ("attemptId", "place", "late", "given", "elapsedMs", "spentMs", "seq",
      "receivedAt", "standing", "share", "toldAt")
    VALUES (${row.attemptId}, ${row.place}, ${row.late}, ${row.given}, ${row.elapsedMs}, ${row.spentMs}, ${row.seq},
      ${row.receivedAt}, ${row.standing}, ${row.share}, ${row.toldAt})
    ON CONFLICT ("attemptId", "place", "late") DO UPDATE SET "given" = excluded."given",
      "elapsedMs" = excluded."elapsedMs", "spentMs" = excluded."spentMs", "seq" = excluded."seq",
      "receivedAt" = excluded."receivedAt", "standing" = excluded."standing", "share" = excluded."share",
      "toldAt" = excluded."toldAt"`

/** Keeps one change; null where its place asks nothing. */
const keep = async (tx: Tx, taking: Taking, before: Kept | null, sent: Sent): Promise<Kept | null> => {
  const { attempt, version, mends, now } = taking
  const { place, given, seq, elapsedMs, spentMs, tell } = sent
  const question = version.bank.questions[(attempt.order as number[])[place] ?? -1]
  if (!question) return null
  const standing = standingOf(taking, before, sent)
  const late = standing !== 'counts'
  const toldAt = version.rules.feedback === 'each' && tell === true && !late ? new Date(now) : null
  const { share } = markedOf(version.bank, question, mends, given)
  const row = {
    ...{ given: JSON.stringify(given), elapsedMs, spentMs, seq },
    ...{ receivedAt: new Date(now), standing, share, toldAt },
  }
  await put(tx, { attemptId: attempt.id, place, late, ...row })
  return { place, late, seq, elapsedMs, standing, toldAt }
}

/** Takes the changes that are new; returns all that the server has now, and the places that are told. */
const take = async (tx: Tx, taking: Taking, sent: readonly Sent[]) => {
  const attemptId = taking.attempt.id
  const select = { place: true, late: true, seq: true, elapsedMs: true, standing: true, toldAt: true }
  const kept = new Map<string, Kept>()
  const put = (one: Kept) => kept.set(`${one.place} ${one.late}`, one)
  for (const row of await tx.quizAnswer.findMany({ where: { attemptId }, select })) put(row)
  const latest = () =>
    [...kept.values()].reduce<Kept | null>((last, one) => (last === null || one.seq > last.seq ? one : last), null)
  const told: number[] = []
  const fresh = freshIn(sent, [...kept.values()], (taking.attempt.order as number[]).length)
  for (const one of fresh) {
    const row = await keep(tx, taking, latest(), one)
    if (row) put(row)
    if (row?.toldAt) told.push(row.place)
  }
  return { kept: [...kept.values()], told, anyNew: fresh.length > 0 }
}

/**
 * Takes what a device has of an attempt, each change once, and hands it in where that is wanted. Whatever comes is kept: what
 * does not count by itself stands beside what does until somebody who teaches has decided. Throws `not-found`, and
 * `conflict` in a live round, which is answered in its own way.
 */
export const saveAnswers = async (
  viewer: Viewer,
  attemptId: string,
  { answers: sent, handIn }: QuizInput<'save'>,
  now = Date.now(),
): Promise<Saved> => {
  // What can be known before is read where nobody waits: on SQLite one writes at a time.
  const before = await ownAttempt(db(), viewer, attemptId)
  const quiz = await quizRow(db(), before.assignmentId)
  if (quiz.kind !== 'quiz') throw new Refusal('conflict')
  const version = await versionOf(db(), before.versionId)
  const end = endsAt(before.startedAt, version.rules, quiz, await allowanceOf(db(), quiz.assignmentId, viewer.userId))
  return transaction(async (tx) => {
    const attempt = { ...before, handedInAt: await lockAttempt(tx, attemptId) }
    // What is put right meanwhile was so before, or waits for this and then marks it.
    const mends = await mendsOf(tx, quiz.assignmentId)
    const { kept, told, anyNew } = await take(tx, { attempt, version, mends, endsAt: end, now }, sent)
    const hands = handIn && attempt.handedInAt === null
    // A phone that comes back long after the end hands in what it had by then.
    const handedInAt = hands ? new Date(end === null ? now : Math.min(now, end)) : attempt.handedInAt
    if (handedInAt !== null && (hands || anyNew)) {
      await settle(tx, attempt, version, mends, handedInAt)
      if (attempt.number > 0) await signalIn(tx, quiz.classId, 'attempts', quiz.assignmentId)
    }
    const order = attempt.order as number[]
    return {
      received: kept
        .sort((a, b) => a.place - b.place || a.seq - b.seq)
        .map(({ place, seq, standing }) => ({ place, seq, standing })),
      told: told.map((place) => toldOf(version.bank, order, mends, place)).filter((one) => one !== null),
      ...{ handedInAt: handedInAt?.getTime() ?? null, endsAt: end, serverNow: now },
    }
  })
}
