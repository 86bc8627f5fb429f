import 'server-only'
import { db, type Tx, transaction } from './db.ts'
import { removePerson } from './former-member.ts'
import { endForgotten } from './quizzes/live/forgotten.ts'

const DAY_MS = 86_400_000
/** How long a guest, who has no way back in but one device, is kept after their last use. */
export const GUEST_DAYS = 90
/** Ended login sessions tell the security log's reader what happened; after this long nobody asks. */
export const ENDED_SESSION_DAYS = 90
/** Misuse is noticed within months or never; who signed in from where is nobody's business for longer. */
export const SECURITY_LOG_DAYS = 180
/** Whoever comes back to an open page later than this looks at all of it anyway. */
const SIGNAL_DAYS = 1

type Idle = { readonly id: string; readonly kind: 'guest'; readonly lastSeenAt: { readonly lt: Date } }

/** A guest may have come back since they were looked for. */
const removeIdle = async (tx: Tx, where: Idle): Promise<boolean> => {
  if ((await tx.user.count({ where })) === 0) return false
  await removePerson(tx, where.id)
  return true
}

/** Ends what was forgotten and deletes what was promised to be kept no longer; returns how many guests went. Again, it changes nothing. */
export const keepHouse = async (now = new Date()): Promise<number> => {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  // A cookie lives no longer without being used, and use is noted; the day more is for the hour it is noted to.
  const unused = { lastSeenAt: { lt: before(ENDED_SESSION_DAYS + 1) } }
  await db().loginSession.deleteMany({ where: { OR: [{ revokedAt: { lt: before(ENDED_SESSION_DAYS) } }, unused] } })
  await db().securityEvent.deleteMany({ where: { at: { lt: before(SECURITY_LOG_DAYS) } } })
  await db().signal.deleteMany({ where: { at: { lt: before(SIGNAL_DAYS) } } })
  await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: now } } })
  await endForgotten(now.getTime())
  const idle = { kind: 'guest' as const, lastSeenAt: { lt: before(GUEST_DAYS) } }
  const guests = await db().user.findMany({ where: idle, select: { id: true } })
  let gone = 0
  for (const { id } of guests) if (await transaction((tx) => removeIdle(tx, { ...idle, id }))) gone += 1
  return gone
}

const known = globalThis as { footnoteHousekeeping?: NodeJS.Timeout }

/** Keeps house now and once a day. A failure is logged and tried again the next day. */
export const keepHouseDaily = (): void => {
  if (known.footnoteHousekeeping) return
  const keep = () => void keepHouse().catch((error: unknown) => console.error('Old guests could not be deleted', error))
  known.footnoteHousekeeping = setInterval(keep, DAY_MS)
  known.footnoteHousekeeping.unref()
  keep()
}
