import 'server-only'
import { type Millis, median, seededRandom, shuffled } from '#lib/base/index.ts'
import type { Review } from '#lib/exams/index.ts'
import { type ClassSoFar, type LearnerSoFar, packedHistory, type SeenAnswer } from '#lib/gradebook/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { SECONDS_PER_ANSWER } from '#lib/session/index.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isFor, shown } from './assigned.ts'
import { assignedFacts } from './assigned-facts.ts'
import { roleIn } from './read.ts'
import { answersSeen } from './seen-answers.ts'

/** Of a larger class so many are asked after, drawn by the assignment: their middle is near that of the class. */
const LEARNERS = 60
/** As many days say how somebody goes on. */
const LATE_DAYS = 7
/** What an answer counts that its giver judged, beside one that was marked. */
const SELF_RATED = 0.5
/** Answers that tell how fast somebody is. */
const PACE_FROM = 5

const historiesIn = (answers: readonly SeenAnswer[]): Review[][] => {
  const byFact = new Map<string, Review[]>()
  for (const { factId, rating, day, selfRated, guess } of answers) {
    const history = byFact.get(factId) ?? []
    byFact.set(factId, history)
    // A phone that travels may go back a day.
    if (day <= (history.at(-1)?.day ?? Number.NEGATIVE_INFINITY)) continue
    history.push({ day, rating, guess: selfRated ? 0 : guess, trust: selfRated ? SELF_RATED : 1 })
  }
  return [...byFact.values()]
}

/** A typical learner's seconds to one of somebody who gives these answers. */
const speedOf = (answers: readonly SeenAnswer[]): number => {
  const times = answers.flatMap(({ spentMs }) => (spentMs > 0 ? [spentMs / 1_000] : []))
  return times.length < PACE_FROM ? 1 : SECONDS_PER_ANSWER / Math.max(1, median(times))
}

type Learner = { readonly userId: string; readonly name: string | null; readonly from: Millis }

const soFar = ({ userId, name, from }: Learner, answers: readonly SeenAnswer[], today: number): LearnerSoFar => {
  const seconds = (first: number) =>
    answers.reduce((sum, { day, spentMs }) => sum + (day >= first ? spentMs : 0), 0) / 1_000
  const days = Math.min(LATE_DAYS, Math.max(1, today - studyDay(from, 0) + 1))
  const speed = speedOf(answers)
  return {
    ...{ userId, name },
    histories: historiesIn(answers).map((history) => packedHistory(history, today)),
    secondsADay: Math.round((seconds(today - days + 1) / days) * speed),
    secondsToday: Math.round(seconds(today) * speed),
  }
}

/**
 * What a class did for something assigned, as a forecast for its day takes it, for those who teach the class: from the answers
 * given since joining, and from nothing else. Nobody's plan or other work is in it. Throws `not-found`, also while learners do
 * not see it.
 */
export const classSoFar = async (
  viewer: Viewer,
  { classId, assignmentId }: { readonly classId: string; readonly assignmentId: string },
  now: Millis = Date.now(),
): Promise<ClassSoFar> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const found = await db().assignment.findFirst({
    where: { id: assignmentId, classId, kind: 'study', ...shown(new Date(now)) },
  })
  const asked = found ? (await assignedFacts([found])).get(found.id) : undefined
  if (!found || !asked) throw new Refusal('not-found')
  const members = await db().classMember.findMany({
    where: { classId, role: 'learner' },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    select: { userId: true, joinedAt: true, user: { select: { name: true } } },
  })
  const theirs = members.filter(({ userId }) => isFor(found, userId))
  const drawn = theirs.length <= LEARNERS ? theirs : shuffled(theirs, seededRandom(assignmentId)).slice(0, LEARNERS)
  const userIds = drawn.map(({ userId }) => userId)
  const answers = await answersSeen(classId, userIds, asked.factIds, { guesses: true })
  const today = studyDay(now, 0)
  const begun = Math.max(found.createdAt.getTime(), found.opensAt?.getTime() ?? 0)
  return {
    ...{ today, due: dayOfDate(found.dueDate ?? ''), facts: asked.factIds.length, all: theirs.length },
    learners: drawn.map(({ userId, joinedAt, user: { name } }) => {
      const from = Math.max(begun, joinedAt.getTime())
      return soFar({ userId, name, from }, answers.get(userId) ?? [], today)
    }),
  }
}
