import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import type { LinkPurpose } from '#lib/generated/sqlite/client.ts'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './ids.ts'

export type { LinkPurpose }

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How long each may be used. What somebody carries to a pupil lives for days; what travels by mail or by eye, minutes. */
const LIFETIMES_MS: Readonly<Record<LinkPurpose, number>> = {
  operator: 7 * DAY_MS,
  invite: 14 * DAY_MS,
  reset: 3 * DAY_MS,
  entry: 30 * MINUTE_MS,
  move: 10 * MINUTE_MS,
  passkey: 5 * MINUTE_MS,
}

/** Of the link that lives longest. */
export const LINK_DAYS_MAX = Math.max(...Object.values(LIFETIMES_MS)) / DAY_MS

/** A new password by mail: a mailbox is read by more eyes than a note handed over. */
const MAILED_RESET_MS = 60 * MINUTE_MS

/** For whom: an account, or an address that may not have one. */
export type Addressee = { readonly userId?: string; readonly email?: string }
export type Taken = { readonly purpose: LinkPurpose; readonly userId: string | null; readonly email: string | null }
type Issued = { readonly token: string; readonly expiresAt: Date }

/** Letters and digits that nobody mistakes for one another. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
/** 40 bits: in the minutes that one lives, and with tries counted by address, it cannot be guessed. */
const CODE_LENGTH = 8

/** 58 bits: for the weeks that five hundred slips live, from however many addresses it is tried. */
const SLIP_LENGTH = 12

const newCode = (length: number): string =>
  Array.from({ length }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

/** Tokens are told apart by case; a code is typed by hand, so it is not, and its gaps mean nothing. */
const plainToken = (token: string): string => {
  const code = token.replace(/[\s-]/g, '').toUpperCase()
  return code.length === CODE_LENGTH || code.length === SLIP_LENGTH ? code : token.trim()
}

const hashOf = (token: string): string => sha256(plainToken(token))

/**
 * Makes a token that lets someone in once. Of one purpose a person has one at a time: a new one ends those before it. It is
 * kept by its hash, so this is the only moment at which it can be shown. `move` is a code of eight letters, to be typed.
 */
export const issue = async (
  purpose: LinkPurpose,
  { userId, email }: Addressee,
  now = new Date(),
  tx: Tx = db(),
): Promise<Issued> => {
  const token = purpose === 'move' ? newCode(CODE_LENGTH) : randomBytes(32).toString('base64url')
  const mailed = purpose === 'reset' && email !== undefined
  const expiresAt = new Date(now.getTime() + (mailed ? MAILED_RESET_MS : LIFETIMES_MS[purpose]))
  if (userId !== undefined && purpose !== 'passkey') await tx.oneTimeLink.deleteMany({ where: { userId, purpose } })
  const whom = { ...(userId === undefined ? {} : { userId }), ...(email === undefined ? {} : { email }) }
  await tx.oneTimeLink.create({ data: { tokenHash: hashOf(token), purpose, ...whom, createdAt: now, expiresAt } })
  return { token, expiresAt }
}

/** A slip of paper is handed out in the next lesson, and kept until the one after. */
const SLIP_MS = 14 * DAY_MS

/**
 * Codes of twelve letters for a slip of paper each, by which people who never signed in choose a password; those from before
 * are over. In the order of `userIds`.
 */
export const issueSlips = async (tx: Tx, userIds: readonly string[], now: Date): Promise<Issued[]> => {
  const expiresAt = new Date(now.getTime() + SLIP_MS)
  const slips = userIds.map((userId) => ({ userId, token: newCode(SLIP_LENGTH) }))
  await tx.oneTimeLink.deleteMany({ where: { userId: { in: [...userIds] }, purpose: 'reset' } })
  const purpose = 'reset' as const
  await tx.oneTimeLink.createMany({
    data: slips.map(({ userId, token }) => ({ tokenHash: hashOf(token), purpose, userId, createdAt: now, expiresAt })),
  })
  return slips.map(({ token }) => ({ token, expiresAt }))
}

const usable = (token: string, now: Date) => ({ tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } })

/** What a token is for, without using it. Throws `link-over` for one that is unknown, used or too old. */
export const look = async (token: string, now = new Date()): Promise<Taken> => {
  const found = await db().oneTimeLink.findFirst({
    where: usable(token, now),
    select: { purpose: true, userId: true, email: true },
  })
  if (found === null) throw new Refusal('link-over')
  return found
}

/** Uses a token up: of two who come with it at one time one gets in. Throws `link-over` as above, or for another purpose. */
export const take = async (tx: Tx, purpose: LinkPurpose, token: string, now = new Date()): Promise<Taken> => {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { ...usable(token, now), purpose },
    data: { usedAt: now },
  })
  if (count === 0) throw new Refusal('link-over')
  return tx.oneTimeLink.findUniqueOrThrow({
    where: { tokenHash: hashOf(token) },
    select: { purpose: true, userId: true, email: true },
  })
}
