import 'server-only'
import { db } from './db.ts'
import { Refusal } from './errors.ts'
import { hashPassword, passwordProblem } from './passwords.ts'
import { note } from './security-log.ts'
import { loginProblem, plainLogin, plainName } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'
import { requireFreshSession } from './ways-in.ts'
import { t } from './words.ts'

const refuseIn = (field: 'name' | 'password', problem: string): Refusal =>
  new Refusal('cannot-use', problem, { fields: { [field]: problem } })

/**
 * Gives a password to a member who has none, having come by a letter or an account elsewhere. Who has no e-mail chooses a name
 * to sign in with, too. Throws `conflict` for one who has a password, `sign-in-again`, `cannot-use`, `name-taken`.
 */
export const setFirstPassword = async (viewer: Viewer, password: string, chosen: string): Promise<void> => {
  authorise(viewer, 'change', { kind: 'account', userId: viewer.userId })
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
  const { email, login } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { email: true, login: true },
  })
  const name = (email ?? login) ? null : plainName(chosen)
  const nameIs = (email ?? login) ? null : loginProblem(name)
  if (nameIs) throw refuseIn('name', nameIs)
  const who = email ?? login ?? plainLogin(name ?? '')
  const problem = passwordProblem(password, who)
  if (problem) throw refuseIn('password', problem)
  await requireFreshSession(viewer)
  const data = { passwordHash: await hashPassword(password), ...(name === null ? {} : { name, login: who }) }
  const { count } = await db()
    .user.updateMany({ where: { id: viewer.userId, passwordHash: null }, data })
    .catch((thrown: unknown) => {
      if ((thrown as { code?: unknown }).code !== 'P2002') throw thrown
      throw new Refusal('name-taken', undefined, { fields: { name: t('errors.nameTaken') } })
    })
  if (count === 0) throw new Refusal('conflict', t('ways.hasPassword'))
  await note('password-set', { userId: viewer.userId })
}
