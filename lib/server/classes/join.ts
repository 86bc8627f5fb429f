import 'server-only'
import { db, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { consume } from '../limits.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { takeUpOpened } from './assigned.ts'
import { noteIn } from './events.ts'
import type { ClassInput } from './input.ts'
import { roleIn } from './read.ts'
import { signalIn } from './signal.ts'

/** What whoever has a class's code is told before they join. */
export type JoinPage = {
  readonly classId: string
  readonly title: string
  readonly note: string | null
  readonly teachers: readonly (string | null)[]
  readonly guests: boolean
}

/** As it is kept, however it was typed: "bcdf-ghjk" is "BCDFGHJK". */
const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** The class that a code opens. Throws `not-found` where nobody can join by it. */
export const joinPage = async (code: string): Promise<JoinPage> => {
  const joinCode = plainCode(code)
  const found = joinCode
    ? await db().class.findUnique({
        where: { joinCode },
        include: {
          members: {
            where: { role: 'instructor' },
            orderBy: { joinedAt: 'asc' },
            select: { user: { select: { name: true } } },
          },
        },
      })
    : null
  if (!found || found.archivedAt !== null) throw new Refusal('not-found', t('classes.noSuchCode'))
  const { id, title, note, guests, members } = found
  return { classId: id, title, note, guests, teachers: members.map(({ user }) => user.name) }
}

/**
 * Joins the class that a code opens; whoever is in it already stays what they are. A guest joins where the class allows it, by
 * a name. Throws `not-found`, `not-allowed`, `cannot-use`, `too-many`.
 */
export const joinClass = async (
  viewer: Viewer,
  { code, name }: ClassInput<'join'>,
): Promise<{ readonly classId: string }> => {
  await consume('classes', viewer.userId)
  const { classId, guests } = await joinPage(code)
  const isGuest = viewer.kind === 'guest'
  if (isGuest && !guests) throw new Refusal('not-allowed', t('classes.noGuests'))
  await transaction(async (tx) => {
    const { name: known } = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { name: true } })
    if (known === null && !name) {
      const problem = t('classes.nameNeeded')
      throw new Refusal('cannot-use', problem, { fields: { name: problem } })
    }
    if (known === null && name) await tx.user.update({ where: { id: viewer.userId }, data: { name } })
    if ((await roleIn(tx, viewer.userId, classId)) !== null) return
    const { userId } = viewer
    await tx.classMember.create({ data: { classId, userId, role: 'learner', joinedAt: new Date() } })
    await noteIn(tx, { classId, kind: 'joined', actorId: userId })
    await signalIn(tx, classId, 'roster')
  })
  await takeUpOpened(viewer, new Date())
  return { classId }
}
