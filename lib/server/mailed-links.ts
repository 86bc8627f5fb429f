import 'server-only'
import type { Caller } from './address.ts'
import { db } from './db.ts'
import { publicUrl } from './env.ts'
import { Refusal } from './errors.ts'
import { readJson } from './handle.ts'
import { readRules } from './installation.ts'
import { consume } from './limits.ts'
import { mailWorks, sendMail } from './mail.ts'
import { issue } from './one-time.ts'
import { note } from './security-log.ts'
import { isEmail, plainEmail } from './sign-up-form.ts'
import { t } from './words.ts'

/** A new password for an account that has one, or a way in without. */
export type LetterKind = 'reset' | 'entry'
export type LetterWish = { readonly kind: LetterKind; readonly email: string }

/** `{kind, email}` as it was sent. Throws `bad-request`, and `cannot-use` for what is no address. */
export const readLetterWish = async (request: Request): Promise<LetterWish> => {
  const { kind, email } = ((await readJson(request, 4_096)) ?? {}) as Record<string, unknown>
  if ((kind !== 'reset' && kind !== 'entry') || typeof email !== 'string') throw new Refusal('bad-request')
  const plain = plainEmail(email)
  if (isEmail(plain)) return { kind, email: plain }
  throw new Refusal('cannot-use', t('account.emailWrong'), { fields: { email: t('account.emailWrong') } })
}

/** Where a one-time link leads; what follows `#` never reaches a server, its log or a proxy's. */
export const linkAddress = (origin: string, token: string): string => `${origin}/enter#${token}`

const write = async ({ kind, email }: LetterWish): Promise<void> => {
  const site = publicUrl()
  const user = await db().user.findUnique({ where: { email }, select: { id: true, suspendedAt: true } })
  if (site === null || (user?.suspendedAt ?? null) !== null) return
  if (user === null && (kind === 'reset' || (await readRules()).signUp !== 'open')) return
  const { token } = await issue(kind, { email, ...(user === null ? {} : { userId: user.id }) })
  const values = { link: linkAddress(site.origin, token), site: site.host }
  const text = kind === 'reset' ? t('mail.resetText', values) : t('mail.entryText', values)
  await sendMail({ to: email, subject: t(kind === 'reset' ? 'mail.resetSubject' : 'mail.entrySubject'), text })
  if (user !== null) await note('link-made', { userId: user.id, detail: { for: kind, by: 'mail' } })
}

/**
 * Sends a one-time link to an address, if it has an account (or may have one). Whether it has is not told, not by the time
 * this takes either: the letter is written afterwards. Throws `not-found` where no mail is set up, `too-many`.
 */
export const sendLink = async (wish: LetterWish, caller: Caller): Promise<void> => {
  if (!mailWorks()) throw new Refusal('not-found')
  await consume('link-address', caller.address)
  await consume('mail', wish.email)
  void write(wish).catch((error: unknown) => console.error('A letter could not be sent', error))
}
