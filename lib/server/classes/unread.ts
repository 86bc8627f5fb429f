import 'server-only'
import type { ClassRole } from '#lib/classes/index.ts'
import { db } from '../db.ts'
import { isFor } from './assigned.ts'

type Membership = {
  readonly classId: string
  readonly role: ClassRole
  readonly joinedAt: Date
  /** Up to when they have read. */
  readonly readAt: Date | null
}

/** What was written before somebody came they may read, and need not. */
export const readUpTo = ({ joinedAt, readAt }: Omit<Membership, 'classId' | 'role'>): Date => readAt ?? joinedAt

/** How many notices a learner has not read, by class. */
export const unreadBy = async (
  userId: string,
  memberships: readonly Membership[],
): Promise<ReadonlyMap<string, number>> => {
  const learning = memberships.filter(({ role }) => role === 'learner')
  if (learning.length === 0) return new Map()
  const rows = await db().notice.findMany({
    where: { OR: learning.map((one) => ({ classId: one.classId, at: { gt: readUpTo(one) } })) },
    select: { classId: true, toIds: true },
  })
  const counts = new Map<string, number>()
  for (const row of rows) if (isFor(row, userId)) counts.set(row.classId, (counts.get(row.classId) ?? 0) + 1)
  return counts
}
