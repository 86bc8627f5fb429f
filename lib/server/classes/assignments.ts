import 'server-only'
import { recallOf } from '#lib/gradebook/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { db } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isFor, shown, takeUpOpened, theirsOf } from './assigned.ts'
import { assignedFacts } from './assigned-facts.ts'
import { roleIn } from './read.ts'
import { NOTHING, standingsIn } from './standings.ts'

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
  /** Seen by nobody but those who teach. */
  readonly draft: boolean
  /** When learners see it, milliseconds since the epoch; null: at once. */
  readonly opensAt: number | null
  /** How many it is for; null: the whole class. */
  readonly forSome: number | null
  /** Those whom it is for, once they see it. */
  readonly learners: readonly LearnerRecall[]
}

/** What a class is assigned, with how each learner whom it is for stands, for those who teach it. Throws `not-found`. */
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
  const assigned = await assignedFacts(rows)
  const userIds = learners.map(({ userId }) => userId)
  const standings = await standingsIn(classId, userIds, assigned, theirsOf(rows))
  const today = studyDay(now, 0)
  return rows.flatMap((row): ClassAssignment[] => {
    const { id, setId, sections, dueDate, dueTime, draft, opensAt } = row
    const asked = assigned.get(id)
    if (!asked) return []
    const facts = asked.factIds.length
    const due = Math.max(today, dayOfDate(dueDate ?? ''))
    // What nobody was told to study tells nothing of anybody.
    const isSeen = !draft && (opensAt === null || opensAt.getTime() <= now)
    const theirs = isSeen ? userIds.filter((userId) => isFor(row, userId)) : []
    return [
      {
        ...{ assignmentId: id, setId, title: row.title ?? asked.title, language: asked.language, facts, draft },
        ...{ sections: sections as string[] | null, date: dueDate ?? '', time: dueTime ?? '' },
        ...{
          opensAt: opensAt?.getTime() ?? null,
          forSome: row.toIds === null ? null : userIds.filter((userId) => isFor(row, userId)).length,
        },
        learners: theirs.map((userId) => {
          const { memories, answers } = standings.get(id)?.get(userId) ?? NOTHING
          const met = facts === 0 ? 0 : memories.length / facts
          return { userId, met, answers, today: recallOf(memories, facts, today), due: recallOf(memories, facts, due) }
        }),
      },
    ]
  })
}

export type AssignableSet = {
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly sections: readonly string[]
}

/** Sets that the viewer could assign a class: what they own, what they study and what it is assigned, with the sections of their texts. */
export const assignableSets = async (viewer: Viewer, classId: string): Promise<AssignableSet[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  const leads = (await roleIn(db(), userId, classId)) === 'instructor'
  const rows = await db().questionSet.findMany({
    where: {
      ...{ takenDownAt: null, versions: { some: {} } },
      OR: [
        { ownerId: userId },
        { enrolments: { some: { userId } } },
        ...(leads ? [{ assigned: { some: { classId } } }] : []),
      ],
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

/** What a class wants of the viewer by now. Throws `not-found`. */
export const assignedIn = async (viewer: Viewer, classId: string, now = new Date()): Promise<LearnersAssignment[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  await takeUpOpened(viewer, now)
  const rows = await db().assignment.findMany({
    where: { classId, kind: 'study', ...shown(now) },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, setId: true, title: true, dueDate: true, dueTime: true, toIds: true },
      set: {
        select: { versions: { orderBy: { version: 'desc' }, take: 1, select: { title: true, language: true } } },
      },
    },
  })
  return rows.flatMap((row) =>
    row.set.versions.flatMap(({ title, language }) =>
      isFor(row, viewer.userId)
        ? [
            {
              ...{ assignmentId: row.id, setId: row.setId, title: row.title ?? title, language },
              ...{ date: row.dueDate ?? '', time: row.dueTime ?? '' },
            },
          ]
        : [],
    ),
  )
}
