import 'server-only'
import { Prisma } from '#lib/generated/sqlite/client.ts'
import { type Tx, transaction } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { noteIn } from './events.ts'
import type { ClassInput } from './input.ts'
import { newCode, requireIn } from './write.ts'

/** What was assigned, as drafts without dates of their own: a day of last term's opens nothing in this one. */
const copyAssigned = async (tx: Tx, from: string, classId: string): Promise<void> => {
  const rows = await tx.assignment.findMany({
    // What was for some was for those who are not here.
    where: { classId: from, toIds: { equals: Prisma.DbNull } },
    orderBy: { id: 'asc' },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
  })
  for (const { setId, kind, title, sections, dueDate, dueTime, hides, versions } of rows) {
    const [newest] = versions
    const asked = newest
      ? { versions: { create: { version: 1, rules: newest.rules ?? {}, bank: newest.bank ?? {} } } }
      : {}
    const parts = sections === null ? Prisma.DbNull : sections
    await tx.assignment.create({
      data: { classId, setId, kind, title, sections: parts, dueDate, dueTime, hides, draft: true, ...asked },
    })
  }
}

/** The same class for another term: its title and note, who teaches it, what was assigned as drafts, and no learners. */
export const copyClass = async (
  viewer: Viewer,
  { classId }: ClassInput<'one'>,
): Promise<{ readonly classId: string }> =>
  transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'change')
    const { title, note, guests, members } = await tx.class.findUniqueOrThrow({
      where: { id: classId },
      include: { members: { where: { role: { not: 'learner' } } } },
    })
    const teachers = members.map(({ userId, role }) => ({ userId, role, joinedAt: new Date() }))
    const data = { title, note, guests, joinCode: newCode(), members: { create: teachers } }
    const { id: made } = await tx.class.create({ data, select: { id: true } })
    await copyAssigned(tx, classId, made)
    await noteIn(tx, { classId: made, kind: 'made', actorId: viewer.userId })
    return { classId: made }
  })
