import 'server-only'
import { db, type Tx } from '../db.ts'

/**
 * Whom an account is for has never been in: it was made for them, by a class, and is nobody's yet. Sessions are forgotten one
 * day, when somebody was last seen is not.
 */
export const unusedAccount = () =>
  ({
    kind: 'member',
    login: { not: null },
    passwordHash: null,
    lastSeenAt: { equals: db().user.fields.createdAt },
    ...{ sessions: { none: {} }, identities: { none: {} }, passkeys: { none: {} } },
  }) as const

/** Of some people those who have never been in. Nobody comes in before the transaction ends. */
export const lockUnused = async (tx: Tx, userIds: readonly string[]): Promise<ReadonlySet<string>> => {
  // Their links first, as whoever comes in by one does: the two then never wait for each other.
  await tx.oneTimeLink.updateMany({
    where: { userId: { in: [...userIds] }, purpose: 'reset' },
    data: { purpose: 'reset' },
  })
  await tx.user.updateMany({ where: { id: { in: [...userIds] }, kind: 'member' }, data: { kind: 'member' } })
  const rows = await tx.user.findMany({ where: { id: { in: [...userIds] }, ...unusedAccount() }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** Accounts that were made for people of a class and never used go with their place in it, unless another class has them too. */
export const removeUnused = async (tx: Tx, classId: string, userIds: readonly string[]): Promise<void> => {
  const left = await tx.user.findMany({
    where: { id: { in: [...userIds] }, classes: { none: { classId: { not: classId } } }, ...unusedAccount() },
    select: { id: true },
  })
  const gone = left.map(({ id }) => id)
  await tx.securityEvent.deleteMany({ where: { userId: { in: gone } } })
  await tx.user.deleteMany({ where: { id: { in: gone } } })
}
