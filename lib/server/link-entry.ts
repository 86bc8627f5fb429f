import 'server-only'
import type { Caller } from './address.ts'
import { db, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { readJson } from './handle.ts'
import { consume } from './limits.ts'
import { openSession } from './login-sessions.ts'
import { newMember } from './newcomer.ts'
import { look, take } from './one-time.ts'
import { note } from './security-log.ts'
import type { Viewer } from './viewer.ts'

const BYTES_MAX = 4_096
const TOKEN_LENGTH_MAX = 200

type Entered = { readonly userId: string; readonly sessionId: string }

/**
 * Begins a session for the account a token names, using the token up. A guest's code, eight letters read off a screen, is
 * over once the guest has made an account. Throws `link-over`, `suspended`.
 */
const enterAccount = (purpose: 'entry' | 'move', token: string, userId: string, caller: Caller): Promise<Entered> =>
  transaction(async (tx) => {
    await take(tx, purpose, token)
    const user = await tx.user.findUnique({ where: { id: userId }, select: { kind: true, suspendedAt: true } })
    if (user === null || (purpose === 'move' && user.kind !== 'guest')) throw new Refusal('link-over')
    if (user.suspendedAt !== null) throw new Refusal('suspended')
    return { userId, sessionId: await openSession(userId, caller.userAgent, tx) }
  })

/**
 * Signs in by a one-time link from a mail, or as a guest by the code that another device shows. A mailed link to an address
 * without an account makes one (without a password), from the guest who follows it where there is one. Throws `link-over`,
 * `suspended`, `sign-up-closed`, `cannot-use`, `too-many`; `conflict` for a member who types a guest's code.
 */
export const enterByLink = async (viewer: Viewer | null, token: string, caller: Caller): Promise<Entered> => {
  await consume('link-address', caller.address)
  const { purpose, userId, email } = await look(token)
  if (purpose === 'move' && userId !== null) {
    if (viewer?.kind === 'member') throw new Refusal('conflict')
    const entered = await enterAccount('move', token, userId, caller)
    await note('guest-moved', { userId, address: caller.address })
    return entered
  }
  if (purpose !== 'entry' || email === null) throw new Refusal('link-over')
  const known = await db().user.findUnique({ where: { email }, select: { id: true } })
  if (known !== null) return enterAccount('entry', token, known.id, caller)
  const guest = viewer?.kind === 'guest' ? viewer : null
  const member = { email, login: null, name: null, passwordHash: null }
  return newMember(guest, member, { also: (tx) => take(tx, 'entry', token) }, caller)
}

/** `{token}` as it was sent. Throws `bad-request`. */
export const readToken = async (request: Request): Promise<string> => {
  const { token } = ((await readJson(request, BYTES_MAX)) ?? {}) as Record<string, unknown>
  if (typeof token !== 'string' || token.length > TOKEN_LENGTH_MAX) throw new Refusal('bad-request')
  return token
}

/**
 * What a token is for, and the name or address of whom it lets in, without using it; `login` is the name that they sign in
 * with from then on, where they have one. Throws `link-over`.
 */
export const whatLink = async (token: string) => {
  const { purpose, userId, email } = await look(token)
  const select = { name: true, email: true, login: true } as const
  const user = userId ? await db().user.findUnique({ where: { id: userId }, select }) : null
  return { purpose, name: user ? (user.name ?? user.email) : email, login: user?.login ?? null }
}
