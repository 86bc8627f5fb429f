import 'server-only'
import type { ClassRole } from '#lib/classes/index.ts'
import { Prisma } from '#lib/generated/sqlite/client.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { enrolInAssigned } from './assigned.ts'
import { noteIn } from './events.ts'
import type { ClassInput } from './input.ts'
import { roleIn } from './read.ts'
import { signalIn } from './signal.ts'

/**
 * A set that whoever leads a class may assign it: their own, shipped, public, one that they study, or one that this class is
 * assigned already, whoever of those who lead it did that. Throws `not-found`.
 */
export const openSet = async (tx: Tx, userId: string, setId: string, classId: string): Promise<void> => {
  const open = {
    OR: [
      { ownerId: null },
      { ownerId: userId },
      { visibility: 'public' as const },
      { enrolments: { some: { userId } } },
      { assigned: { some: { classId } } },
    ],
  }
  const found = await tx.questionSet.findFirst({
    where: { id: setId, takenDownAt: null, versions: { some: {} }, ...open },
    select: { id: true },
  })
  if (!found) throw new Refusal('not-found')
}

/** Those who learn in a class, or `toIds`. Throws `not-found` where one of these does not. */
export const learnersIn = async (tx: Tx, classId: string, toIds: readonly string[] | null): Promise<string[]> => {
  const learners = await tx.classMember.findMany({ where: { classId, role: 'learner' }, select: { userId: true } })
  const known = new Set(learners.map(({ userId }) => userId))
  if (toIds?.some((userId) => !known.has(userId))) throw new Refusal('not-found')
  return toIds === null ? [...known] : [...new Set(toIds)]
}

type Study = {
  readonly classId: string
  readonly setId: string
  readonly sections: readonly string[] | null
  readonly date: string
  readonly time: string
  /** Null: all who learn in the class, whoever comes later too. */
  readonly toIds: readonly string[] | null
  /** When learners see it, milliseconds since the epoch; absent or null: at once. */
  readonly opensAt?: number | null | undefined
  readonly draft?: boolean | undefined
}

/** Has a class study a set until a day, in the transaction that may do so. Throws `not-found` for whoever does not learn in it. */
export const assignIn = async (tx: Tx, viewer: Viewer, study: Study): Promise<void> => {
  const { classId, setId, sections, date, time, toIds, opensAt = null, draft = false } = study
  const learners = await learnersIn(tx, classId, toIds)
  await tx.assignment.create({
    data: {
      ...{ classId, setId, kind: 'study', dueDate: date, dueTime: time, draft },
      opensAt: opensAt === null ? null : new Date(opensAt),
      ...{ sections: sections ? [...sections] : Prisma.DbNull, toIds: toIds ? [...toIds] : Prisma.DbNull },
    },
  })
  await noteIn(tx, { classId, kind: 'assigned', actorId: viewer.userId, detail: { setId, date, time } })
  await signalIn(tx, classId, 'notices')
  // What is not to be seen yet they take up when they come after it has opened.
  const isShown = !draft && (opensAt === null || opensAt <= Date.now())
  if (isShown) await enrolInAssigned(tx, learners, [setId], new Date())
}

/**
 * Has classes study a set, or sections of it, until a day: its learners take it up, and each one's own plan aims at the day.
 * Throws `not-found` for a class, a set or a learner that is not the viewer's to see, `not-allowed`.
 */
export const assignStudy = async (viewer: Viewer, input: ClassInput<'assign'>): Promise<void> => {
  const { classIds, toIds = null, ...study } = input
  await transaction(async (tx) => {
    for (const classId of new Set(classIds)) {
      const role = await roleIn(tx, viewer.userId, classId)
      authorise(viewer, 'read', { kind: 'class', role })
      authorise(viewer, 'change', { kind: 'class', role })
      await openSet(tx, viewer.userId, study.setId, classId)
      await assignIn(tx, viewer, { ...study, classId, toIds })
    }
  })
}

/**
 * Moves the day of what is studied, or when learners see it, or makes a draft of it, and a draft something to study. Throws
 * `not-found`, `not-allowed`.
 */
export const changeStudy = async (viewer: Viewer, input: ClassInput<'restudy'>): Promise<void> => {
  const { assignmentId, date, time, opensAt, draft } = input
  await transaction(async (tx) => {
    const found = await tx.assignment.findUnique({ where: { id: assignmentId }, select: { classId: true, kind: true } })
    const role: ClassRole | null = found ? await roleIn(tx, viewer.userId, found.classId) : null
    authorise(viewer, 'read', { kind: 'class', role })
    authorise(viewer, 'change', { kind: 'class', role })
    if (found?.kind !== 'study') throw new Refusal('not-found')
    const dates = { dueDate: date, dueTime: time, opensAt: opensAt === null ? null : new Date(opensAt) }
    await tx.assignment.update({ where: { id: assignmentId }, data: { ...dates, draft } })
    await noteIn(tx, {
      classId: found.classId,
      kind: 'assigned',
      actorId: viewer.userId,
      detail: { date, time, draft },
    })
    await signalIn(tx, found.classId, 'notices')
  })
}

/** Takes an assignment back; who has taken up its set keeps it. Throws `not-found`, `not-allowed`. */
export const dropAssignment = async (viewer: Viewer, { assignmentId }: ClassInput<'assigned'>): Promise<void> => {
  await transaction(async (tx) => {
    const found = await tx.assignment.findUnique({ where: { id: assignmentId }, select: { classId: true } })
    const role: ClassRole | null = found ? await roleIn(tx, viewer.userId, found.classId) : null
    authorise(viewer, 'read', { kind: 'class', role })
    authorise(viewer, 'change', { kind: 'class', role })
    await tx.assignment.delete({ where: { id: assignmentId } })
    if (!found) return
    await noteIn(tx, { classId: found.classId, kind: 'dropped', actorId: viewer.userId })
    for (const topic of ['attempts', 'notices'] as const) await signalIn(tx, found.classId, topic)
  })
}
