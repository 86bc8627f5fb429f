import 'server-only'
import type { AccountKind } from '#lib/classes/index.ts'
import { t } from '#lib/messages/index.ts'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { consume, forgive } from './limits.ts'
import { endSessionsOf } from './login-sessions.ts'
import { hashPassword, isPassword, passwordProblem } from './passwords.ts'
import { note } from './security-log.ts'
import { loginProblem, nameProblem, plainLogin, plainName } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What someone is told of their own account. */
export type OwnAccount = { readonly kind: AccountKind; readonly name: string | null; readonly email: string | null }

const own = (viewer: Viewer) => ({ kind: 'account', userId: viewer.userId }) as const

export const ownAccount = async (viewer: Viewer): Promise<OwnAccount> => {
  authorise(viewer, 'read', own(viewer))
  return db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { kind: true, name: true, email: true },
  })
}

/**
 * Sets the name others may see; nothing but blanks takes it away. Who has no e-mail signs in by the new name from then on.
 * Returns it as kept. Throws `cannot-use`, `name-taken`.
 */
export const rename = async (viewer: Viewer, name: string): Promise<string | null> => {
  authorise(viewer, 'change', own(viewer))
  const plain = plainName(name)
  const before = await db().user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { login: true } })
  const problem = before.login === null ? nameProblem(plain) : loginProblem(plain)
  if (problem) throw new Refusal('cannot-use', problem, { fields: { name: problem } })
  const login = before.login === null ? null : plainLogin(plain ?? '')
  await db()
    .user.update({ where: { id: viewer.userId }, data: { name: plain, login } })
    .catch((thrown: unknown) => {
      if ((thrown as { code?: unknown }).code !== 'P2002') throw thrown
      throw new Refusal('name-taken', undefined, { fields: { name: t('errors.nameTaken') } })
    })
  return plain
}

/** Throws unless this is the viewer's own password; a few wrong ones in a row have to wait. `field` is where it was asked. */
const requirePassword = async (viewer: Viewer, password: string, field: string) => {
  await consume('password', viewer.userId)
  const { email, login, passwordHash } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { email: true, login: true, passwordHash: true },
  })
  if (passwordHash === null || !(await isPassword(password, passwordHash))) {
    await note('password-refused', { userId: viewer.userId })
    throw new Refusal('wrong-credentials', t('errors.wrongPassword'), {
      fields: { [field]: t('errors.wrongPassword') },
    })
  }
  await forgive('password', viewer.userId)
  return { who: email ?? login ?? '', passwordHash }
}

/** Changes the password and ends every other session. Throws `wrong-credentials`, `cannot-use`, `too-many`. */
export const changePassword = async (viewer: Viewer, current: string, next: string): Promise<void> => {
  authorise(viewer, 'change', own(viewer))
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
  const { who, passwordHash: before } = await requirePassword(viewer, current, 'current')
  const problem = passwordProblem(next, who)
  if (problem) throw new Refusal('cannot-use', problem, { fields: { next: problem } })
  const passwordHash = await hashPassword(next)
  await transaction(async (tx) => {
    const where = { id: viewer.userId, passwordHash: before }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash } })
    if (count === 0) throw new Refusal('wrong-credentials', t('errors.wrongPassword'))
    await endSessionsOf(viewer.userId, viewer.sessionId, tx)
  })
  await note('password-changed', { userId: viewer.userId })
}

/** Ends every session of a member, this one too. A guest has no way back in, so theirs cannot be ended like this. */
export const endAllSessions = async (viewer: Viewer): Promise<void> => {
  authorise(viewer, 'change', own(viewer))
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
  const ended = await endSessionsOf(viewer.userId)
  await note('sessions-ended', { userId: viewer.userId, detail: { ended } })
}

/** Whether someone typed the word that a guest, who has no password, confirms with. */
const isDeleteWord = (typed: string): boolean => typed.trim().toLowerCase() === t('account.deleteWord')

/**
 * Deletes an account and everything in it: answers, schedules, documents, sets, settings, sessions, what the security log
 * says of the person. A member proves it with the password, a guest by typing the word. What remains is one line that an
 * account was deleted, without whose. Throws `wrong-credentials`, `cannot-use`, `too-many`.
 */
export const deleteAccount = async (viewer: Viewer, proof: string): Promise<void> => {
  authorise(viewer, 'delete', own(viewer))
  if (viewer.kind === 'member') await requirePassword(viewer, proof, 'proof')
  else if (!isDeleteWord(proof)) {
    const problem = t('account.deleteWordWrong', { word: t('account.deleteWord') })
    throw new Refusal('cannot-use', problem, { fields: { proof: problem } })
  }
  await transaction(async (tx) => {
    await tx.securityEvent.deleteMany({ where: { userId: viewer.userId } })
    await tx.flag.deleteMany({ where: { userId: viewer.userId } })
    await tx.user.delete({ where: { id: viewer.userId } })
  })
  await note('account-deleted', {})
}
