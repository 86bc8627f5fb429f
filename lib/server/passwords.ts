import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { t } from '#lib/messages/index.ts'
import { isCommonPassword } from './common-passwords.ts'
import { Refusal } from './errors.ts'

const PASSWORD_LENGTH_MIN = 8
const PASSWORD_LENGTH_MAX = 128

/** `Algorithm.Argon2id`, a const enum that isolated modules cannot import. */
const ARGON2ID = 2

/** argon2id, 64 MiB, three passes: about a tenth of a second on one core. */
const COST = { algorithm: ARGON2ID, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const

/** 64 MiB each: two at a time bound the memory, and a queue that is longer than this would only time out. */
const AT_ONCE_MAX = 2
const WAITING_MAX = 200

/** Of a password that nobody knows, at the same cost: what a sign-in to no account is checked against. */
const NOBODYS_HASH = '$argon2id$v=19$m=65536,t=3,p=1$lJ7X1VRW9C8CL7RBxo5JzQ$5Gbv6rZy5RoM4eEurDuqXHy4XIoAErBw52WJkgNbWe0'

type Turns = { running: number; waiting: (() => void)[] }
const known = globalThis as { footnotePasswordTurns?: Turns }

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  known.footnotePasswordTurns ??= { running: 0, waiting: [] }
  const turns = known.footnotePasswordTurns
  if (turns.running >= AT_ONCE_MAX) {
    if (turns.waiting.length >= WAITING_MAX) throw new Refusal('busy', undefined, { retryAfterSeconds: 10 })
    await new Promise<void>((resolve) => turns.waiting.push(resolve))
  } else {
    turns.running += 1
  }
  try {
    return await work()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
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

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalised(password), COST))

/**
 * Whether a password is the one that was hashed. Without a hash (no such account) it takes as long and says no, so that
 * neither the answer nor its time tells who has an account.
 */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const same = await inTurn(() => verify(kept ?? NOBODYS_HASH, normalised(password)))
  return same && kept !== null
}
