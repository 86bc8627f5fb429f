import 'server-only'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { mailWorks } from './mail.ts'
import { requirePassword } from './own-account.ts'
import { providers } from './providers.ts'
import type { Viewer } from './viewer.ts'
import { t } from './words.ts'

/** A way in that is about to be taken away: an account elsewhere, or a passkey by its credential id. */
export type WayIn =
  | { readonly identity: { readonly provider: string; readonly subject: string } }
  | { readonly passkey: string }

/**
 * Whether a person could still sign in without this one. A password counts; so does an e-mail where letters can be sent, an
 * account with a provider that is set up here, and a passkey. An e-mail without a password is always a proven one: it came
 * with a letter that was followed, or from a provider that had checked it.
 */
export const hasWayInWithout = async (userId: string, without: WayIn, tx: Tx = db()): Promise<boolean> => {
  const { email, passwordHash, identities, passkeys } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      passwordHash: true,
      identities: { select: { provider: true, subject: true } },
      passkeys: { select: { id: true } },
    },
  })
  if (passwordHash !== null || (email !== null && mailWorks())) return true
  const usable = providers().map(({ keptAs }) => keptAs)
  const gone = 'identity' in without ? without.identity : null
  const isGone = (each: { provider: string; subject: string }) =>
    each.provider === gone?.provider && each.subject === gone.subject
  return (
    identities.some((each) => usable.includes(each.provider) && !isGone(each)) ||
    passkeys.some(({ id }) => !('passkey' in without && without.passkey === id))
  )
}

/** Throws `conflict`, in words, where this is the last way in. Call it in the transaction that takes the way in away. */
export const requireOtherWayIn = async (tx: Tx, userId: string, without: WayIn): Promise<void> => {
  // Two ways taken away at one moment wait for each other at this row, so that one of them stays.
  await tx.user.update({ where: { id: userId }, data: { lastSeenAt: new Date() } })
  if (!(await hasWayInWithout(userId, without, tx))) throw new Refusal('conflict', t('ways.lastOne'))
}

/** How long after a sign-in a person may add a way in: one who found a device open could keep it otherwise. */
const FRESH_MS = 60 * 60 * 1000

/** Throws `sign-in-again` unless the viewer's login session began a short while ago. */
export const requireFreshSession = async ({ sessionId }: { readonly sessionId: string }): Promise<void> => {
  const since = new Date(Date.now() - FRESH_MS)
  const fresh = await db().loginSession.count({ where: { id: sessionId, createdAt: { gt: since } } })
  if (fresh === 0) throw new Refusal('sign-in-again')
}

/**
 * What a person proves before a passkey is made: the password, or where the account has none a fresh session. Throws
 * `wrong-credentials`, `sign-in-again`, `too-many`.
 */
export const requireProof = async (
  viewer: Viewer,
  { passwordHash }: { passwordHash: string | null },
  typed: string,
) => {
  if (passwordHash === null) await requireFreshSession(viewer)
  else await requirePassword(viewer, typed, 'password')
}
