import 'server-only'
import type { Assigned } from '#lib/sync/index.ts'
import { db, type Tx, transaction } from '../db.ts'
import { instantInJson, jsonRows } from '../json-rows.ts'
import { authorise, type Viewer } from '../viewer.ts'

/** Whether an assignment or a notice is for somebody: for the whole class, or for learners who are named. */
export const isFor = ({ toIds }: { readonly toIds: unknown }, userId: string): boolean =>
  toIds === null || (toIds as readonly string[]).includes(userId)

/** The same of any of some assignments, by id. */
export const theirsOf = (assignments: readonly { readonly id: string; readonly toIds: unknown }[]) => {
  const named = new Map(
    assignments.flatMap(({ id, toIds }) => (toIds === null ? [] : [[id, new Set(toIds as string[])] as const])),
  )
  return (assignmentId: string, userId: string): boolean => named.get(assignmentId)?.has(userId) ?? true
}

/** What learners see by now: neither drafts nor what opens later. */
export const shown = (now: Date) => ({ draft: false, OR: [{ opensAt: null }, { opensAt: { lte: now } }] })

/** What the classes in which somebody learns want studied by now, the first day first. */
const wantedOf = async (tx: Tx, userId: string, now: Date) => {
  const rows = await tx.assignment.findMany({
    where: {
      ...{ kind: 'study', ...shown(now) },
      class: { archivedAt: null, members: { some: { userId, role: 'learner' } } },
    },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
    include: {
      class: { select: { title: true } },
      set: { select: { enrolments: { where: { userId }, select: { userId: true } } } },
    },
  })
  return rows.filter((row) => isFor(row, userId))
}

type Wanted = Awaited<ReturnType<typeof wantedOf>>

/** Has learners study what they are to, where they do not yet. */
const takeUp = async (userId: string, wanted: Wanted, now: Date): Promise<void> => {
  const fresh = wanted.filter(({ set }) => set.enrolments.length === 0).map(({ setId }) => setId)
  if (fresh.length > 0) await transaction((tx) => enrolInAssigned(tx, [userId], [...new Set(fresh)], now))
}

/** Takes up what has opened for the viewer since they last looked, in all their classes. */
export const takeUpOpened = async (viewer: Viewer, now: Date): Promise<void> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  await takeUp(viewer.userId, await wantedOf(db(), viewer.userId, now), now)
}

/** What the classes in which the viewer learns want studied, the first day first; what has opened since is taken up. */
export const assignedTo = async (viewer: Viewer, now: Date): Promise<Assigned[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const wanted = await wantedOf(db(), viewer.userId, now)
  await takeUp(viewer.userId, wanted, now)
  return wanted.map(({ id, setId, sections, dueDate, dueTime, class: { title } }) => ({
    ...{ assignmentId: id, classTitle: title, setId, date: dueDate ?? '', time: dueTime ?? '' },
    sections: sections as string[] | null,
  }))
}

/** Has learners study what their class was assigned; whoever does already goes on as they did. */
export const enrolInAssigned = async (
  tx: Tx,
  userIds: readonly string[],
  setIds: readonly string[],
  addedAt: Date,
): Promise<void> => {
  const at = instantInJson(addedAt.getTime())
  const rows = userIds.flatMap((userId) => setIds.map((setId) => [userId, setId, at]))
  await tx.$executeRaw`INSERT INTO "Enrolment" ("userId", "setId", "addedAt")
    ${jsonRows(['text', 'text', 'instant'], rows)} ON CONFLICT DO NOTHING`
}

/** Makes what was assigned or told to one person by name another's, who takes their place in their classes. */
export const renameIn = async (tx: Tx, fromId: string, toId: string): Promise<void> => {
  const theirs = { where: { class: { members: { some: { userId: fromId } } } }, select: { id: true, toIds: true } }
  const renamed = (rows: readonly { id: string; toIds: unknown }[]) =>
    rows.flatMap(({ id, toIds }) => {
      const named = (toIds ?? []) as readonly string[]
      if (!named.includes(fromId)) return []
      return [{ where: { id }, data: { toIds: [...new Set(named.map((one) => (one === fromId ? toId : one)))] } }]
    })
  for (const change of renamed(await tx.assignment.findMany(theirs))) await tx.assignment.update(change)
  for (const change of renamed(await tx.notice.findMany(theirs))) await tx.notice.update(change)
}
