import 'server-only'
import { type Tx, transaction } from '../db.ts'
import { composeIn } from '../desk/compose.ts'
import { keptLook } from '../desk/look.ts'
import { enrol } from '../enrolment.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { assignIn } from './assign.ts'
import type { ClassInput } from './input.ts'
import { roleIn } from './read.ts'

type For = { readonly classId: string; readonly toIds: unknown }

/** Of those whom something is for, the ones who have not left; null: the whole class. */
const stillHere = async (tx: Tx, { classId, toIds }: For): Promise<string[] | null> => {
  if (toIds === null) return null
  const where = { classId, role: 'learner' as const, userId: { in: toIds as string[] } }
  return (await tx.classMember.findMany({ where, select: { userId: true } })).map(({ userId }) => userId)
}

/**
 * Has a class study some facts of something assigned again, as a set of their own until a day: a set put together of the one that
 * they are from, so that what is known of a fact there is known here. It is the viewer's, who does not study it themselves.
 * Throws `not-found`, `not-allowed`, `cannot-use` where the title will not do or nothing would be asked.
 */
export const setFacts = async (viewer: Viewer, input: ClassInput<'facts'>): Promise<{ readonly setId: string }> => {
  const { assignmentId, factIds, title, date, time, toIds } = input
  return transaction(async (tx) => {
    const found = await tx.assignment.findUnique({
      where: { id: assignmentId },
      select: {
        ...{ classId: true, setId: true, kind: true, toIds: true },
        set: {
          select: {
            versions: { orderBy: { version: 'desc' }, take: 1, include: { items: { select: { factId: true } } } },
          },
        },
      },
    })
    const role = found ? await roleIn(tx, viewer.userId, found.classId) : null
    authorise(viewer, 'read', { kind: 'class', role })
    authorise(viewer, 'change', { kind: 'class', role })
    const newest = found?.set.versions[0]
    if (!found || !newest || found.kind !== 'study') throw new Refusal('not-found')
    const { classId, setId: partId } = found
    const wanted = new Set(factIds)
    const leftOut = newest.items.flatMap(({ factId }) => (wanted.has(factId) ? [] : [factId]))
    if (leftOut.length === newest.items.length) throw new Refusal('not-found')
    // Whoever leads a class may see what it is assigned, whoever of them assigned it.
    const studied = await tx.enrolment.findMany({ where: { userId: viewer.userId }, select: { setId: true } })
    await enrol(tx, viewer.userId, partId, new Date())
    const made = await composeIn(tx, viewer, {
      ...{
        setId: null,
        version: 0,
        title,
        parts: [{ setId: partId, sections: null }],
        tags: [],
        leftOut,
        takeOver: [],
      },
      ...{ forms: null, excerpts: newest.excerpts ?? false, open: 'private', ...keptLook(newest) },
    })
    const forWhom = toIds ?? (await stillHere(tx, found))
    if (forWhom?.length === 0) throw new Refusal('conflict', t('notices.nobody'))
    const before = studied.map(({ setId }) => setId)
    const both = { in: [partId, made.setId].filter((setId) => !before.includes(setId)) }
    await tx.enrolment.deleteMany({ where: { userId: viewer.userId, setId: both } })
    await assignIn(tx, viewer, {
      classId,
      setId: made.setId,
      sections: null,
      date,
      time,
      toIds: forWhom,
    })
    return { setId: made.setId }
  })
}
