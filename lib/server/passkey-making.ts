import 'server-only'
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Caller } from './address.ts'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { consume } from './limits.ts'
import { CEREMONY_MS, newChallenge, type Party, readAnswer, takeChallenge } from './passkey-ceremony.ts'
import { note } from './security-log.ts'
import { nameProblem, plainName } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'
import { requireProof } from './ways-in.ts'
import { t } from './words.ts'

/** More than a person has devices. */
const PASSKEYS_MAX = 20
const TRANSPORTS: readonly string[] = ['usb', 'nfc', 'ble', 'internal', 'hybrid', 'cable', 'smart-card']

const requireMember = (viewer: Viewer): void => {
  authorise(viewer, 'change', { kind: 'account', userId: viewer.userId })
  // A guest's account is lost with the browser; a passkey would promise what is not so.
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
}

/** What a browser needs to make a passkey of the viewer's. Throws as `requireProof` does; `not-allowed` for guests, `conflict`. */
export const passkeyOptions = async (
  viewer: Viewer,
  party: Party,
  password: string,
  caller: Caller,
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  requireMember(viewer)
  await consume('passkey-address', caller.address)
  const { passkeys, ...user } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { email: true, login: true, name: true, passwordHash: true, passkeys: { select: { id: true } } },
  })
  await requireProof(viewer, user, password)
  if (passkeys.length >= PASSKEYS_MAX) throw new Refusal('conflict', t('passkeys.tooMany'))
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  return generateRegistrationOptions({
    rpName: t('common.name'),
    rpID: party.rpId,
    userID: new TextEncoder().encode(viewer.userId),
    userName: user.email ?? user.name ?? user.login ?? '',
    challenge: await newChallenge(viewer.userId),
    timeout: CEREMONY_MS,
    excludeCredentials: passkeys,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/** What the answer proves: a new key, made here and now. Null when it does not. */
const verify = async (response: RegistrationResponseJSON, { origin, rpId }: Party, expectedChallenge: string) => {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const found = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
  }).catch(() => null)
  return found?.registrationInfo?.credential ?? null
}

/**
 * Keeps the passkey that a browser made, under a name of the viewer's choice. Throws `link-over`, `cannot-use` for what was
 * made at another address or is malformed, `conflict` for one that is here already, `bad-request`.
 */
export const addPasskey = async (viewer: Viewer, party: Party, json: string, name: string): Promise<void> => {
  requireMember(viewer)
  const plain = plainName(name)
  const problem = nameProblem(plain)
  if (problem) throw new Refusal('cannot-use', problem, { fields: { name: problem } })
  const response = readAnswer<RegistrationResponseJSON>(json)
  const made = await verify(response, party, await takeChallenge(response, viewer.userId))
  if (made === null) throw new Refusal('cannot-use', t('passkeys.deviceFailed'))
  const transports = [made.transports ?? []].flat().filter((way) => TRANSPORTS.includes(way))
  const data = { id: made.id, userId: viewer.userId, publicKey: made.publicKey, counter: made.counter, name: plain }
  await transaction((tx) => tx.passkey.create({ data: { ...data, transports } })).catch((thrown: unknown) => {
    throw (thrown as { code?: unknown }).code === 'P2002' ? new Refusal('conflict', t('passkeys.known')) : thrown
  })
  await note('passkey-added', { userId: viewer.userId })
}
