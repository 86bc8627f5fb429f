import 'server-only'
import type { AccountKind, Role } from '#lib/classes/index.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { findMembers } from './find-people.ts'
import { FORMER_MEMBER } from './former-member.ts'
import { endSessionsOf } from './login-sessions.ts'
import { issue } from './one-time.ts'
import { lockOperators, requireOperatorLeft } from './operators-left.ts'
import { note } from './security-log.ts'
import { plainEmail, plainLogin } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What an operator sees of a person: how they come in and when they last did, nothing of what they learn. */
export type PersonRow = {
  readonly id: string
  readonly kind: AccountKind
  readonly role: Role
  readonly name: string | null
  readonly email: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly suspendedAt: Date | null
}

const PAGE = 50
const SHOWN = {
  id: true,
  kind: true,
  role: true,
  name: true,
  email: true,
  createdAt: true,
  lastSeenAt: true,
  suspendedAt: true,
} as const

/** Members by name or e-mail, newest first, a page at a time; `after` is the id of the last one seen. */
export const listPeople = async (
  viewer: Viewer,
  { search = '', after }: { readonly search?: string; readonly after?: string } = {},
): Promise<{ readonly people: PersonRow[]; readonly more: boolean }> => {
  authorise(viewer, 'read', { kind: 'installation' })
  const found = search.trim() === '' ? [] : [{ id: { in: await findMembers(search, PAGE + 1, after) } }]
  const older = after === undefined ? [] : [{ id: { lt: after } }]
  const people = await db().user.findMany({
    where: { kind: 'member', id: { not: FORMER_MEMBER }, AND: [...found, ...older] },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: SHOWN,
  })
  return { people: people.slice(0, PAGE), more: people.length > PAGE }
}

/** The one person with this e-mail or name. Throws `not-found`. */
export const personBy = async (viewer: Viewer, who: string): Promise<PersonRow> => {
  authorise(viewer, 'read', { kind: 'installation' })
  const where = who.includes('@') ? { email: plainEmail(who) } : { login: plainLogin(who) }
  const person = await db().user.findUnique({ where, select: SHOWN })
  if (person === null) throw new Refusal('not-found')
  return person
}

/** The one member with this id, and on how many browsers they are signed in. Throws `not-found`. */
export const personById = async (
  viewer: Viewer,
  id: string,
): Promise<PersonRow & { readonly sessions: number; readonly self: boolean }> => {
  authorise(viewer, 'read', { kind: 'installation' })
  const live = { sessions: { where: { revokedAt: null } } }
  const found = await db().user.findUnique({
    where: { id, kind: 'member' },
    select: { ...SHOWN, _count: { select: live } },
  })
  if (found === null) throw new Refusal('not-found')
  const { _count, ...person } = found
  return { ...person, sessions: _count.sessions, self: id === viewer.userId }
}

export const requireMember = async (userId: string, tx: Tx = db()): Promise<void> => {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { kind: true } })
  if (user?.kind !== 'member') throw new Refusal('not-found')
}

/** Shuts someone out at once, everywhere; what they learned stays. Throws `not-found`, `not-allowed`. */
export const suspend = async (viewer: Viewer, userId: string): Promise<void> => {
  authorise(viewer, 'suspend', { kind: 'account', userId })
  await requireMember(userId)
  await transaction(async (tx) => {
    await lockOperators(tx)
    await tx.user.updateMany({ where: { id: userId, suspendedAt: null }, data: { suspendedAt: new Date() } })
    await tx.oneTimeLink.deleteMany({ where: { userId } })
    await endSessionsOf(userId, null, tx)
    await requireOperatorLeft(tx, viewer)
  })
  await note('suspended', { userId, by: viewer })
}

/** Lets someone in again. Throws as above. */
export const readmit = async (viewer: Viewer, userId: string): Promise<void> => {
  authorise(viewer, 'suspend', { kind: 'account', userId })
  await requireMember(userId)
  await db().user.update({ where: { id: userId }, data: { suspendedAt: null } })
  await note('readmitted', { userId, by: viewer })
}

/** Ends every session of a member; they can sign in again. Throws as above. */
export const endSessionsFor = async (viewer: Viewer, userId: string): Promise<void> => {
  authorise(viewer, 'suspend', { kind: 'account', userId })
  await requireMember(userId)
  const ended = await endSessionsOf(userId)
  await note('sessions-ended', { userId, by: viewer, detail: { ended } })
}

/** A token with which a member sets a new password, to be shown once and handed over. Throws `not-found`, `not-allowed`. */
export const makeResetToken = async (viewer: Viewer, userId: string): Promise<string> => {
  authorise(viewer, 'readmit', { kind: 'account', userId })
  await requireMember(userId)
  const { token } = await issue('reset', { userId })
  await note('link-made', { userId, by: viewer, detail: { for: 'reset' } })
  return token
}

/** A token that lets one newcomer make an account, whatever the rules. */
export const makeInvitation = async (viewer: Viewer): Promise<string> => {
  authorise(viewer, 'change', { kind: 'installation' })
  const { token } = await issue('invite', {})
  await note('link-made', { by: viewer, detail: { for: 'invite' } })
  return token
}
