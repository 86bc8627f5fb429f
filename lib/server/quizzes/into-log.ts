import 'server-only'
import { type CardState, cardKey, clipGiven, type Entry, type Grade, type StoredEntry } from '#lib/log/index.ts'
import { countOf, type Mending, markedOf, toldFrom } from '#lib/quiz/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { isLikelyGuess, modeOf, type Pack, type PackQuestion, ratingsFor } from '#lib/session/index.ts'
import { cardsOfFacts } from '../cards.ts'
import { db, type Tx, transaction } from '../db.ts'
import { type HashedEntry, hashed } from '../entries.ts'
import { newId } from '../ids.ts'
import { append, factsTouchedBy, lockLog, relatedTo } from '../log.ts'
import { type AttemptRow, countedOf, givenIn } from './closing.ts'
import { closingOf, quizRow } from './quiz.ts'
import { mendsOf, versionOf } from './versions.ts'

/** Before its learner may know what was right, nothing of an answer stands in their log: a rating says it. */
const released = async (tx: Tx, userId: string, now: number) => {
  const open = await tx.quizAttempt.findMany({
    where: { userId, loggedAt: null, handedInAt: { not: null, lte: new Date(now) }, number: { gt: 0 } },
    orderBy: { id: 'asc' },
  })
  const told: (typeof open)[number][] = []
  for (const attempt of open) {
    const { rules } = await versionOf(tx, attempt.versionId)
    const closed = rules.feedback === 'closed' ? await closingOf(tx, await quizRow(tx, attempt.assignmentId)) : null
    const from = toldFrom(rules, attempt.handedInAt?.getTime() ?? null, closed)
    if (from !== null && from <= now) told.push(attempt)
  }
  return told
}

type Asked = { readonly bank: Pack; readonly question: PackQuestion; readonly mends: readonly Mending[] }

/** The grades that an answer stands for; null where the question says nothing of what its learner knows. */
const gradesOf = (
  { bank, question, mends }: Asked,
  given: string | string[],
  cards: ReadonlyMap<string, CardState>,
  day: number,
): Grade[] | null => {
  if (countOf(question.id, mends) !== 'normal') return null
  const { marking } = markedOf(bank, question, mends, given)
  const { factIds, direction } = question
  const guess = isLikelyGuess(cards.get(cardKey(factIds[0] ?? '', direction)), question, day)
  const versions = new Map(bank.facts.map(({ id, version }) => [id, version]))
  return ratingsFor({ factIds, guess }, marking, 0).map(({ factId, rating }) => ({
    ...{ factId, factVersion: versions.get(factId) ?? 1, direction, rating },
  }))
}

/** Entries as they stand in the log, by the ids that answers keep of them. */
const standingGrades = async (
  tx: Tx,
  userId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, Grade[]>> => {
  const rows = await tx.entry.findMany({
    where: { userId, OR: [{ id: { in: [...entryIds] } }, { target: { in: [...entryIds] }, kind: 'regrade' }] },
    orderBy: { serverSeq: 'asc' },
    select: { id: true, target: true, body: true },
  })
  const grades = new Map<string, Grade[]>()
  for (const { id, target, body } of rows) {
    const entry = JSON.parse(body) as StoredEntry
    if (entry.kind === 'review' || entry.kind === 'regrade') grades.set(target ?? id, entry.grades)
  }
  return grades
}

type Change = {
  readonly entry: Entry
  readonly at: number
  readonly place: number
  readonly late: boolean
  readonly entryId: string | null
}

/** A draft of an entry, without its place in the log. */
const stamped = (at: number, tzOffsetMin: number, now: number) =>
  ({ v: 1, id: newId(now), deviceId: 'server', seq: 0, at, tzOffsetMin }) as const

/** What brings the log to where the marks are, for one attempt. */
const changesOf = async (
  tx: Tx,
  attempt: AttemptRow,
  assignmentId: string,
  tzOffsetMin: number,
  now: number,
): Promise<Change[]> => {
  const { bank } = await versionOf(tx, attempt.versionId)
  const mends = await mendsOf(tx, assignmentId)
  const answers = await tx.quizAnswer.findMany({
    where: { attemptId: attempt.id },
    orderBy: [{ place: 'asc' }, { late: 'asc' }],
  })
  const counted = countedOf(answers)
  const known = await standingGrades(
    tx,
    attempt.userId,
    answers.flatMap(({ entryId }) => entryId ?? []),
  )
  const cards = await cardsOfFacts(
    tx,
    attempt.userId,
    bank.facts.map(({ id }) => id),
  )
  const order = attempt.order as number[]
  return answers.flatMap((answer): Change[] => {
    const { place, late, entryId } = answer
    const question = bank.questions[order[place] ?? -1]
    if (!question) return []
    const at =
      attempt.startedAt.getTime() +
      Math.min(Math.max(0, answer.elapsedMs), Math.max(0, now - attempt.startedAt.getTime()))
    const given = givenIn(answer.given)
    const asked = { bank, question, mends }
    const grades = counted.get(place) === answer ? gradesOf(asked, given, cards, studyDay(at, tzOffsetMin)) : null
    const stamp = stamped(now, tzOffsetMin, now)
    if (grades === null)
      return entryId === null
        ? []
        : [{ entry: { ...stamp, kind: 'undo', target: entryId }, at: now, place, late, entryId: null }]
    if (entryId !== null) {
      const before = known.get(entryId) ?? []
      const isSame = grades.every(({ factId, rating }) =>
        before.some((one) => one.factId === factId && (one.rating === 1) === (rating === 1)),
      )
      return isSame
        ? []
        : [{ entry: { ...stamp, kind: 'regrade', target: entryId, grades }, at: now, place, late, entryId }]
    }
    const { marking } = markedOf(bank, question, mends, given)
    const review: Entry = {
      ...{ ...stamp, at, kind: 'review' as const, grades, questionId: question.id, questionVersion: question.version },
      ...{ form: question.form, mode: modeOf(question.form, false, false), given: clipGiven(given) },
      ...{
        auto: marking.verdict,
        overridden: false,
        hints: 0,
        durationMs: Math.min(86_400_000, Math.round(answer.spentMs)),
      },
      ...{ context: 'quiz' as const, attemptId: attempt.id },
    }
    return [{ entry: review, at, place, late, entryId: review.id }]
  })
}

/** The learner's clock when they answered last; UTC for who never did. */
const zoneOf = async (tx: Tx, userId: string): Promise<number> => {
  const last = await tx.entry.findFirst({
    where: { userId },
    orderBy: { serverSeq: 'desc' },
    select: { tzOffsetMin: true },
  })
  return last?.tzOffsetMin ?? 0
}

const write = async (tx: Tx, userId: string, changes: readonly Change[], now: number): Promise<void> => {
  const before = await lockLog(tx, userId, changes.length, new Date(now))
  const added = changes.map(({ entry, at }, nth): HashedEntry => {
    const serverSeq = before + nth + 1
    const placed: Entry = { ...entry, seq: serverSeq }
    return { entry: { ...placed, effectiveAt: at, serverSeq }, ...hashed(placed) }
  })
  const entries = added.map(({ entry }) => entry)
  const related = await relatedTo(tx, userId, entries)
  const cards = await cardsOfFacts(tx, userId, factsTouchedBy(entries, related.entries))
  await append(tx, userId, added, related.entries, cards, new Date(now))
}

/**
 * Brings a learner's log to what their quizzes say: each answer of an attempt that may be talked about is a review in it, is
 * graded anew where its question was put right, and taken back where that was dropped. Doing so again changes nothing.
 */
export const quizzesIntoLog = async (userId: string, now = Date.now()): Promise<void> => {
  const waiting = { userId, loggedAt: null, handedInAt: { not: null }, number: { gt: 0 } }
  if ((await db().quizAttempt.count({ where: waiting })) === 0) return
  for (const { id, assignmentId } of await released(db(), userId, now))
    await transaction(async (tx) => {
      // Said first: a mend that is made meanwhile waits for this row, and then says that there is more to do.
      const mine = { where: { id, loggedAt: null }, data: { loggedAt: new Date(now) } }
      if ((await tx.quizAttempt.updateMany(mine)).count === 0) return
      const attempt = await tx.quizAttempt.findUniqueOrThrow({ where: { id } })
      const changes = await changesOf(tx, attempt, assignmentId, await zoneOf(tx, userId), now)
      if (changes.length > 0) await write(tx, userId, changes, now)
      for (const { place, late, entryId } of changes) {
        const where = { attemptId_place_late: { attemptId: id, place, late } }
        await tx.quizAnswer.update({ where, data: { entryId } })
      }
    })
}

/** How long whoever put a question right waits for the logs of a class. */
const WAIT_MS = 3_000

/** The same for many, as long as somebody may wait for it; who is not reached by then is when they next come. */
export const bringIntoLogs = async (userIds: readonly string[]): Promise<void> => {
  const until = performance.now() + WAIT_MS
  for (const userId of userIds) {
    if (performance.now() > until) return
    await quizzesIntoLog(userId)
  }
}
