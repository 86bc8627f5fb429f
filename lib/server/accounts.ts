import 'server-only'
import type { Caller } from './address.ts'
import { db } from './db.ts'
import { Refusal } from './errors.ts'
import { consume, forgive } from './limits.ts'
import { newMember } from './newcomer.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { note } from './security-log.ts'
import { parseSignUp, plainEmail, plainLogin, type SignUp } from './sign-up-form.ts'
import type { Viewer } from './viewer.ts'
import { t } from './words.ts'

/**
 * The account with this e-mail, or name where it has none, and this password; and the hash that it fits. Throws
 * `wrong-credentials`, the same for either being wrong, and `suspended` to whoever knows both.
 */
export const userByPassword = async (who: string, password: string, caller: Caller) => {
  const byEmail = who.includes('@')
  const plain = byEmail ? plainEmail(who) : plainLogin(who)
  await consume('sign-in-address', caller.address)
  const here = `${plain} ${caller.address}`
  await consume('sign-in', here)
  await consume('sign-in-account', plain)
  const user = await db().user.findUnique({
    where: byEmail ? { email: plain } : { login: plain },
    select: { id: true, passwordHash: true, suspendedAt: true },
  })
  if (!(await isPassword(password, user?.passwordHash ?? null)) || user === null) {
    await note('sign-in-refused', { ...(user ? { userId: user.id } : {}), address: caller.address })
    throw new Refusal('wrong-credentials')
  }
  await forgive('sign-in', here)
  await forgive('sign-in-account', plain)
  if (user.suspendedAt !== null) throw new Refusal('suspended')
  return { userId: user.id, passwordHash: user.passwordHash ?? '' }
}

/**
 * Makes an account from a form, as `newMember` does and with what it throws; a member is refused before their password costs
 * anything. Returns the new login session; those from before are ended, since whoever held one would be signed in.
 */
export const signUp = async (viewer: Viewer | null, form: SignUp, caller: Caller) => {
  if (viewer?.kind === 'member') throw new Refusal('conflict', t('account.alreadyHead'))
  await consume('sign-up-address', caller.address)
  const { password, ...who } = parseSignUp(form)
  await consume('sign-up', who.email ?? who.login ?? '')
  const member = { ...who, passwordHash: await hashPassword(password) }
  const opened = await newMember(viewer, member, { invitation: form.invitation }, caller)
  return { ...opened, name: who.name }
}
