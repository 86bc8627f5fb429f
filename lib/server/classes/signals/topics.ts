import 'server-only'
import { type Actor, type ClassRole, may } from '#lib/classes/index.ts'
import { db } from '../../db.ts'
import { liveSession } from '../../login-sessions.ts'
import { authorise, type Viewer } from '../../viewer.ts'
import { roleIn } from '../read.ts'
import type { Topic } from '../signal.ts'

const LEARNING: readonly Topic[] = ['live', 'notices']
/** Who came, what was handed in and how it was graded is for those who teach: also that it happened. */
const TEACHING: readonly Topic[] = [...LEARNING, 'attempts', 'roster', 'grades']

const byRole = (actor: Actor, role: ClassRole | null): readonly Topic[] =>
  may(actor, 'teach', { kind: 'class', role }) ? TEACHING : LEARNING

/** What the viewer may hear of in a class. Throws `not-found` for whoever is not in it. */
export const topicsFor = async (viewer: Viewer, classId: string): Promise<readonly Topic[]> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  return byRole(viewer, role)
}

/** The same for somebody who has been listening for a while; null: their session has ended, or they are not in it any more. */
export const topicsStill = async (viewer: Viewer, classId: string): Promise<readonly Topic[] | null> => {
  const live = await liveSession(viewer)
  const role = live && (await roleIn(db(), viewer.userId, classId))
  return live && may(live, 'read', { kind: 'class', role }) ? byRole(live, role) : null
}
