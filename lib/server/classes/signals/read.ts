import 'server-only'
import { DONE_WITHIN_MS, databaseKind, db } from '../../db.ts'
import type { Topic } from '../signal.ts'

/** One row of the table, as it goes to a page: where to look again. */
export type Signal = { readonly seq: number; readonly topic: Topic; readonly assignmentId: string | null }

/**
 * How long before what was read last something may still turn up, in milliseconds. SQLite writes one transaction at a time, so
 * numbers are read in order. PostgreSQL gives the number first and commits later, for as long as a transaction may take; half as
 * much again is for the clocks of several servers.
 */
export const overlapMs = (): number => (databaseKind() === 'sqlite' ? 0 : DONE_WITHIN_MS * 1.5)

const select = { seq: true, topic: true, assignmentId: true } as const

/** A class's signals with a number above `low`, and those of `also`, in order. */
export const signalsAbove = async (classId: string, low: number, also: readonly number[] = []): Promise<Signal[]> => {
  const above = { seq: { gt: low } }
  const which = also.length === 0 ? above : { OR: [above, { seq: { in: [...also] } }] }
  return (await db().signal.findMany({ where: { classId, ...which }, orderBy: { seq: 'asc' }, select })) as Signal[]
}

const newest = async (where: { classId: string; at?: { lt: Date } }): Promise<number> =>
  (await db().signal.findFirst({ where, orderBy: { seq: 'desc' }, select: { seq: true } }))?.seq ?? 0

/** The number of a class's newest signal; 0 where it has none. */
export const newestSeq = (classId: string): Promise<number> => newest({ classId })

/** The highest number below which nothing can turn up any more. */
export const settledSeq = (classId: string): Promise<number> => {
  const overlap = overlapMs()
  return overlap === 0 ? newest({ classId }) : newest({ classId, at: { lt: new Date(Date.now() - overlap) } })
}

/**
 * What somebody may have missed who heard `last`: of each topic and assignment the newest, in order. What they know already may
 * be among it. Where there is no such signal (it has gone, or the database is another), all that is kept counts as missed.
 */
export const missedSince = async (classId: string, last: number, topics: readonly Topic[]): Promise<Signal[]> => {
  const heard = await db().signal.findUnique({ where: { seq: last, classId }, select: { at: true } })
  const overlap = overlapMs()
  const later = { seq: { gt: last } }
  const late = (at: Date) => ({ seq: { lt: last }, at: { gt: new Date(at.getTime() - overlap) } })
  const since = heard === null ? {} : overlap === 0 ? later : { OR: [later, late(heard.at)] }
  const found = await db().signal.groupBy({
    by: ['topic', 'assignmentId'],
    where: { classId, topic: { in: [...topics] }, ...since },
    _max: { seq: true },
  })
  return found
    .map(({ topic, assignmentId, _max }) => ({ seq: _max.seq ?? 0, topic: topic as Topic, assignmentId }))
    .sort((a, b) => a.seq - b.seq)
}
