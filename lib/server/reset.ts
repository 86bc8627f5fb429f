import 'server-only'
import type { Caller } from './address.ts'
import { transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { readJson } from './handle.ts'
import { consume, forgive } from './limits.ts'
import { endSession, endSessionsOf, openSession } from './login-sessions.ts'
import { look, take } from './one-time.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { note } from './security-log.ts'
import type { Viewer } from './viewer.ts'

const BYTES_MAX = 16_384

/** `{token, password}` as it was sent. Throws `bad-request`. */
export const readNewPassword = async (request: Request): Promise<{ token: string; password: string }> => {
  const { token, password } = ((await readJson(request, BYTES_MAX)) ?? {}) as Record<string, unknown>
  if (typeof token !== 'string' || typeof password !== 'string') throw new Refusal('bad-request')
  return { token, password }
}

/**
 * Sets a new password by a one-time token, ends every session and begins one here, in place of a member's who was signed in.
 * Throws `link-over`, `cannot-use`, `suspended`, `too-many`; only a password that was taken uses the token up.
 */
export const resetPassword = async (viewer: Viewer | null, token: string, password: string, caller: Caller) => {
  await consume('link-address', caller.address)
  const { purpose, userId } = await look(token)
  if (purpose !== 'reset' || userId === null) throw new Refusal('link-over')
  const problem = passwordProblem(password, '')
  if (problem) throw new Refusal('cannot-use', problem, { fields: { password: problem } })
  const passwordHash = await hashPassword(password)
  const opened = await transaction(async (tx) => {
    await take(tx, 'reset', token)
    const user = await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    if (user.suspendedAt !== null) throw new Refusal('suspended')
    await endSessionsOf(userId, null, tx)
    return { who: user.email ?? user.login ?? '', sessionId: await openSession(userId, caller.userAgent, tx) }
  })
  if (viewer?.kind === 'member') await endSession(viewer.sessionId)
  await forgive('sign-in-account', opened.who)
  await forgive('sign-in', `${opened.who} ${caller.address}`)
  await note('password-reset', { userId, address: caller.address })
  return { userId, sessionId: opened.sessionId }
}
