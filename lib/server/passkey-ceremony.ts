import 'server-only'
import { transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { issue, take } from './one-time.ts'
import { siteOf } from './origin.ts'
import { t } from './words.ts'

/** As long as a challenge lives: somebody may have to look for a phone first. */
export const CEREMONY_MS = 5 * 60_000

/** For whom a passkey is good: the address at which the viewer is, and its name, which the passkey is bound to. */
export type Party = { readonly origin: string; readonly rpId: string }

/** Throws `wrong-host` where the address is not ours. */
export const partyOf = (headers: Headers): Party => {
  const { origin } = siteOf(headers)
  return { origin, rpId: new URL(origin).hostname }
}

/** What is common to both ceremonies of what a browser gives back; the library that checks it looks at the rest. */
type Answer = { readonly id: string; readonly response: { readonly clientDataJSON: string } }

const isAnswer = (value: unknown): value is Answer => {
  const { id, response } = (value ?? {}) as Record<string, unknown>
  const { clientDataJSON } = (response ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof clientDataJSON === 'string'
}

/** What a browser gives back, from the JSON it was sent as. Throws `bad-request`. */
export const readAnswer = <A extends Answer>(json: string): A => {
  try {
    const value: unknown = JSON.parse(json)
    if (isAnswer(value)) return value as A
  } catch {
    // Said below.
  }
  throw new Refusal('bad-request')
}

/** A challenge for one ceremony: of this person for making a passkey, of nobody (null) for signing in by one. */
export const newChallenge = async (userId: string | null): Promise<Uint8Array<ArrayBuffer>> => {
  const { token } = await issue('passkey', userId === null ? {} : { userId })
  return new Uint8Array(Buffer.from(token, 'base64url'))
}

const challengeIn = ({ response }: Answer): string => {
  try {
    const { challenge } = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as Record<
      string,
      unknown
    >
    if (typeof challenge === 'string') return challenge
  } catch {
    // Said below.
  }
  throw new Refusal('bad-request')
}

/**
 * The challenge that an answer is to, used up whatever else is wrong with it. Throws `link-over` for one that is unknown, used
 * or too old, or that was made for another person or the other ceremony; `bad-request`.
 */
export const takeChallenge = async (answer: Answer, userId: string | null): Promise<string> => {
  const challenge = challengeIn(answer)
  const over = () => new Refusal('link-over', t('passkeys.over'))
  const taken = await transaction((tx) => take(tx, 'passkey', challenge)).catch((thrown: unknown) => {
    throw thrown instanceof Refusal ? over() : thrown
  })
  if (taken.userId !== userId) throw over()
  return challenge
}
