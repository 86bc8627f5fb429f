import 'server-only'
import type { Viewer } from '../../viewer.ts'
import { missedSince, newestSeq, type Signal } from './read.ts'
import { topicsFor } from './topics.ts'

/** The number from which on a page has to listen that is about to be made. Throws `not-found`. */
export const newestSignal = async (viewer: Viewer, classId: string): Promise<number> => {
  await topicsFor(viewer, classId)
  return newestSeq(classId)
}

/** What was missed since `last`, for whoever cannot hold a stream, and the number to ask with next. Throws `not-found`. */
export const signalsSince = async (
  viewer: Viewer,
  classId: string,
  last: number | null,
): Promise<{ readonly last: number; readonly signals: readonly Signal[] }> => {
  const topics = await topicsFor(viewer, classId)
  const newest = await newestSeq(classId)
  const signals = last === null ? [] : await missedSince(classId, last, topics)
  return { last: Math.max(newest, ...signals.map(({ seq }) => seq)), signals }
}
