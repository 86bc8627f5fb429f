import 'server-only'
import { closeOverdue } from './closing.ts'
import { endForgotten } from './live/forgotten.ts'

/** Hands in what nobody goes on with: attempts whose time has passed, and a live round that its leader has forgotten. */
export const closeWhatIsOver = async (assignmentId: string, now: number): Promise<void> => {
  await closeOverdue(assignmentId, now)
  await endForgotten(now, assignmentId)
}
