import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressLimit } from './env.ts'
import { Refusal } from './errors.ts'
import { t } from './words.ts'

const MINUTE_S = 60

/** What a school behind one address may do in ten minutes, where `FOOTNOTE_ADDRESS_LIMIT` does not set it. */
const ADDRESS_TRIES = 300

/**
 * How many tries, in how many seconds. An address may be a whole school, so what counts by address is generous; what guesses
 * at one account counts by that account, from wherever it is tried.
 */
const LIMITS = {
  /** By e-mail and address together: a guesser is stopped, and the owner still comes in from elsewhere. */
  'sign-in': { tries: 10, seconds: 15 * MINUTE_S },
  /** By e-mail, for one who guesses from many addresses. A sign-in that succeeds sets both back. */
  'sign-in-account': { tries: 50, seconds: 15 * MINUTE_S },
  'sign-in-address': { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By e-mail: each try makes or nearly makes an account. */
  'sign-up': { tries: 5, seconds: 15 * MINUTE_S },
  'sign-up-address': { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By address: guests a school starts in one lesson. */
  guest: { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By address: one-time links and codes, the only thing that could be found by guessing. */
  'link-address': { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By address: each asks for a challenge, which is kept for five minutes. */
  'passkey-address': { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By address of mail: nobody's letter box is to be filled. */
  mail: { tries: 5, seconds: 15 * MINUTE_S },
  /** By account: codes for another device, each of which ends the one before. */
  move: { tries: 10, seconds: 10 * MINUTE_S },
  /** By account: asking for the current password before a change. */
  password: { tries: 10, seconds: 15 * MINUTE_S },
  /** By account: each document is worth seconds of work. */
  documents: { tries: 30, seconds: 10 * MINUTE_S },
  /** By account: pictures and sounds of a list. */
  media: { tries: 300, seconds: 10 * MINUTE_S },
  /** By account: reports of mistakes, each of which somebody reads. */
  flags: { tries: 60, seconds: 10 * MINUTE_S },
  /** By account: words put on many facts at once. */
  tags: { tries: 300, seconds: 10 * MINUTE_S },
  /** By address: calendars that a school's devices read, and whoever guesses at one. */
  'calendar-address': { tries: ADDRESS_TRIES, seconds: 10 * MINUTE_S },
  /** By account: codes of classes, and classes that are made. */
  classes: { tries: 60, seconds: 10 * MINUTE_S },
  /** By account: lines of a roster that are looked at or made accounts of; each tells whether an e-mail is known here. */
  roster: { tries: 3_000, seconds: 60 * MINUTE_S },
  /** By account: messages to classes, each of which fills many letter boxes. */
  notices: { tries: 12, seconds: 60 * MINUTE_S },
  /** By account: browsers to be reminded. */
  push: { tries: 60, seconds: 10 * MINUTE_S },
  /** By account: everything one has, down or up, is worth seconds of work too. */
  archive: { tries: 20, seconds: 10 * MINUTE_S },
} as const

export type LimitName = keyof typeof LIMITS

const BY_ADDRESS: readonly LimitName[] = [
  'guest',
  'sign-in-address',
  'sign-up-address',
  'link-address',
  'passkey-address',
  'calendar-address',
]

const known = globalThis as { footnoteLimits?: Map<LimitName, RateLimiterMemory> }

const limiter = (name: LimitName): RateLimiterMemory => {
  known.footnoteLimits ??= new Map()
  const made = known.footnoteLimits.get(name)
  if (made) return made
  const { tries: usual, seconds } = LIMITS[name]
  const tries = BY_ADDRESS.includes(name) ? addressLimit(usual) : usual
  const fresh = new RateLimiterMemory({ keyPrefix: name, points: tries, duration: seconds })
  known.footnoteLimits.set(name, fresh)
  return fresh
}

const inPlainTime = (seconds: number): string => {
  if (seconds < 60) return t('errors.waitSeconds', { n: seconds })
  if (seconds < 3600) return t('errors.waitMinutes', { n: Math.ceil(seconds / 60) })
  return t('errors.waitHours', { n: Math.ceil(seconds / 3600) })
}

/** Counts a try, or several, under `key`; over the limit it throws a `too-many` refusal that tells when to try again. */
export const consume = async (name: LimitName, key: string, tries = 1): Promise<void> => {
  try {
    await limiter(name).consume(key, tries)
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown
    const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000))
    throw new Refusal('too-many', t('errors.tooMany', { wait: inPlainTime(seconds) }), { retryAfterSeconds: seconds })
  }
}

/** Sets a count back to nothing, after the right password. */
export const forgive = async (name: LimitName, key: string): Promise<void> => {
  await limiter(name).delete(key)
}
