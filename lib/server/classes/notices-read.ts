import 'server-only'
import type { AssignmentKind } from '#lib/generated/sqlite/client.ts'
import { db, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isFor } from './assigned.ts'
import type { PeopleInput } from './people-input.ts'
import { roleIn } from './read.ts'
import { readUpTo } from './unread.ts'

/** What a notice reminds of. */
export type About = { readonly assignmentId: string; readonly kind: AssignmentKind; readonly title: string }

export type NoticeLine = {
  readonly noticeId: string
  /** On several lines. */
  readonly text: string
  readonly author: string | null
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly about: About | null
  /** Of a learner: whether they have not read it. */
  readonly unread: boolean
  /** Only for those who teach: to how many learners, null being all, and letters that went, null being none asked for. */
  readonly told: { readonly to: number | null; readonly mailed: number | null } | null
  readonly mayDelete: boolean
}

const LOOKED_AT = 300
const LINES = 50

type Titled = {
  readonly title: string | null
  readonly set: { readonly versions: readonly { readonly title: string }[] }
}

/** What an assignment is called: by itself, or as its set's newest version is. */
export const titleOf = ({ title, set }: Titled): string => title ?? set.versions[0]?.title ?? ''

const aboutIn = async (classId: string, ids: readonly string[]): Promise<ReadonlyMap<string, About>> => {
  if (ids.length === 0) return new Map()
  const versions = { orderBy: { version: 'desc' as const }, take: 1, select: { title: true } }
  const found = await db().assignment.findMany({
    where: { classId, id: { in: [...ids] } },
    select: { id: true, kind: true, title: true, set: { select: { versions } } },
  })
  return new Map(found.map((one) => [one.id, { assignmentId: one.id, kind: one.kind, title: titleOf(one) }]))
}

/** The last fifty notices of a class that are for the viewer, the newest first; all of them for who teaches. Throws `not-found`. */
export const noticesIn = async (viewer: Viewer, classId: string): Promise<NoticeLine[]> => {
  const { userId } = viewer
  const own = await db().classMember.findUnique({ where: { classId_userId: { classId, userId } } })
  authorise(viewer, 'read', { kind: 'class', role: own?.role ?? null })
  if (!own) throw new Refusal('not-found')
  const teaches = own.role !== 'learner'
  const rows = await db().notice.findMany({
    where: { classId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
    include: { author: { select: { name: true } } },
  })
  const shown = rows.filter((row) => teaches || isFor(row, userId)).slice(0, LINES)
  const about = await aboutIn(
    classId,
    shown.flatMap(({ assignmentId }) => assignmentId ?? []),
  )
  return shown.map(({ id, text, author, authorId, at, assignmentId, toIds, mailed }) => ({
    ...{ noticeId: id, text, author: author?.name ?? null, at: at.getTime() },
    about: about.get(assignmentId ?? '') ?? null,
    unread: !teaches && at > readUpTo(own),
    told: teaches ? { to: toIds === null ? null : (toIds as string[]).length, mailed } : null,
    mayDelete: own.role === 'instructor' || (teaches && authorId === userId),
  }))
}

/** Notes that the viewer has read up to a notice; going back changes nothing. Throws `not-found`. */
export const readNotices = async (viewer: Viewer, { classId, noticeId }: PeopleInput<'read'>): Promise<void> => {
  const { userId } = viewer
  await transaction(async (tx) => {
    authorise(viewer, 'read', { kind: 'class', role: await roleIn(tx, userId, classId) })
    const found = await tx.notice.findFirst({ where: { id: noticeId, classId }, select: { at: true } })
    if (!found) throw new Refusal('not-found')
    await tx.classMember.updateMany({
      where: { classId, userId, OR: [{ readAt: null }, { readAt: { lt: found.at } }] },
      data: { readAt: found.at },
    })
  })
}
