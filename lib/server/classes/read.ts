import 'server-only'
import type { ClassRole } from '#lib/classes/index.ts'
import { db, type Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { mailWorks } from '../mail.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { unreadBy } from './unread.ts'

/** A class as whoever is in it finds it in their list. */
export type ClassEntry = {
  readonly classId: string
  readonly title: string
  readonly note: string | null
  readonly role: ClassRole
  readonly learners: number
  readonly archived: boolean
  /** Messages that a learner of it has not read. */
  readonly unread: number
}

export type Member = {
  readonly userId: string
  readonly name: string | null
  readonly role: ClassRole
  /** Milliseconds since the epoch. */
  readonly joinedAt: number
  readonly isGuest: boolean
}

export type ClassView = Omit<ClassEntry, 'learners' | 'unread'> & {
  readonly teachers: readonly (string | null)[]
  readonly learners: number
  /** Whether what is told here comes to the viewer by e-mail too; null: it cannot. */
  readonly letters: boolean | null
  /** What only those who teach are told; null for others. */
  readonly teaching: {
    readonly members: readonly Member[]
    readonly joinCode: string | null
    readonly guests: boolean
  } | null
}

/** The role that somebody has in a class; null: none, or there is no such class. */
export const roleIn = async (tx: Tx, userId: string, classId: string): Promise<ClassRole | null> => {
  const where = { classId_userId: { classId, userId } }
  return (await tx.classMember.findUnique({ where, select: { role: true } }))?.role ?? null
}

/** The viewer's classes, those that are going on first, by title. */
export const classesOf = async (viewer: Viewer): Promise<ClassEntry[]> => {
  authorise(viewer, 'read', { kind: 'account', userId: viewer.userId })
  const rows = await db().classMember.findMany({
    where: { userId: viewer.userId },
    select: {
      ...{ classId: true, role: true, joinedAt: true, readAt: true },
      class: {
        select: {
          ...{ id: true, title: true, note: true, archivedAt: true },
          _count: { select: { members: { where: { role: 'learner' } } } },
        },
      },
    },
  })
  const unread = await unreadBy(viewer.userId, rows)
  return rows
    .map(({ role, class: { id, title, note, archivedAt, _count } }) => ({
      ...{ classId: id, title, note, role, learners: _count.members, archived: archivedAt !== null },
      unread: unread.get(id) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(a.archived) - Number(b.archived) || a.title.localeCompare(b.title) || (a.classId < b.classId ? -1 : 1),
    )
}

/** One class. Throws `not-found` for whoever is not in it. */
export const classOf = async (viewer: Viewer, classId: string): Promise<ClassView> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  const found = await db().class.findUnique({
    where: { id: classId },
    include: {
      members: {
        orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
        select: {
          ...{ userId: true, role: true, joinedAt: true, letters: true },
          user: { select: { name: true, kind: true, email: true } },
        },
      },
    },
  })
  if (!found || role === null) throw new Refusal('not-found')
  const { title, note, archivedAt, joinCode, guests, members } = found
  const teaches = role !== 'learner'
  const own = members.find(({ userId }) => userId === viewer.userId)
  const writable = role === 'learner' && mailWorks() && own?.user.kind === 'member' && own.user.email !== null
  return {
    ...{ classId, title, note, role, archived: archivedAt !== null },
    teachers: members.filter((one) => one.role === 'instructor').map(({ user }) => user.name),
    learners: members.filter((one) => one.role === 'learner').length,
    letters: writable ? own.letters : null,
    teaching: teaches
      ? {
          ...{ joinCode, guests },
          members: members.map(({ userId, role: has, joinedAt, user }) => ({
            ...{ userId, name: user.name, role: has, joinedAt: joinedAt.getTime(), isGuest: user.kind === 'guest' },
          })),
        }
      : null,
  }
}
