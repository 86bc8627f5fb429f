import 'server-only'
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Caller } from './address.ts'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { consume } from './limits.ts'
import { openSession } from './login-sessions.ts'
import { CEREMONY_MS, newChallenge, type Party, readAnswer, takeChallenge } from './passkey-ceremony.ts'
import { note } from './security-log.ts'
import { t } from './words.ts'

/** What a browser needs to ask for a passkey: the same for everyone, since the passkey itself says whose it is. */
export const entryOptions = async (party: Party, caller: Caller): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  await consume('passkey-address', caller.address)
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: party.rpId,
    challenge: await newChallenge(null),
    timeout: CEREMONY_MS,
    userVerification: 'preferred',
  })
}

const keyBy = (id: string) =>
  db().passkey.findUnique({ where: { id }, select: { id: true, userId: true, publicKey: true } })
type Key = NonNullable<Awaited<ReturnType<typeof keyBy>>>

/**
 * The count of uses that the key signed for; null when it did not sign this. The count itself is compared where it is kept: the
 * library does so before it looks at the signature, so that anyone who knows a passkey's id could raise a false alarm.
 */
const signedCount = async (
  response: AuthenticationResponseJSON,
  key: Key,
  { origin, rpId }: Party,
  expectedChallenge: string,
): Promise<number | null> => {
  const whose = Buffer.from(String(response.response.userHandle), 'base64url').toString()
  if (whose !== key.userId) return null
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const found = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    requireUserVerification: false,
  }).catch(() => null)
  return found?.verified ? found.authenticationInfo.newCounter : null
}

/** Begins a session, unless the count went back: a copy of the key is about. Null then, or when the key was removed meanwhile. */
const openByKey = ({ id, userId }: Key, count: number, caller: Caller): Promise<string | null> =>
  transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { suspendedAt: true } })
    if (user?.suspendedAt) throw new Refusal('suspended')
    // Most passkeys that a cloud keeps do not count at all, and stay at 0.
    const before = count === 0 ? 0 : { lt: count }
    const used = await tx.passkey.updateMany({
      where: { id, userId, counter: before },
      data: { counter: count, lastUsedAt: new Date() },
    })
    if (used.count === 0) return null
    await tx.user.update({ where: { id: userId }, data: { lastSeenAt: new Date() } })
    return openSession(userId, caller.userAgent, tx)
  })

/**
 * Signs in by a passkey. Throws `link-over` for a challenge that was used or is too old; `wrong-credentials`, the same for a
 * passkey that nobody has, was removed, did not sign, or whose count went back; `suspended` to whoever holds the key;
 * `too-many`, `bad-request`.
 */
export const enterByPasskey = async (party: Party, json: string, caller: Caller) => {
  await consume('sign-in-address', caller.address)
  const response = readAnswer<AuthenticationResponseJSON>(json)
  const challenge = await takeChallenge(response, null)
  const key = await keyBy(response.id)
  const count = key && (await signedCount(response, key, party, challenge))
  const sessionId = count === null ? null : await openByKey(key as Key, count, caller)
  if (key !== null && sessionId !== null) return { userId: key.userId, sessionId }
  const why = count === null ? {} : { why: 'passkey-count' }
  await note('sign-in-refused', {
    ...(key === null ? {} : { userId: key.userId }),
    address: caller.address,
    detail: { way: 'passkey', ...why },
  })
  throw new Refusal('wrong-credentials', t('passkeys.refused'))
}
