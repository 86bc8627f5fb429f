import 'server-only'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { issue, take } from './one-time.ts'
import { note } from './security-log.ts'
import type { Viewer } from './viewer.ts'

export const hasOperator = async (): Promise<boolean> =>
  (await db().user.findFirst({ where: { role: 'operator', suspendedAt: null }, select: { id: true } })) !== null

/**
 * A token that makes whoever uses it the operator; those made before it work no more. Only whoever can read what the server
 * prints, or has a shell on its machine, can ask for one.
 */
export const operatorToken = async (now = new Date()): Promise<string> => {
  await db().oneTimeLink.deleteMany({ where: { purpose: 'operator' } })
  return (await issue('operator', {}, now)).token
}

/** Makes the viewer an operator. Throws `not-allowed` for a guest, who could lose the way back in, and `link-over`. */
export const becomeOperator = async (viewer: Viewer, token: string): Promise<void> => {
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
  await transaction(async (tx) => {
    await take(tx, 'operator', token)
    await tx.user.update({ where: { id: viewer.userId }, data: { role: 'operator' } })
  })
  await note('operator-made', { userId: viewer.userId })
}

/** Who acts from a shell on the machine itself, which stands above every account. */
export const shell: Viewer = { userId: '', sessionId: '', kind: 'member', role: 'operator' }
