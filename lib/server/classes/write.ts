import 'server-only'
import { randomInt } from 'node:crypto'
import type { Action, ClassRole } from '#lib/classes/index.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { noteIn } from './events.ts'
import type { ClassInput } from './input.ts'
import { roleIn } from './read.ts'
import { signalIn } from './signal.ts'
import { forgetStandings } from './standings.ts'
import { removeUnused } from './unused.ts'

/** Letters and digits that nobody takes for others, and no vowels, so that no code is a word. */
const ALPHABET = 'BCDFGHJKMNPQRTVWXYZ2346789'
const CODE_LENGTH = 8

/** A code to join by. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')

/** Throws `not-found` for whoever is not in the class, `not-allowed` for whoever may not do this in it. */
export const requireIn = async (tx: Tx, viewer: Viewer, classId: string, action: Action): Promise<ClassRole> => {
  const role = await roleIn(tx, viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  authorise(viewer, action, { kind: 'class', role })
  return role ?? 'learner'
}

/** A class of the viewer's own, open to whoever has its code. A guest could lose the way back to it. Throws `not-allowed`. */
export const makeClass = async (
  viewer: Viewer,
  { title, note }: ClassInput<'make'>,
): Promise<{ readonly classId: string }> => {
  if (viewer.kind !== 'member') throw new Refusal('not-allowed', t('classes.guestsMakeNone'))
  const members = { create: { userId: viewer.userId, role: 'instructor' as const, joinedAt: new Date() } }
  const data = { title, note: note || null, joinCode: newCode(), members }
  return transaction(async (tx) => {
    const { id: classId } = await tx.class.create({ data, select: { id: true } })
    await noteIn(tx, { classId, kind: 'made', actorId: viewer.userId })
    return { classId }
  })
}

/** What a change of a class comes to, a line each. */
const changesIn = ({
  title,
  note,
  open,
  guests,
  archived,
}: ClassInput<'change'>): Omit<Parameters<typeof noteIn>[1], 'classId' | 'actorId'>[] => [
  ...(title === undefined && note === undefined
    ? []
    : [{ kind: 'renamed' as const, detail: { ...(title ? { title } : {}), ...(note ? { note } : {}) } }]),
  ...(open === undefined ? [] : [{ kind: open ? ('opened' as const) : ('closed' as const) }]),
  ...(guests === undefined ? [] : [{ kind: 'guests' as const, detail: { allowed: guests } }]),
  ...(archived === undefined ? [] : [{ kind: archived ? ('archived' as const) : ('resumed' as const) }]),
]

export const changeClass = async (viewer: Viewer, input: ClassInput<'change'>): Promise<void> => {
  const { classId, title, note, open, guests, archived } = input
  await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'change')
    await tx.class.update({
      where: { id: classId },
      data: {
        ...(title === undefined ? {} : { title }),
        ...(note === undefined ? {} : { note: note || null }),
        ...(guests === undefined ? {} : { guests }),
        ...(open === undefined ? {} : { joinCode: open ? newCode() : null }),
        // What is over is joined by nobody.
        ...(archived === undefined ? {} : archived ? { archivedAt: new Date(), joinCode: null } : { archivedAt: null }),
      },
    })
    for (const change of changesIn(input)) await noteIn(tx, { classId, actorId: viewer.userId, ...change })
  })
}

export const deleteClass = async (viewer: Viewer, { classId }: ClassInput<'one'>): Promise<void> => {
  await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'delete')
    const members = await tx.classMember.findMany({ where: { classId }, select: { userId: true } })
    await removeUnused(
      tx,
      classId,
      members.map(({ userId }) => userId),
    )
    await tx.class.delete({ where: { id: classId } })
  })
}

/** Throws `conflict` where nobody but this person leads the class. */
const requireOtherLead = async (tx: Tx, classId: string, userId: string): Promise<void> => {
  const others = await tx.classMember.count({ where: { classId, role: 'instructor', userId: { not: userId } } })
  if (others === 0) throw new Refusal('conflict', t('classes.lastInstructor'))
}

const memberOrNot = async (tx: Tx, classId: string, userId: string): Promise<ClassRole> => {
  const role = await roleIn(tx, userId, classId)
  if (role === null) throw new Refusal('not-found')
  return role
}

/** Gives somebody in the class another role. Throws `conflict` where nobody would lead it any more. */
export const setRole = async (viewer: Viewer, { classId, userId, role }: ClassInput<'role'>): Promise<void> => {
  await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'appoint')
    const before = await memberOrNot(tx, classId, userId)
    if (before === 'instructor' && role !== 'instructor') await requireOtherLead(tx, classId, userId)
    await tx.classMember.update({ where: { classId_userId: { classId, userId } }, data: { role } })
    if (role === before) return
    await noteIn(tx, { classId, kind: 'role', actorId: viewer.userId, userId, detail: { from: before, to: role } })
    await signalIn(tx, classId, 'roster')
  })
}

/** Takes somebody out of the class: a learner by whoever teaches it, others by who leads it. */
export const removeMember = async (viewer: Viewer, { classId, userId }: ClassInput<'member'>): Promise<void> => {
  await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'enlist')
    const role = await memberOrNot(tx, classId, userId)
    if (role !== 'learner') await requireIn(tx, viewer, classId, 'appoint')
    if (role === 'instructor') await requireOtherLead(tx, classId, userId)
    await tx.classMember.delete({ where: { classId_userId: { classId, userId } } })
    await forgetStandings(tx, classId, userId)
    await noteIn(tx, { classId, kind: 'removed', actorId: viewer.userId, userId })
    await removeUnused(tx, classId, [userId])
    await signalIn(tx, classId, 'roster')
  })
}

/** Leaves a class; who leads it alone cannot. Throws `not-found`, `conflict`. */
export const leaveClass = async (viewer: Viewer, { classId }: ClassInput<'one'>): Promise<void> => {
  await transaction(async (tx) => {
    const role = await requireIn(tx, viewer, classId, 'read')
    if (role === 'instructor') await requireOtherLead(tx, classId, viewer.userId)
    await tx.classMember.delete({ where: { classId_userId: { classId, userId: viewer.userId } } })
    await forgetStandings(tx, classId, viewer.userId)
    await noteIn(tx, { classId, kind: 'left', actorId: viewer.userId })
    await signalIn(tx, classId, 'roster')
  })
}
