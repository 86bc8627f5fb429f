import 'server-only'
import type { Tx } from '../db.ts'

/** What pages that are open look at again. */
export type Topic = 'attempts' | 'live' | 'notices' | 'roster' | 'grades'

/** Says, in the transaction that does it, that something changed in a class. Never what: pages ask for that themselves. */
export const signalIn = async (tx: Tx, classId: string, topic: Topic, assignmentId?: string): Promise<void> => {
  await tx.signal.create({ data: { classId, topic, ...(assignmentId === undefined ? {} : { assignmentId }) } })
}
