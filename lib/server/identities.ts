import 'server-only'
import type { Caller } from './address.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { openSession } from './login-sessions.ts'
import { newMember } from './newcomer.ts'
import { providerBy, providers } from './providers.ts'
import { note } from './security-log.ts'
import { isEmail, plainEmail, plainName } from './sign-up-form.ts'
import { authorise, type Viewer } from './viewer.ts'
import { requireOtherWayIn } from './ways-in.ts'
import { t } from './words.ts'

/** Somebody as a provider proved them: `provider` as people are kept under it, `email` null unless it was checked there. */
export type Proven = {
  readonly provider: string
  readonly subject: string
  readonly email: string | null
  readonly name: string | null
}

const NAME_LENGTH_MAX = 80

/** What a provider said, as it may be stored. Throws `not-found` for a provider that is not set up. */
export const provenBy = (
  id: string,
  subject: string,
  { email, name }: { readonly email?: string | null | undefined; readonly name?: string | null | undefined },
): Proven => {
  const provider = providerBy(id)
  if (provider === null) throw new Refusal('not-found')
  const address = plainEmail(email ?? '')
  const called = plainName(name ?? '')?.slice(0, NAME_LENGTH_MAX) ?? null
  return { provider: provider.keptAs, subject, email: isEmail(address) ? address : null, name: called }
}

const key = ({ provider, subject }: Pick<Proven, 'provider' | 'subject'>) => ({
  provider_subject: { provider, subject },
})

const ownerOf = (proven: Pick<Proven, 'provider' | 'subject'>, tx: Tx = db()) =>
  tx.identity.findUnique({
    where: key(proven),
    select: { userId: true, email: true, user: { select: { suspendedAt: true } } },
  })

const keep = (tx: Tx, userId: string, { provider, subject, email }: Omit<Proven, 'name'>) =>
  tx.identity.create({ data: { provider, subject, email, userId } })

const isDouble = (thrown: unknown): boolean => (thrown as { code?: unknown }).code === 'P2002'

/** Begins a session for whoever has this account elsewhere; null where nobody has. Throws `suspended`. */
const enterKnown = (proven: Proven, caller: Caller) =>
  transaction(async (tx) => {
    const known = await ownerOf(proven, tx)
    if (known === null) return null
    if (known.user.suspendedAt !== null) throw new Refusal('suspended')
    if (known.email !== proven.email) await tx.identity.update({ where: key(proven), data: { email: proven.email } })
    return { userId: known.userId, sessionId: await openSession(known.userId, caller.userAgent, tx) }
  })

/** Who has this e-mail already, though nobody linked the two; null where nobody has. */
export const holderOf = async ({ email }: Proven): Promise<string | null> =>
  email === null ? null : ((await db().user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null)

/**
 * Signs in by an account elsewhere. A person is known by their id there; an e-mail that has an account already opens nothing
 * (`email-taken`): whoever holds it signs in, and then links. Somebody unknown becomes a member, from the guest who studies in
 * this browser where there is one, and an `invitation` is used up by it. Throws `suspended`, `sign-up-closed`, `cannot-use`,
 * `link-over` besides.
 */
export const enterByIdentity = async (
  viewer: Viewer | null,
  proven: Proven,
  caller: Caller,
  invitation: string | null = null,
) => {
  const entered = await enterKnown(proven, caller)
  if (entered !== null) return entered
  if ((await holderOf(proven)) !== null) throw new Refusal('email-taken')
  const guest = viewer?.kind === 'guest' ? viewer : null
  // Without an e-mail, the name is all that others, and the person in the settings, can tell the account by.
  const name = proven.name ?? (proven.email === null ? proven.subject.slice(0, NAME_LENGTH_MAX) : null)
  const member = { email: proven.email, login: null, name, passwordHash: null }
  const also = (tx: Tx, userId: string) => keep(tx, userId, proven)
  return newMember(guest, member, { invitation, also }, caller).catch(async (thrown: unknown) => {
    // Two tabs came back at one moment, and the other one made the account.
    const raced = await enterKnown(proven, caller)
    if (raced === null) throw thrown
    return raced
  })
}

const own = (viewer: Viewer) => ({ kind: 'account', userId: viewer.userId }) as const

/**
 * Adds an account elsewhere to one's own; again, it changes nothing. Throws `other-account` where it is somebody else's,
 * `not-allowed` for a guest, who would rather become a member by it.
 */
export const link = async (viewer: Viewer, proven: Omit<Proven, 'name'>, caller: Pick<Caller, 'address'>) => {
  authorise(viewer, 'change', own(viewer))
  if (viewer.kind === 'guest') throw new Refusal('not-allowed')
  const before = await ownerOf(proven)
  if (before?.userId === viewer.userId) return
  const others = new Refusal('other-account', t('ways.others'))
  if (before !== null) throw others
  await keep(db(), viewer.userId, proven).catch((thrown: unknown) => {
    throw isDouble(thrown) ? others : thrown
  })
  const detail = { with: proven.provider }
  await note('identity-linked', { userId: viewer.userId, address: caller.address, detail })
}

/** Takes an account elsewhere off one's own. Throws `conflict` where it is the last way in, `not-found`. */
export const unlink = async (viewer: Viewer, provider: string, subject: string): Promise<void> => {
  authorise(viewer, 'change', own(viewer))
  await transaction(async (tx) => {
    const found = await ownerOf({ provider, subject }, tx)
    if (found?.userId !== viewer.userId) throw new Refusal('not-found')
    await requireOtherWayIn(tx, viewer.userId, { identity: { provider, subject } })
    await tx.identity.delete({ where: key({ provider, subject }) })
  })
  await note('identity-unlinked', { userId: viewer.userId, detail: { with: provider } })
}

const nameOf = (provider: string): string =>
  providers().find(({ keptAs }) => keptAs === provider)?.name ?? provider.replace(/^oidc:https?:\/\//, '')

/** One's accounts elsewhere, oldest first, and the providers that one has none with. */
export const ownIdentities = async (viewer: Viewer) => {
  authorise(viewer, 'read', own(viewer))
  const rows = await db().identity.findMany({
    where: { userId: viewer.userId },
    orderBy: { createdAt: 'asc' },
    select: { provider: true, subject: true, email: true, createdAt: true },
  })
  const linked = rows.map((row) => ({ ...row, name: nameOf(row.provider) }))
  const others = providers().filter(({ keptAs }) => !rows.some(({ provider }) => provider === keptAs))
  return { linked, others: others.map(({ id, name }) => ({ id, name })) }
}
