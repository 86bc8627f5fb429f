import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { authSecret, isSecure } from './env.ts'

/**
 * Small things that a browser keeps for us for some minutes, encrypted, out of reach of scripts, and each under a key of its
 * own, so that none can be passed off as another or as a session. `linking`: whose account a provider's is to be linked to.
 * `invited`: the invitation that this browser went out with. `pending`: an account elsewhere that was proven here, and waits for the sign-in to the account that has its e-mail.
 */
export type Sealed = {
  readonly linking: { readonly userId: string; readonly provider: string }
  readonly invited: { readonly invitation: string }
  readonly pending: {
    readonly userId: string
    readonly provider: string
    readonly subject: string
    readonly email: string
  }
}
type Name = keyof Sealed

const SECONDS = 15 * 60

const cookieName = (name: Name): string => `${isSecure() ? '__Secure-' : ''}footnote.${name}`
const line = (name: Name, value: string, seconds: number): string =>
  `${cookieName(name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** The `set-cookie` line that keeps this for a quarter of an hour. */
export const sealed = async <N extends Name>(name: N, value: Sealed[N]): Promise<string> =>
  line(name, await encode({ token: value, secret: authSecret(), maxAge: SECONDS, salt: name }), SECONDS)

/** The `set-cookie` line that forgets it. */
export const unsealed = (name: Name): string => line(name, '', 0)

const opened = async <N extends Name>(name: N, cookie: string | undefined): Promise<Sealed[N] | null> => {
  if (!cookie) return null
  try {
    return (await decode({ token: cookie, secret: authSecret(), salt: name })) as Sealed[N] | null
  } catch {
    return null
  }
}

/** What was kept, of the cookies of a request; null when it is not ours, altered or over. */
export const sealedIn = <N extends Name>(name: N, sent: Readonly<Record<string, string>>): Promise<Sealed[N] | null> =>
  opened(name, sent[cookieName(name)])

/** The same for the page or action that is being rendered. */
export const sealedHere = async <N extends Name>(name: N): Promise<Sealed[N] | null> =>
  opened(name, (await cookies()).get(cookieName(name))?.value)

/** Forgets it, in an action. */
export const forgetSealed = async (name: Name): Promise<void> => {
  ;(await cookies()).delete(cookieName(name))
}
