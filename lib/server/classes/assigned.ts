import 'server-only'
import type { Assigned } from '#lib/sync/index.ts'
import { db, type Tx } from '../db.ts'
import { insertRows } from '../json-rows.ts'
import { authorise, type Viewer } from '../viewer.ts'

/** What the classes in which the viewer learns want studied, the first day first. */
export const assignedTo = async (viewer: Viewer): Promise<Assigned[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = await db().assignment.findMany({
    where: {
      kind: 'study',
      class: { archivedAt: null, members: { some: { userId: viewer.userId, role: 'learner' } } },
    },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
    include: { class: { select: { title: true } } },
  })
  return rows.map(({ id, setId, sections, dueDate, dueTime, class: { title } }) => ({
    ...{ assignmentId: id, classTitle: title, setId, date: dueDate ?? '', time: dueTime ?? '' },
    sections: sections as string[] | null,
  }))
}

/** Has learners study what their class was assigned; whoever does already goes on as they did. */
export const enrolInAssigned = async (
  tx: Tx,
  userIds: readonly string[],
  setIds: readonly string[],
  addedAt: Date,
): Promise<void> => {
  const wanted = userIds.flatMap((userId) => setIds.map((setId) => ({ userId, setId })))
  const known = await tx.enrolment.findMany({
    where: { userId: { in: [...userIds] }, setId: { in: [...setIds] } },
    select: { userId: true, setId: true },
  })
  const has = new Set(known.map(({ userId, setId }) => `${userId} ${setId}`))
  const rows = wanted.filter(({ userId, setId }) => !has.has(`${userId} ${setId}`)).map((row) => ({ ...row, addedAt }))
  if (rows.length > 0) await insertRows(tx, 'Enrolment', { userId: 'text', setId: 'text', addedAt: 'instant' }, rows)
}

/** Has whoever comes to a class study what all of it was assigned for study; nothing of its quizzes or drafts. */
export const enrolNewcomers = async (
  tx: Tx,
  classId: string,
  userIds: readonly string[],
  addedAt: Date,
): Promise<void> => {
  const assigned = await tx.assignment.findMany({
    where: { classId, kind: 'study', draft: false },
    orderBy: { id: 'asc' },
    select: { setId: true, toIds: true },
  })
  const setIds = new Set(assigned.filter(({ toIds }) => toIds === null).map(({ setId }) => setId))
  if (setIds.size > 0) await enrolInAssigned(tx, userIds, [...setIds], addedAt)
}
