import 'server-only'
import type { Actor } from '#lib/classes/index.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import type { SessionToken } from './session-token.ts'

/** Last use is kept to the hour: a write on every read would double the work of the busiest call. */
const SEEN_EVERY_MS = 60 * 60 * 1000
const USER_AGENT_LENGTH_MAX = 300

/** Begins a login session, of which a token can then speak; returns its id. */
export const openSession = async (userId: string, userAgent: string | null, tx: Tx = db()): Promise<string> => {
  // Sessions are forgotten one day; that this person has been here is not.
  await tx.user.updateMany({ where: { id: userId }, data: { lastSeenAt: new Date() } })
  const session = await tx.loginSession.create({
    data: { userId, userAgent: userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null },
    select: { id: true },
  })
  return session.id
}

/**
 * Begins a login session for a password that was found right, unless it has been changed since: checking takes a tenth of a
 * second, in which its owner may have shut everyone out. Throws `wrong-credentials`.
 */
export const openSessionBy = (
  { userId, passwordHash }: { readonly userId: string; readonly passwordHash: string },
  userAgent: string | null,
): Promise<string> =>
  transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash },
      data: { lastSeenAt: new Date() },
    })
    if (count === 0) throw new Refusal('wrong-credentials')
    return openSession(userId, userAgent, tx)
  })

const seen = async (token: SessionToken, now: Date): Promise<void> => {
  await db().loginSession.updateMany({ where: { id: token.sessionId, revokedAt: null }, data: { lastSeenAt: now } })
  await db().user.updateMany({ where: { id: token.userId }, data: { lastSeenAt: now } })
}

/** The actor behind a token; null when its login session was ended, its account deleted or suspended. */
export const liveSession = async (token: SessionToken): Promise<(Actor & { readonly sessionId: string }) | null> => {
  const session = await db().loginSession.findUnique({
    where: { id: token.sessionId },
    select: {
      userId: true,
      revokedAt: true,
      lastSeenAt: true,
      user: { select: { kind: true, role: true, suspendedAt: true } },
    },
  })
  if (session === null || session.revokedAt !== null || session.userId !== token.userId) return null
  if (session.user.suspendedAt !== null) return null
  const now = new Date()
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) await seen(token, now)
  return { userId: session.userId, kind: session.user.kind, role: session.user.role, sessionId: token.sessionId }
}

/** Ends one login session; ending it again changes nothing. */
export const endSession = async (sessionId: string): Promise<void> => {
  await db().loginSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } })
}

/** Ends every login session of a person, at once and everywhere, but for `except`; returns how many there were. */
export const endSessionsOf = async (userId: string, except: string | null = null, tx: Tx = db()): Promise<number> => {
  const { count } = await tx.loginSession.updateMany({
    where: { userId, revokedAt: null, ...(except === null ? {} : { id: { not: except } }) },
    data: { revokedAt: new Date() },
  })
  return count
}
