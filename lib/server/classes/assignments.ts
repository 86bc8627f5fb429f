import 'server-only'
import { heldAfter, type Review, recallOn } from '#lib/exams/index.ts'
import { dayOfDate, fsrsFor, type Rating, studyDay } from '#lib/scheduling/index.ts'
import { db } from '../db.ts'
import { jsonList } from '../json-rows.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { roleIn } from './read.ts'

export type LearnerRecall = {
  readonly userId: string
  /** Facts of the assignment that they have met since they joined, and what of all of them they would recall: shares. */
  readonly met: number
  readonly today: number
  /** On the day it is due, if they studied nothing more. */
  readonly due: number
  readonly answers: number
}

export type ClassAssignment = {
  readonly assignmentId: string
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly sections: readonly string[] | null
  readonly date: string
  readonly time: string
  readonly facts: number
  readonly learners: readonly LearnerRecall[]
}

type Answer = { userId: string; factId: string; rating: Rating; effectiveAt: Date; tzOffsetMin: number }

/** The facts that an assignment asks for, of the set's newest version. */
export const factsOf = async (setId: string, sections: readonly string[] | null) => {
  const version = await db().setVersion.findFirstOrThrow({
    where: { setId },
    orderBy: { version: 'desc' },
    select: {
      ...{ title: true, language: true },
      items: { select: { factId: true, fact: { select: { section: { select: { heading: true } } } } } },
    },
  })
  const { title, language } = version
  const wanted = version.items.filter(({ fact }) => sections === null || sections.includes(fact.section?.heading ?? ''))
  return { title, language, factIds: wanted.map(({ factId }) => factId) }
}

/** Marked or rated answers of a class's learners to some facts, from when each joined, in order; practice left out. */
const answersSince = (classId: string, factIds: readonly string[]): Promise<Answer[]> =>
  db().$queryRaw<
    Answer[]
  >`SELECT g."userId", g."factId", g."rating", g."effectiveAt", e."tzOffsetMin" FROM "ClassMember" m
    JOIN "Grade" g ON g."userId" = m."userId" AND g."factId" IN ${jsonList(factIds)} AND g."rating" IS NOT NULL
      AND g."effectiveAt" >= m."joinedAt"
    JOIN "Entry" e ON e."userId" = g."userId" AND e."id" = g."entryId" AND e."kind" = ${'review'}
      AND e."body" NOT LIKE ${'%"context":"practice"%'}
    WHERE m."classId" = ${classId} AND CAST(m."role" AS TEXT) = ${'learner'}
      AND NOT EXISTS (SELECT 1 FROM "Entry" u WHERE u."userId" = g."userId" AND u."target" = e."id" AND u."kind" = ${'undo'})
    ORDER BY g."userId", g."effectiveAt", g."entryId"`

/** What learners would recall of so many facts, from nothing but these answers. */
const recallOf = (
  answers: readonly Answer[],
  facts: number,
  today: number,
  due: number,
): Omit<LearnerRecall, 'userId'> => {
  const histories = new Map<string, Review[]>()
  for (const { factId, rating, effectiveAt, tzOffsetMin } of answers) {
    const day = studyDay(effectiveAt.getTime(), tzOffsetMin)
    const history = histories.get(factId) ?? []
    if (history.at(-1)?.day !== day) history.push({ day, rating })
    histories.set(factId, history)
  }
  const model = fsrsFor(null)
  const held = [...histories.values()].map((history) => heldAfter(model, history))
  const share = (day: number): number =>
    facts === 0 ? 0 : held.reduce((sum, one) => sum + recallOn(model, one, day), 0) / facts
  return {
    met: facts === 0 ? 0 : held.length / facts,
    today: share(today),
    due: share(Math.max(today, due)),
    answers: answers.length,
  }
}

/** What a class is assigned, with how each learner stands, for those who teach it. Throws `not-found`. */
export const assignmentsIn = async (viewer: Viewer, classId: string, now = Date.now()): Promise<ClassAssignment[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const rows = await db().assignment.findMany({
    where: { classId, kind: 'study' },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
  })
  const learners = await db().classMember.findMany({
    where: { classId, role: 'learner' },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    select: { userId: true },
  })
  const today = studyDay(now, 0)
  const found: ClassAssignment[] = []
  for (const { id, setId, sections: kept, dueDate, dueTime } of rows) {
    const sections = kept as string[] | null
    const { title, language, factIds } = await factsOf(setId, sections)
    const byLearner = new Map<string, Answer[]>()
    for (const answer of factIds.length > 0 ? await answersSince(classId, factIds) : [])
      byLearner.set(answer.userId, [...(byLearner.get(answer.userId) ?? []), answer])
    found.push({
      ...{
        assignmentId: id,
        setId,
        title,
        language,
        sections,
        date: dueDate ?? '',
        time: dueTime ?? '',
        facts: factIds.length,
      },
      learners: learners.map(({ userId }) => ({
        userId,
        ...recallOf(byLearner.get(userId) ?? [], factIds.length, today, dayOfDate(dueDate ?? '')),
      })),
    })
  }
  return found
}

export type AssignableSet = {
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly sections: readonly string[]
}

/** Sets that the viewer could assign: what they own and what they study, with the sections of their texts. */
export const assignableSets = async (viewer: Viewer): Promise<AssignableSet[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  const rows = await db().questionSet.findMany({
    where: {
      ...{ takenDownAt: null, versions: { some: {} } },
      OR: [{ ownerId: userId }, { enrolments: { some: { userId } } }],
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      versions: {
        orderBy: { version: 'desc' },
        take: 1,
        select: {
          ...{ title: true, language: true },
          items: { select: { fact: { select: { section: { select: { heading: true, position: true } } } } } },
        },
      },
    },
  })
  return rows.flatMap(({ id, versions: [newest] }) => {
    if (!newest) return []
    const headings = newest.items.flatMap(({ fact }) => (fact.section ? [fact.section] : []))
    const inOrder = [...headings].sort((a, b) => a.position - b.position).map(({ heading }) => heading)
    return [{ setId: id, title: newest.title, language: newest.language, sections: [...new Set(inOrder)] }]
  })
}

export type LearnersAssignment = Pick<
  ClassAssignment,
  'assignmentId' | 'setId' | 'title' | 'language' | 'date' | 'time'
>

/** What a class wants of those who learn in it. Throws `not-found`. */
export const assignedIn = async (viewer: Viewer, classId: string): Promise<LearnersAssignment[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  const rows = await db().assignment.findMany({
    where: { classId, kind: 'study' },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, setId: true, dueDate: true, dueTime: true },
      set: {
        select: { versions: { orderBy: { version: 'desc' }, take: 1, select: { title: true, language: true } } },
      },
    },
  })
  return rows.flatMap(({ id, setId, dueDate, dueTime, set }) =>
    set.versions.map(({ title, language }) => ({
      ...{ assignmentId: id, setId, title, language, date: dueDate ?? '', time: dueTime ?? '' },
    })),
  )
}
