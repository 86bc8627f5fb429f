import 'server-only'
import { SELF_RATED } from '#lib/agenda/index.ts'
import { type Millis, seededRandom, shuffled } from '#lib/base/index.ts'
import type { Review } from '#lib/exams/index.ts'
import { type ClassSoFar, type LearnerSoFar, packedHistory, type SeenAnswer } from '#lib/gradebook/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { SECONDS_PER_ANSWER, secondsOf } from '#lib/session/index.ts'
import type { Viewer } from '../viewer.ts'
import { answersSeen } from './seen-answers.ts'
import { type StudyIn, taughtStudy } from './taught-study.ts'

/** Of a larger class so many are asked after, drawn by the assignment: their middle is near that of the class. */
const LEARNERS = 60
/** As many days say how somebody goes on. */
const LATE_DAYS = 7

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
const speedOf = (answers: readonly SeenAnswer[]): number =>
  SECONDS_PER_ANSWER / secondsOf(answers.flatMap(({ spentMs }) => (spentMs > 0 ? [spentMs] : [])))

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
export const classSoFar = async (viewer: Viewer, study: StudyIn, now: Millis = Date.now()): Promise<ClassSoFar> => {
  const { classId, assignmentId } = study
  const { found, asked, learners: theirs } = await taughtStudy(viewer, study, now)
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
