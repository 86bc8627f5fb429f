import 'server-only'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'
import { requireOtherWayIn } from './ways-in.ts'

/** What its owner sees of a passkey; times in milliseconds since the epoch. */
export type OwnPasskey = {
  readonly id: string
  readonly name: string | null
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

const own = (viewer: Viewer) => ({ kind: 'account', userId: viewer.userId }) as const

/** The viewer's passkeys in the order in which they were made. */
export const ownPasskeys = async (viewer: Viewer): Promise<OwnPasskey[]> => {
  authorise(viewer, 'read', own(viewer))
  const keys = await db().passkey.findMany({
    where: { userId: viewer.userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  })
  return keys.map(({ createdAt, lastUsedAt, ...key }) => ({
    ...key,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
  }))
}

/** Takes a passkey away, at once: nobody signs in by it any more. Throws `not-found`, `conflict` for the last way in. */
export const removePasskey = async (viewer: Viewer, passkeyId: string): Promise<void> => {
  authorise(viewer, 'change', own(viewer))
  const { userId } = viewer
  await transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId } })
    if (count === 0) throw new Refusal('not-found')
    await requireOtherWayIn(tx, userId, { passkey: passkeyId })
  })
  await note('passkey-removed', { userId })
}
