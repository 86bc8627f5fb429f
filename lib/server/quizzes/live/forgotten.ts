import 'server-only'
import { MS_PER_DAY } from '#lib/base/index.ts'
import { db } from '../../db.ts'
import { endRound } from './step.ts'

/** A lesson is over, and so is the day: nobody goes on with a round that nobody has led for so long. */
const FORGOTTEN_AFTER_MS = MS_PER_DAY / 2

/**
 * Ends the rounds, of one assignment or all, whose leader has closed the screen and never came back: what was answered by then is
 * handed in, as of the last step. One that waits for its start goes on waiting.
 */
export const endForgotten = async (now: number, assignmentId?: string): Promise<void> => {
  const rounds = await db().liveRound.findMany({
    where: {
      ...{ phase: { in: ['asking', 'shown'] }, since: { lt: new Date(now - FORGOTTEN_AFTER_MS) } },
      ...(assignmentId === undefined ? {} : { assignmentId }),
    },
    orderBy: { assignmentId: 'asc' },
    select: { assignmentId: true, since: true },
  })
  for (const { assignmentId: id, since } of rounds) await endRound(id, since.getTime())
}
