import 'server-only'
import { db } from '../db.ts'
import { mailWorks } from '../mail.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { addressesOf } from './notice-mail.ts'
import { type About, titleOf } from './notices-read.ts'
import { roleIn } from './read.ts'

/** What whoever writes to a class chooses from. */
export type NoticeForm = {
  /** How many learners a letter would reach; null: no mail is set up here. */
  readonly byMail: number | null
  /** What the class could be reminded of, the last assigned first. */
  readonly assigned: readonly About[]
}

/** Throws `not-found` for whoever does not teach the class. */
export const noticeForm = async (viewer: Viewer, classId: string, now = new Date()): Promise<NoticeForm> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const learners = await db().classMember.findMany({ where: { classId, role: 'learner' }, select: { userId: true } })
  const userIds = learners.map(({ userId }) => userId)
  const versions = { orderBy: { version: 'desc' as const }, take: 1, select: { title: true } }
  const assigned = await db().assignment.findMany({
    where: { classId, kind: { not: 'live' }, draft: false, OR: [{ opensAt: null }, { opensAt: { lte: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, kind: true, title: true, set: { select: { versions } } },
  })
  return {
    byMail: mailWorks() ? (await addressesOf(db(), classId, userIds)).length : null,
    assigned: assigned.map((one) => ({ assignmentId: one.id, kind: one.kind, title: titleOf(one) })),
  }
}
