import 'server-only'
import { db } from './db.ts'

const DAY_MS = 86_400_000
/** How long a guest, who has no way back in but one device, is kept after their last use. */
const GUEST_DAYS = 90
/** Ended login sessions tell the security log's reader what happened; after this long nobody asks. */
const ENDED_SESSION_DAYS = 90

/** Deletes what was promised to be kept no longer; returns how many guests went. Doing it again changes nothing. */
export const keepHouse = async (now = new Date()): Promise<number> => {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await db().loginSession.deleteMany({ where: { revokedAt: { lt: before(ENDED_SESSION_DAYS) } } })
  await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: now } } })
  const idle = { kind: 'guest' as const, lastSeenAt: { lt: before(GUEST_DAYS) } }
  const { count } = await db().user.deleteMany({ where: idle })
  return count
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
