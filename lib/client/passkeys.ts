import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { postJson } from './wire.ts'

/** What a page lacks for passkeys: an encrypted address, one that is a name, or a browser that knows them. */
export type PasskeyLack = 'https' | 'name' | 'browser'

/** Null where nothing is lacking. An address that is a number can be encrypted, and still no passkey may be bound to it. */
export const passkeyLack = (): PasskeyLack | null => {
  if (!window.isSecureContext) return 'https'
  if (/^[\d.]+$|^\[/.test(location.hostname)) return 'name'
  return typeof window.PublicKeyCredential === 'function' ? null : 'browser'
}

/** Why nothing came of it: the person turned away (or waited too long), the device has such a key, or it could not. */
type Declined = 'cancelled' | 'known' | 'failed'
/** What the browser made or signed, as JSON for the server. */
export type Ceremony = { readonly answer: string } | { readonly declined: Declined }

const CANCELLED = ['NotAllowedError', 'AbortError']

const declinedBy = ({ name }: { name?: unknown }): Declined => {
  if (name === 'InvalidStateError') return 'known'
  return CANCELLED.includes(String(name)) ? 'cancelled' : 'failed'
}

const ceremony = async (hold: () => Promise<object>): Promise<Ceremony> => {
  try {
    return { answer: JSON.stringify(await hold()) }
  } catch (thrown) {
    return { declined: declinedBy(thrown as Error) }
  }
}

// The library is loaded when it is asked for: no page carries it that makes no use of it.
const library = () => import('@simplewebauthn/browser')

/** Lets the person make a passkey of what the server gave. */
export const makePasskey = async (optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<Ceremony> => {
  const { startRegistration } = await library()
  return ceremony(() => startRegistration({ optionsJSON }))
}

/**
 * Lets the person choose a passkey: in a dialogue, or (`suggest`) among what the browser suggests for a field, where it waits
 * until they do. A second call ends the first. Throws `WireError`.
 */
export const askForPasskey = async ({ suggest = false } = {}): Promise<Ceremony> => {
  const optionsJSON = (await postJson('/api/passkeys', {})) as PublicKeyCredentialRequestOptionsJSON
  const { startAuthentication } = await library()
  return ceremony(() => startAuthentication({ optionsJSON, useBrowserAutofill: suggest }))
}

/** Whether the browser suggests passkeys while a field is filled in. */
export const suggestsPasskeys = async (): Promise<boolean> =>
  (await window.PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false
