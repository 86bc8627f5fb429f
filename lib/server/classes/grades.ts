import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import type { AssignmentKind } from '#lib/generated/sqlite/client.ts'
import { type QuizMark, type Reason, reasonsFor, recallOf, type Standing, weekOf } from '#lib/gradebook/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { db } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isFor, shown, theirsOf } from './assigned.ts'
import { type AssignedFacts, assignedFacts } from './assigned-facts.ts'
import { type Marks, marksIn } from './marks.ts'
import { roleIn } from './read.ts'
import { NOTHING, type Standings, standingsIn } from './standings.ts'

/** Something assigned, as a column of the gradebook. */
export type GradeColumn = {
  readonly assignmentId: string
  readonly kind: AssignmentKind
  readonly title: string
  /** Of the set; of what was named by a person, null. */
  readonly language: string | null
  /** Of what is studied, `YYYY-MM-DD`; else null. */
  readonly date: string | null
  /** When a quiz ends, milliseconds since the epoch; null: never, or no quiz. */
  readonly closesAt: Millis | null
  /** Facts asked for; 0 for a quiz. */
  readonly facts: number
}

/** What somebody has of something assigned for study. `met` is the mark: for doing it, never for what is recalled. Shares, 0–1. */
export type StudyCell = {
  readonly kind: 'study'
  readonly met: number
  readonly today: number
  /** On the day, if they studied nothing more. */
  readonly due: number
  readonly answers: number
  /** Of the answers, those judged by their giver; null where there are none. */
  readonly selfRated: number | null
  readonly spentMs: number
}
export type QuizCell = QuizMark & { readonly kind: 'quiz' }
export type GradeCell = StudyCell | QuizCell

export type GradeRow = {
  readonly userId: string
  readonly name: string | null
  readonly isGuest: boolean
  /** By column; null where it is not for them. */
  readonly cells: readonly (GradeCell | null)[]
  readonly spentMs: number
  readonly weekMs: number
  /** Last study day on which they did something assigned; null: none yet. */
  readonly lastDay: number | null
  readonly reasons: readonly Reason[]
}
export type Gradebook = {
  readonly columns: readonly GradeColumn[]
  readonly rows: readonly GradeRow[]
  /** Study day. */
  readonly today: number
}

type Learner = { userId: string; joinedAt: Date; user: { name: string | null; kind: string } }
type Assigned = Awaited<ReturnType<typeof assignmentsOf>>[number]

const assignmentsOf = (classId: string, now: Date) =>
  db().assignment.findMany({
    where: { classId, ...shown(now) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { extended: { select: { userId: true, closesAt: true } } },
  })

/** All that a gradebook is made of. */
type Material = {
  readonly now: Millis
  readonly today: number
  readonly assigned: readonly Assigned[]
  readonly facts: ReadonlyMap<string, AssignedFacts>
  readonly standings: Standings
  readonly marks: Marks
  /** Whether some fact is asked for twice. */
  readonly doubled: boolean
}

/**
 * What a class's learners have of what it was assigned, drafts and what opens later left out, for those who teach it; `only`: of
 * one learner. The number of statements hangs on neither learners nor assignments. Throws `not-found`.
 */
export const gradesIn = async (
  viewer: Viewer,
  classId: string,
  now: Millis = Date.now(),
  only?: string,
): Promise<Gradebook> => (await bookOf(viewer, classId, now, only)).book

/** The same with what it was made of. */
export const bookOf = async (viewer: Viewer, classId: string, now: Millis, only?: string) => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const learners: Learner[] = await db().classMember.findMany({
    where: { classId, role: 'learner', ...(only === undefined ? {} : { userId: only }) },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: { userId: true, joinedAt: true, user: { select: { name: true, kind: true } } },
  })
  const userIds = learners.map(({ userId }) => userId)
  const assigned = await assignmentsOf(classId, new Date(now))
  const facts = await assignedFacts(assigned)
  const studied = new Map([...facts].filter(([id]) => assigned.some((one) => one.id === id && one.kind === 'study')))
  const quizIds = assigned.filter(({ kind }) => kind !== 'study').map(({ id }) => id)
  const material: Material = {
    ...{ now, today: studyDay(now, 0), assigned, facts },
    standings: await standingsIn(classId, userIds, studied, theirsOf(assigned)),
    marks: await marksIn(quizIds, userIds, now),
    doubled: isDoubled(studied),
  }
  const book: Gradebook = {
    columns: assigned.map((one) => columnOf(one, facts.get(one.id))),
    rows: learners.map((learner) => rowOf(material, learner)),
    today: material.today,
  }
  return { book, material }
}

const columnOf = ({ id, kind, title, dueDate, closesAt }: Assigned, facts: AssignedFacts | undefined): GradeColumn => ({
  ...{ assignmentId: id, kind, title: title ?? facts?.title ?? '', date: kind === 'study' ? dueDate : null },
  ...{ language: title === null ? (facts?.language ?? null) : null, closesAt: closesAt?.getTime() ?? null },
  facts: kind === 'study' ? (facts?.factIds.length ?? 0) : 0,
})

const isDoubled = (studied: ReadonlyMap<string, AssignedFacts>): boolean => {
  const asked = [...studied.values()].flatMap(({ factIds }) => factIds)
  return new Set(asked).size < asked.length
}

const studyCell = ({ today }: Material, { dueDate }: Assigned, facts: number, standing: Standing): StudyCell => {
  const { memories, answers, selfRated, spentMs } = standing
  return {
    kind: 'study',
    met: facts === 0 ? 0 : memories.length / facts,
    today: recallOf(memories, facts, today),
    due: recallOf(memories, facts, Math.max(today, dayOfDate(dueDate ?? ''))),
    ...{ answers, selfRated: answers === 0 ? null : selfRated / answers, spentMs },
  }
}

const NOT_BEGUN: QuizMark = {
  ...{ mark: null, points: null, outOf: null, attempts: 0, going: false, undecided: false, passed: null, lastAt: null },
  ...{ spentMs: 0, weekMs: 0 },
}

const cellOf = (material: Material, one: Assigned, userId: string): GradeCell | null => {
  if (!isFor(one, userId)) return null
  if (one.kind !== 'study') return { kind: 'quiz', ...(material.marks.get(one.id)?.get(userId)?.mark ?? NOT_BEGUN) }
  const facts = material.facts.get(one.id)?.factIds.length ?? 0
  return studyCell(material, one, facts, material.standings.get(one.id)?.get(userId) ?? NOTHING)
}

const reasonsOf = (
  material: Material,
  { userId, joinedAt }: Learner,
  cells: readonly (GradeCell | null)[],
  lastDay: number | null,
) => {
  const { now, today, assigned } = material
  const aims = assigned.map((one, nth) => ({ one, cell: cells[nth] }))
  return reasonsFor({
    ...{ now, today, joinedAt: joinedAt.getTime(), lastDay },
    studies: aims.flatMap(({ one, cell }) => {
      if (cell?.kind !== 'study' || one.dueDate === null) return []
      const from = Math.max(joinedAt.getTime(), one.createdAt.getTime(), one.opensAt?.getTime() ?? 0)
      const { met, due: recallOnDay } = cell
      return [{ assignmentId: one.id, from: studyDay(from, 0), due: dayOfDate(one.dueDate), met, recallOnDay }]
    }),
    quizzes: aims.flatMap(({ one, cell }) => {
      // Whoever was not there when a class answered together has missed nothing that they could make up.
      if (cell?.kind !== 'quiz' || one.kind !== 'quiz') return []
      const own = one.extended.find((each) => each.userId === userId)?.closesAt ?? one.closesAt
      return [{ assignmentId: one.id, ...cell, closesAt: own?.getTime() ?? null }]
    }),
  })
}

/** Time on what somebody is assigned for study, once where a fact is asked for twice: all of it and that of the last seven study days. */
const studyTime = ({ assigned, standings, doubled, today }: Material, userId: string) => {
  let [spentMs, weekMs] = [0, 0]
  const counted = new Set<string>()
  for (const { id } of assigned)
    for (const memory of standings.get(id)?.get(userId)?.memories ?? []) {
      if (doubled && counted.has(memory[0])) continue
      if (doubled) counted.add(memory[0])
      spentMs += memory[3]
      weekMs += weekOf(memory, today)
    }
  return { spentMs, weekMs }
}

const rowOf = (material: Material, learner: Learner): GradeRow => {
  const { userId, user } = learner
  const { assigned, standings } = material
  const cells = assigned.map((one) => cellOf(material, one, userId))
  const quizzes = cells.flatMap((cell) => (cell?.kind === 'quiz' ? [cell] : []))
  const days = [
    ...assigned.flatMap(({ id }) => standings.get(id)?.get(userId)?.lastDay ?? []),
    ...quizzes.flatMap(({ lastAt }) => (lastAt === null ? [] : [studyDay(lastAt, 0)])),
  ]
  const lastDay = days.length > 0 ? Math.max(...days) : null
  const { spentMs, weekMs } = studyTime(material, userId)
  return {
    ...{ userId, name: user.name, isGuest: user.kind === 'guest', cells, lastDay },
    spentMs: quizzes.reduce((sum, cell) => sum + cell.spentMs, spentMs),
    weekMs: quizzes.reduce((sum, cell) => sum + cell.weekMs, weekMs),
    reasons: reasonsOf(material, learner, cells, lastDay),
  }
}
