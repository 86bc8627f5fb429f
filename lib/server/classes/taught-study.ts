import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isFor, shown } from './assigned.ts'
import { assignedFacts } from './assigned-facts.ts'
import { roleIn } from './read.ts'

export type StudyIn = { readonly classId: string; readonly assignmentId: string }

/**
 * Something assigned for study with what it asks for and the learners whom it is for, who came first the first, for those who
 * teach the class. Throws `not-found`, also while learners do not see it.
 */
export const taughtStudy = async (viewer: Viewer, { classId, assignmentId }: StudyIn, now: Millis) => {
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
  return { found, asked, learners: members.filter(({ userId }) => isFor(found, userId)) }
}
