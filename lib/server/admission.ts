import 'server-only'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { readRules } from './installation.ts'
import { take } from './one-time.ts'
import { t } from './words.ts'

/** How a newcomer comes: with an e-mail or none, and an invitation or none. */
export type Newcomer = { readonly email: string | null; readonly invitation: string | null }

/** Whether an address is at one of the mail domains that may sign up; none are named: all may. */
export const isIn = (domains: readonly string[], email: string | null): boolean =>
  domains.length === 0 || domains.includes(email?.split('@').at(-1) ?? '')

/**
 * Whether somebody new may have an account; an invitation is used up by it, and stands above the rules. Throws
 * `sign-up-closed`, `link-over`, or `cannot-use` with the domains that may.
 */
export const admit = async (tx: Tx, { email, invitation }: Newcomer): Promise<void> => {
  if (invitation !== null) {
    await take(tx, 'invite', invitation)
    return
  }
  const { signUp, domains } = await readRules(tx)
  if (signUp !== 'open') throw new Refusal('sign-up-closed')
  if (isIn(domains, email)) return
  const problem = t('account.domains', { domains: domains.join(', ') })
  throw new Refusal('cannot-use', problem, { fields: { email: problem } })
}

/** Whether somebody may start as a guest. Throws `sign-up-closed`. */
export const admitGuest = async (): Promise<void> => {
  if ((await readRules(db())).signUp === 'closed') throw new Refusal('sign-up-closed')
}
