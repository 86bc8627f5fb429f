import 'server-only'
import { afterCommit, databaseKind, type Tx } from '../db.ts'
import { ring } from './signals/bell.ts'
import { CHANNEL, payloadOf } from './signals/listen.ts'

/** What pages that are open look at again. */
export type Topic = 'attempts' | 'live' | 'notices' | 'roster' | 'grades'

/**
 * Says, in the transaction that does it, that something changed in a class. Never what: pages ask for that themselves. Pages
 * that are open hear of it once the transaction is done, on PostgreSQL in every server process.
 */
export const signalIn = async (tx: Tx, classId: string, topic: Topic, assignmentId?: string): Promise<void> => {
  const data = { classId, topic, ...(assignmentId === undefined ? {} : { assignmentId }) }
  const { seq } = await tx.signal.create({ data, select: { seq: true } })
  // Sent by the server at COMMIT.
  if (databaseKind() === 'postgresql') await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${payloadOf(classId, seq)})`
  afterCommit(tx, () => ring(classId, seq))
}
