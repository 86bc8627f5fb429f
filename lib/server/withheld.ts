import 'server-only'
import { db } from './db.ts'
import { readRules } from './installation.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'

const PAGE = 50

export type SharedSet = {
  readonly id: string
  readonly title: string
  readonly owner: string | null
  readonly learners: number
  readonly takenDownAt: Date | null
}

/** Sets that people made public, newest first, a page at a time; for an operator. `after` is the id of the last one seen. */
export const sharedSets = async (
  viewer: Viewer,
  { after }: { readonly after?: string } = {},
): Promise<{ readonly sets: SharedSet[]; readonly more: boolean }> => {
  authorise(viewer, 'read', { kind: 'installation' })
  const sets = await db().questionSet.findMany({
    where: { visibility: 'public', ownerId: { not: null }, ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      takenDownAt: true,
      owner: { select: { name: true, email: true } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { title: true } },
      _count: { select: { enrolments: true } },
    },
  })
  const shown = sets.slice(0, PAGE).map(({ id, takenDownAt, owner, versions, _count }) => ({
    id,
    takenDownAt,
    title: versions[0]?.title ?? '',
    owner: owner?.name ?? owner?.email ?? null,
    learners: _count.enrolments,
  }))
  return { sets: shown, more: sets.length > PAGE }
}

/** Takes a set from everyone but its owner, or gives it back. What people learned of it stays theirs. Throws `not-found`. */
export const withhold = async (viewer: Viewer, setId: string, withheld: boolean): Promise<void> => {
  const set = await db().questionSet.findUnique({ where: { id: setId }, select: { ownerId: true } })
  authorise(viewer, 'withhold', { kind: 'set', ownerId: set?.ownerId ?? null, shared: false }, 'not-found')
  await db().questionSet.update({ where: { id: setId }, data: { takenDownAt: withheld ? new Date() : null } })
  await note(withheld ? 'set-withheld' : 'set-given-back', { by: viewer, detail: { set: setId } })
}

type SetState = { readonly visibility: string; readonly takenDownAt: Date | null }

/** Whether a set is open to people other than its owner: to those who study it already, or to everyone by the library. */
export const isOpen = async ({ visibility, takenDownAt }: SetState, enrolled: boolean): Promise<boolean> => {
  if (takenDownAt !== null) return false
  return enrolled || (visibility === 'public' && (await readRules()).library)
}
