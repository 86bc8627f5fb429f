import 'server-only'
import path from 'node:path'
import { Piscina } from 'piscina'
import { isCommonPassword } from './common-passwords.ts'
import { Refusal } from './errors.ts'
import { t } from './words.ts'

const PASSWORD_LENGTH_MIN = 8
const PASSWORD_LENGTH_MAX = 128

/** 64 MiB each: two at a time bound the memory, and a queue that is longer than this would only time out. */
const AT_ONCE_MAX = 2
const WAITING_MAX = 200
const IDLE_MS = 60_000

/**
 * How far the threads that hash stand back (Unix nice, 0–19). Checking a class's passwords takes every core for seconds; who
 * signs in can wait a little longer, who answers a question should not notice.
 */
const NICE = 15

/** Of a password that nobody knows, at the same cost: what a sign-in to no account is checked against. */
const NOBODYS_HASH = '$argon2id$v=19$m=65536,t=3,p=1$lJ7X1VRW9C8CL7RBxo5JzQ$5Gbv6rZy5RoM4eEurDuqXHy4XIoAErBw52WJkgNbWe0'

type Task = { readonly password: string; readonly kept?: string }
const known = globalThis as { footnotePasswords?: Piscina<Task, string | boolean> }

const threads = (): Piscina<Task, string | boolean> => {
  known.footnotePasswords ??= new Piscina({
    filename: path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/passwords-worker.mjs'),
    minThreads: 0,
    maxThreads: AT_ONCE_MAX,
    maxQueue: WAITING_MAX,
    idleTimeout: IDLE_MS,
    niceIncrement: NICE,
  })
  return known.footnotePasswords
}

const inThread = async (task: Task): Promise<string | boolean> => {
  if (threads().queueSize >= WAITING_MAX) throw new Refusal('busy', undefined, { retryAfterSeconds: 10 })
  return threads().run(task)
}

/** The same letters typed on another system must be the same password. */
const normalised = (password: string): string => password.normalize('NFKC')

/**
 * What is wrong with a password someone chose, fit for that person; null when nothing is. Length and known-common words
 * only: rules on its composition make passwords worse (NIST SP 800-63B, 5.1.1.2). Length is in characters, not bytes.
 */
export const passwordProblem = (password: string, who: string): string | null => {
  const length = [...normalised(password)].length
  if (length < PASSWORD_LENGTH_MIN) return t('account.passwordTooShort', { n: PASSWORD_LENGTH_MIN })
  if (length > PASSWORD_LENGTH_MAX) return t('account.passwordTooLong', { n: PASSWORD_LENGTH_MAX })
  const plain = normalised(password).toLowerCase()
  if (plain === who || plain === who.split('@')[0]) return t('account.passwordIsEmail')
  return isCommonPassword(plain) ? t('account.passwordCommon') : null
}

/** argon2id: see passwords-worker.mjs for what it costs. Throws `busy`. */
export const hashPassword = async (password: string): Promise<string> =>
  (await inThread({ password: normalised(password) })) as string

/**
 * Whether a password is the one that was hashed. Without a hash (no such account) it takes as long and says no, so that
 * neither the answer nor its time tells who has an account. Throws `busy`.
 */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const same = await inThread({ password: normalised(password), kept: kept ?? NOBODYS_HASH })
  return same === true && kept !== null
}
