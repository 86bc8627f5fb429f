import 'server-only'
import { Refusal } from './errors.ts'
import { consume } from './limits.ts'
import { issue } from './one-time.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'

/** A code of eight letters and digits, and how long it lets somebody in: a device's own clock may be wrong. */
export type MoveCode = { readonly code: string; readonly lastsMs: number }

/**
 * Makes the code by which another device studies as the same guest; the one before it is over. Throws `not-allowed` for a
 * member, who signs in there instead, and `too-many`.
 */
export const moveCode = async (viewer: Viewer, now = new Date()): Promise<MoveCode> => {
  authorise(viewer, 'change', { kind: 'account', userId: viewer.userId })
  if (viewer.kind !== 'guest') throw new Refusal('not-allowed')
  await consume('move', viewer.userId)
  const { token, expiresAt } = await issue('move', { userId: viewer.userId }, now)
  await note('link-made', { userId: viewer.userId, detail: { for: 'move' } })
  return { code: token, lastsMs: expiresAt.getTime() - now.getTime() }
}
