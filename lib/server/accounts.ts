import 'server-only'
import { t } from '#lib/messages/index.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { consume, forgive } from './limits.ts'
import { openSession } from './login-sessions.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { note } from './security-log.ts'
import { parseSignUp, plainEmail, plainLogin, type SignUp } from './sign-up-form.ts'
import type { Viewer } from './viewer.ts'

/** From where someone knocks. */
export type Caller = { readonly address: string; readonly userAgent: string | null }

/** Takes up the sets that ship with Footnote, so that there is something to study at once. */
const enrolInShipped = async (tx: Tx, userId: string): Promise<void> => {
  const shipped = await tx.questionSet.findMany({
    where: { ownerId: null, visibility: 'public' },
    select: { id: true },
  })
  const addedAt = new Date()
  await tx.enrolment.createMany({ data: shipped.map(({ id }) => ({ userId, setId: id, addedAt })) })
}

/** Makes a guest: someone who studies without having said who they are. Returns the new user's id. */
export const startGuest = async (caller: Caller): Promise<string> => {
  await consume('guest', caller.address)
  const userId = await transaction(async (tx) => {
    const { id } = await tx.user.create({ data: { kind: 'guest' }, select: { id: true } })
    await enrolInShipped(tx, id)
    return id
  })
  await note('guest-started', { userId, address: caller.address })
  return userId
}

/**
 * The account with this e-mail, or name where it has none, and this password; and the hash that it fits. Throws
 * `wrong-credentials`, the same for either being wrong.
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
    select: { id: true, passwordHash: true },
  })
  if (!(await isPassword(password, user?.passwordHash ?? null)) || user === null) {
    await note('sign-in-refused', { ...(user ? { userId: user.id } : {}), address: caller.address })
    throw new Refusal('wrong-credentials')
  }
  await forgive('sign-in', here)
  await forgive('sign-in-account', plain)
  return { userId: user.id, passwordHash: user.passwordHash ?? '' }
}

const isTaken = (tx: Tx, where: { email: string } | { login: string }) =>
  tx.user.findUnique({ where, select: { id: true } }).then((user) => user !== null)

const nameTaken = () => new Refusal('name-taken', undefined, { fields: { name: t('errors.nameTaken') } })

const requireFree = async (tx: Tx, { email, login }: { email: string | null; login: string | null }): Promise<void> => {
  if (email !== null && (await isTaken(tx, { email }))) throw new Refusal('email-taken')
  if (login !== null && (await isTaken(tx, { login }))) throw nameTaken()
}

const becomeMember = async (
  viewer: Viewer | null,
  member: { email: string | null; login: string | null; passwordHash: string; name: string | null },
) =>
  transaction(async (tx) => {
    await requireFree(tx, member)
    if (viewer !== null) {
      await tx.user.update({ where: { id: viewer.userId, kind: 'guest' }, data: { ...member, kind: 'member' } })
      await tx.loginSession.updateMany({ where: { userId: viewer.userId }, data: { revokedAt: new Date() } })
      return viewer.userId
    }
    const { id } = await tx.user.create({ data: { ...member, kind: 'member' }, select: { id: true } })
    await enrolInShipped(tx, id)
    return id
  })

/**
 * Makes an account: a signed-in guest becomes a member under the same id, with all they answered; anyone else becomes a new
 * user. Throws `conflict` for a signed-in member, `cannot-use` with fields, `email-taken`, `name-taken`. These tell that there is
 * such an account: without mail there is no other way to say so, and the limits keep it from being read like a directory.
 * Returns the new login session; those from before are ended, since whoever held one would be signed in.
 */
export const signUp = async (viewer: Viewer | null, form: SignUp, caller: Caller) => {
  if (viewer?.kind === 'member') throw new Refusal('conflict', t('account.alreadyHead'))
  await consume('sign-up-address', caller.address)
  const { email, login, password, name } = parseSignUp(form)
  await consume('sign-up', email ?? login ?? '')
  const passwordHash = await hashPassword(password)
  const userId = await becomeMember(viewer, { email, login, passwordHash, name }).catch((thrown: unknown) => {
    const { code } = thrown as { code?: unknown }
    if (code === 'P2002') throw email === null ? nameTaken() : new Refusal('email-taken')
    // The guest has become a member by another form of theirs, sent at the same moment.
    if (code === 'P2025') throw new Refusal('conflict', t('account.alreadyHead'))
    throw thrown
  })
  await note('signed-up', { userId, address: caller.address })
  return { userId, sessionId: await openSession(userId, caller.userAgent), name }
}
