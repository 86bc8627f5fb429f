import 'server-only'
import { db, type Tx } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { roleIn } from './read.ts'

/** What is noted of a class. */
export type ClassEventKind =
  | ('made' | 'renamed' | 'opened' | 'closed' | 'guests' | 'archived' | 'resumed')
  | ('joined' | 'left' | 'removed' | 'role' | 'assigned' | 'dropped')
  | ('edited' | 'extended' | 'decided' | 'mended' | 'unmended')
  | ('enrolled' | 'slips')

type Doing = {
  readonly classId: string
  readonly kind: ClassEventKind
  readonly actorId: string
  readonly userId?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Notes something done in a class, in the transaction that does it. */
export const noteIn = async (tx: Tx, { classId, kind, actorId, userId, detail }: Doing): Promise<void> => {
  const about = { ...(userId === undefined ? {} : { userId }), ...(detail === undefined ? {} : { detail }) }
  await tx.classEvent.create({ data: { classId, kind, actorId, ...about } })
}

export type ClassEventLine = {
  readonly id: string
  readonly kind: ClassEventKind
  /** Names; null: nobody, or somebody without one. */
  readonly actor: string | null
  readonly user: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
  /** Milliseconds since the epoch. */
  readonly at: number
}

const LINES = 50

/** What was done in a class, the last first, for those who teach it. Throws `not-found`. */
export const eventsIn = async (viewer: Viewer, classId: string): Promise<ClassEventLine[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'teach', { kind: 'class', role }, 'not-found')
  const rows = await db().classEvent.findMany({
    where: { classId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LINES,
    include: { actor: { select: { name: true } }, user: { select: { name: true } } },
  })
  return rows.map(({ id, kind, actor, user, detail, at }) => ({
    ...{ id, kind: kind as ClassEventKind, actor: actor?.name ?? null, user: user?.name ?? null, at: at.getTime() },
    detail: (detail ?? {}) as ClassEventLine['detail'],
  }))
}
