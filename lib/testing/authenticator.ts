import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { SITE } from './people.ts'

/** A passkey as a device keeps it. */
export type HeldKey = {
  readonly id: string
  readonly userHandle: string
  readonly privateKey: KeyObject
  count: number
}

/** What a browser on another page, or a device that goes wrong, would say instead of what it should. */
export type Amiss = { readonly origin?: string; readonly rpId?: string; readonly count?: number }

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const KEY_INCLUDED = 0x40

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()

const clientData = (type: string, challenge: string, origin = SITE): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** WebAuthn, 6.1: whose page it is, what the user did, how often the key was used, and at its making the key itself. */
const authenticatorData = (rpId: string, count: number, key: Uint8Array = new Uint8Array()): Buffer => {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  const flags = USER_PRESENT | USER_VERIFIED | (key.length > 0 ? KEY_INCLUDED : 0)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, key])
}

/** RFC 9053: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1), and its point. */
const coseOf = (publicKey: KeyObject): Uint8Array => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
}

/** Makes a passkey, as a browser and its device would, without attestation. `amiss` is what they get wrong. */
export const makeKey = (
  options: PublicKeyCredentialCreationOptionsJSON,
  { origin, rpId = options.rp.id ?? '', count = 0 }: Amiss = {},
): { readonly key: HeldKey; readonly answer: RegistrationResponseJSON } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const length = Buffer.from([0, id.length])
  const included = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)])
  const attestation = isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authenticatorData(rpId, count, included))],
    ]),
  )
  const answer: RegistrationResponseJSON = {
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(clientData('webauthn.create', options.challenge, origin)),
      attestationObject: base64url(attestation),
      transports: ['internal'],
    },
  }
  return { key: { id: answer.id, userHandle: options.user.id, privateKey, count }, answer }
}

/** Signs in by a passkey, which counts its uses unless `amiss` says otherwise. */
export const signWith = (
  key: HeldKey,
  options: Pick<PublicKeyCredentialRequestOptionsJSON, 'challenge' | 'rpId'>,
  { origin, rpId = options.rpId ?? '', count }: Amiss = {},
): AuthenticationResponseJSON => {
  key.count = count ?? key.count + 1
  const data = authenticatorData(rpId, key.count)
  const said = clientData('webauthn.get', options.challenge, origin)
  return {
    id: key.id,
    rawId: key.id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(said),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', Buffer.concat([data, sha256(said)]), key.privateKey)),
      userHandle: key.userHandle,
    },
  }
}
