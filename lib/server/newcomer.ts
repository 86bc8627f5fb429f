import 'server-only'
import type { Caller } from './address.ts'
import { admit, admitGuest } from './admission.ts'
import { type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { consume } from './limits.ts'
import { openSession } from './login-sessions.ts'
import { note } from './security-log.ts'
import type { Viewer } from './viewer.ts'
import { t } from './words.ts'

/** What a member comes in by: an e-mail or a name, and a password unless another way was proven. */
export type Member = {
  readonly email: string | null
  readonly login: string | null
  readonly name: string | null
  readonly passwordHash: string | null
}

type Admission = {
  /** A one-time token that stands above the rules. */
  readonly invitation?: string | null
  /** What belongs into the same transaction; it learns the id of the account. */
  readonly also?: (tx: Tx, userId: string) => Promise<unknown>
}

/** Takes up the sets that ship with Footnote, so that there is something to study at once. */
export const enrolInShipped = async (tx: Tx, userIds: readonly string[]): Promise<void> => {
  const shipped = await tx.questionSet.findMany({
    where: { ownerId: null, visibility: 'public' },
    select: { id: true },
  })
  const addedAt = new Date()
  const data = userIds.flatMap((userId) => shipped.map(({ id }) => ({ userId, setId: id, addedAt })))
  await tx.enrolment.createMany({ data })
}

/** Makes a guest: someone who studies without having said who they are. Returns the new user's id. Throws `sign-up-closed`. */
export const startGuest = async (caller: Caller): Promise<string> => {
  await consume('guest', caller.address)
  await admitGuest()
  const userId = await transaction(async (tx) => {
    const { id } = await tx.user.create({ data: { kind: 'guest' }, select: { id: true } })
    await enrolInShipped(tx, [id])
    return id
  })
  await note('guest-started', { userId, address: caller.address })
  return userId
}

const isTaken = (tx: Tx, where: { email: string } | { login: string }) =>
  tx.user.findUnique({ where, select: { id: true } }).then((user) => user !== null)

const nameTaken = () => new Refusal('name-taken', undefined, { fields: { name: t('errors.nameTaken') } })
const alreadyMember = () => new Refusal('conflict', t('account.alreadyHead'))

const requireFree = async (tx: Tx, { email, login }: Member): Promise<void> => {
  if (email !== null && (await isTaken(tx, { email }))) throw new Refusal('email-taken')
  if (login !== null && (await isTaken(tx, { login }))) throw nameTaken()
}

/** A guest becomes a member under the same id, and whoever held a session of theirs is signed out. */
const raise = async (tx: Tx, userId: string, member: Member): Promise<void> => {
  await tx.user.update({ where: { id: userId, kind: 'guest' }, data: { ...member, kind: 'member' } })
  await tx.loginSession.updateMany({ where: { userId }, data: { revokedAt: new Date() } })
}

const create = async (tx: Tx, member: Member): Promise<string> => {
  const { id } = await tx.user.create({ data: { ...member, kind: 'member' }, select: { id: true } })
  await enrolInShipped(tx, [id])
  return id
}

const become = (viewer: Viewer | null, member: Member, { invitation = null, also }: Admission): Promise<string> =>
  transaction(async (tx) => {
    await admit(tx, { email: member.email, invitation })
    await requireFree(tx, member)
    if (viewer !== null) await raise(tx, viewer.userId, member)
    const userId = viewer?.userId ?? (await create(tx, member))
    await also?.(tx, userId)
    return userId
  })

/** Of two forms sent at one moment the second fails in the database. */
const refusalOf = (thrown: unknown, { email }: Member): unknown => {
  const { code } = thrown as { code?: unknown }
  if (code === 'P2002') return email === null ? nameTaken() : new Refusal('email-taken')
  return code === 'P2025' ? alreadyMember() : thrown
}

/**
 * Makes an account and begins a login session: a signed-in guest becomes a member with all they answered, anyone else a new
 * user. Throws `conflict` for a signed-in member, `sign-up-closed`, `cannot-use`, `link-over` for an invitation,
 * `email-taken`, `name-taken`. The last two tell that there is such an account: without mail there is no other way to say
 * so, and the limits keep it from being read like a directory.
 */
export const newMember = async (viewer: Viewer | null, member: Member, admission: Admission, caller: Caller) => {
  if (viewer?.kind === 'member') throw alreadyMember()
  const userId = await become(viewer, member, admission).catch((thrown: unknown) => {
    throw refusalOf(thrown, member)
  })
  await note('signed-up', { userId, address: caller.address })
  return { userId, sessionId: await openSession(userId, caller.userAgent) }
}
