import 'server-only'
import type { AccountKind } from '#lib/classes/index.ts'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { removePerson } from './former-member.ts'
import { consume, forgive } from './limits.ts'
import { endSessionsOf } from './login-sessions.ts'
import { hashPassword, isPassword, passwordProblem } from './passwords.ts'
import { note } from './security-log.ts'
import { loginProblem, nameProblem, plainLogin, plainName } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'
import { t } from './words.ts'

/** What someone is told of their own account; `login` is the name it is signed in to by, if there is one. */
export type OwnAccount = {
  readonly kind: AccountKind
  readonly name: string | null
  readonly email: string | null
  readonly login: string | null
  /** Whether `login` is `name` itself, folded, and changes with it. */
  readonly loginIsName: boolean
  readonly hasPassword: boolean
}

const isByName = ({ name, login }: { readonly name: string | null; readonly login: string | null }): boolean =>
  login !== null && login === plainLogin(name ?? '')

const own = (viewer: Viewer) => ({ kind: 'account', userId: viewer.userId }) as const

export const ownAccount = async (viewer: Viewer): Promise<OwnAccount> => {
  authorise(viewer, 'read', own(viewer))
  const { passwordHash, ...account } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { kind: true, name: true, email: true, login: true, passwordHash: true },
  })
  return { ...account, loginIsName: isByName(account), hasPassword: passwordHash !== null }
}

/**
 * Sets the name others may see; nothing but blanks takes it away. Who signs in by their name does so by the new one from then
 * on; a name to sign in with that their class gave them stays. Returns it as kept. Throws `cannot-use`, `name-taken`.
 */
export const rename = async (viewer: Viewer, name: string): Promise<string | null> => {
  authorise(viewer, 'change', own(viewer))
  const plain = plainName(name)
  const before = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { name: true, login: true, email: true, kind: true },
  })
  const signsIn = isByName(before)
  // An account by a provider alone may have nothing else to be told by.
  const nameless = before.kind === 'member' && before.email === null && plain === null
  const problem = signsIn || nameless ? loginProblem(plain) : nameProblem(plain)
  if (problem) throw new Refusal('cannot-use', problem, { fields: { name: problem } })
  const login = signsIn ? plainLogin(plain ?? '') : before.login
  await db()
    .user.update({ where: { id: viewer.userId }, data: { name: plain, login } })
    .catch((thrown: unknown) => {
      if ((thrown as { code?: unknown }).code !== 'P2002') throw thrown
      throw new Refusal('name-taken', undefined, { fields: { name: t('errors.nameTaken') } })
    })
  return plain
}

/** Throws unless this is the viewer's own password; a few wrong ones in a row have to wait. `field` is where it was asked. */
export const requirePassword = async (viewer: Viewer, password: string, field: string) => {
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

/** Whether someone typed the word that who has no password, such as a guest, confirms with. */
const isDeleteWord = (typed: string): boolean => typed.trim().toLowerCase() === t('account.deleteWord')

/**
 * Deletes an account and everything in it: answers, schedules, documents, sets, settings, sessions, what the security log
 * says of the person. Sets that others study stay, under nobody's name. It is proved with the password; who has none types
 * the word. What remains is one line that an account was deleted, without whose. Throws `wrong-credentials`, `cannot-use`, `too-many`.
 */
export const deleteAccount = async (viewer: Viewer, proof: string): Promise<void> => {
  authorise(viewer, 'delete', own(viewer))
  const { hasPassword } = await ownAccount(viewer)
  if (hasPassword) await requirePassword(viewer, proof, 'proof')
  else if (!isDeleteWord(proof)) {
    const problem = t('account.deleteWordWrong', { word: t('account.deleteWord') })
    throw new Refusal('cannot-use', problem, { fields: { proof: problem } })
  }
  await transaction((tx) => removePerson(tx, viewer.userId))
  await note('account-deleted', {})
}
