import 'server-only'
import type { ClassRole } from '#lib/classes/index.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { enrolInAssigned } from './assigned.ts'
import { noteIn } from './events.ts'
import type { ClassInput } from './input.ts'
import { roleIn } from './read.ts'

/** A set that whoever teaches may assign: their own, shipped, public, or one that they study. Throws `not-found`. */
export const openSet = async (tx: Tx, userId: string, setId: string): Promise<void> => {
  const open = {
    OR: [
      { ownerId: null },
      { ownerId: userId },
      { visibility: 'public' as const },
      { enrolments: { some: { userId } } },
    ],
  }
  const found = await tx.questionSet.findFirst({
    where: { id: setId, takenDownAt: null, versions: { some: {} }, ...open },
    select: { id: true },
  })
  if (!found) throw new Refusal('not-found')
}

/**
 * Has classes study a set, or sections of it, until a day: its learners take it up, and each one's own plan aims at the day.
 * Throws `not-found` for a class or a set that is not the viewer's to see, `not-allowed`.
 */
export const assignStudy = async (viewer: Viewer, input: ClassInput<'assign'>): Promise<void> => {
  const { classIds, setId, sections, date, time } = input
  await transaction(async (tx) => {
    await openSet(tx, viewer.userId, setId)
    for (const classId of new Set(classIds)) {
      const role = await roleIn(tx, viewer.userId, classId)
      authorise(viewer, 'read', { kind: 'class', role })
      authorise(viewer, 'change', { kind: 'class', role })
      const due = { dueDate: date, dueTime: time }
      await tx.assignment.create({
        data: { classId, setId, kind: 'study', ...(sections ? { sections } : {}), ...due },
      })
      const what = { setId, date, time }
      await noteIn(tx, { classId, kind: 'assigned', actorId: viewer.userId, detail: what })
      const learners = await tx.classMember.findMany({ where: { classId, role: 'learner' }, select: { userId: true } })
      await enrolInAssigned(
        tx,
        learners.map(({ userId }) => userId),
        [setId],
        new Date(),
      )
    }
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
    if (found) await noteIn(tx, { classId: found.classId, kind: 'dropped', actorId: viewer.userId })
  })
}
