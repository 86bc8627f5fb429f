import { Refusal } from './errors.ts'
import { readJson } from './handle.ts'
import { passwordProblem } from './passwords.ts'
import { t } from './words.ts'

/** `email` is empty for who signs up by name alone; `invitation` is a one-time token, null for most. */
export type SignUp = {
  readonly email: string
  readonly password: string
  readonly name: string | null
  readonly invitation: string | null
}
/** One of `email` and `login` is null: an account is signed in to by its e-mail, or else by its name. */
export type NewMember = {
  readonly email: string | null
  readonly login: string | null
  readonly name: string | null
  readonly password: string
}

/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
const EMAIL_LENGTH_MAX = 254
const NAME_LENGTH_MAX = 80

/** An e-mail address as it is kept and compared. */
export const plainEmail = (email: string): string => email.replaceAll('\0', '').trim().toLowerCase()

/** A name as it is kept: on one line, without what cannot be seen; null when nothing is left. */
export const plainName = (name: string): string | null => {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return plain === '' ? null : plain
}

/** A name as it is signed in with: however it is written, one and the same. */
export const plainLogin = (name: string): string =>
  (plainName(name.normalize('NFKC')) ?? '').toLowerCase().replace(/\s+/g, ' ')

/** What is wrong with a name as the way to sign in; null when nothing is. */
export const loginProblem = (name: string | null): string | null => {
  if (name === null || plainLogin(name) === '') return t('account.whoMissing')
  return name.includes('@') ? t('account.emailWrong') : nameProblem(name)
}

export const nameProblem = (name: string | null): string | null =>
  name !== null && name.length > NAME_LENGTH_MAX ? t('account.nameTooLong', { n: NAME_LENGTH_MAX }) : null

/** Only what cannot be an address is refused; whether it is one, only a letter to it could tell. */
export const isEmail = (email: string): boolean =>
  email.length <= EMAIL_LENGTH_MAX && /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@.\p{C}]+$/u.test(email)

const emailProblem = (email: string): string | null => (isEmail(email) ? null : t('account.emailWrong'))

/** A sign-up as it may be stored. Throws `cannot-use` with a text for every field that needs another look. */
export const parseSignUp = (form: SignUp): NewMember => {
  const email = plainEmail(form.email) || null
  const name = plainName(form.name ?? '')
  const problems = {
    name: email === null ? loginProblem(name) : nameProblem(name),
    email: email === null ? null : emailProblem(email),
    password: passwordProblem(form.password, email ?? plainLogin(name ?? '')),
  }
  const fields = Object.fromEntries(
    Object.entries(problems).filter((pair): pair is [string, string] => pair[1] !== null),
  )
  if (Object.keys(fields).length > 0) throw new Refusal('cannot-use', t('account.lookAgain'), { fields })
  return { email, login: email === null ? plainLogin(name ?? '') : null, name, password: form.password }
}

const BYTES_MAX = 16_384

/** A sign-up as it was sent. Throws `bad-request`, `too-large`. */
export const readSignUp = async (request: Request): Promise<SignUp> => {
  const sent = await readJson(request, BYTES_MAX)
  if (typeof sent !== 'object' || sent === null) throw new Refusal('bad-request')
  const { email = '', password, name = '', invitation = null } = sent as Record<string, unknown>
  if (typeof email !== 'string' || typeof password !== 'string' || typeof name !== 'string')
    throw new Refusal('bad-request')
  if (invitation !== null && typeof invitation !== 'string') throw new Refusal('bad-request')
  return { email, password, name, invitation }
}
