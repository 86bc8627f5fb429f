import 'server-only'
import { db, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { issueSlips } from '../one-time.ts'
import { note } from '../security-log.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { noteIn } from './events.ts'
import type { PeopleInput } from './people-input.ts'
import { lockUnused, unusedAccount } from './unused.ts'
import { requireIn } from './write.ts'

/** A learner for whom an account was made and who has never been in. */
export type Awaited = {
  readonly userId: string
  readonly name: string
  readonly login: string
  /** Until when the slip they have is good, milliseconds since the epoch; null: they have none. */
  readonly until: number | null
}

/** What is printed for one learner; the code is shown at this moment alone. */
export type Slip = Omit<Awaited, 'until'> & { readonly code: string; readonly until: number }

/** Who of a class has never been in, by name. Throws `not-found`, `not-allowed`. */
export const awaitedIn = async (viewer: Viewer, classId: string, now = new Date()): Promise<Awaited[]> => {
  await requireIn(db(), viewer, classId, 'enlist')
  const links = {
    where: { purpose: 'reset' as const, usedAt: null, expiresAt: { gt: now } },
    select: { expiresAt: true },
  }
  const people = await db().user.findMany({
    where: { ...unusedAccount(), classes: { some: { classId, role: 'learner' } } },
    select: { id: true, name: true, login: true, links },
  })
  return people
    .map(({ id, name, login, links: [link] }) => ({
      ...{ userId: id, name: name ?? '', login: login ?? '', until: link?.expiresAt.getTime() ?? null },
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.login < b.login ? -1 : 1))
}

/**
 * A slip for each of some learners who have never been in, by which they choose a password of their own; slips from before are
 * over. Whoever has been in meanwhile gets none: the account is theirs. Throws `not-found`, `not-allowed`, `conflict` where
 * nobody is left.
 */
export const makeSlips = async (
  viewer: Viewer,
  { classId, userIds }: PeopleInput<'slips'>,
  now = new Date(),
): Promise<Slip[]> => {
  const slips = await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'enlist')
    const where = { classId, role: 'learner' as const, userId: { in: [...userIds] } }
    const members = await tx.classMember.findMany({ where, select: { userId: true } })
    if (members.length === 0) throw new Refusal('not-found')
    const unused = await lockUnused(
      tx,
      members.map(({ userId }) => userId),
    )
    const people = await tx.user.findMany({
      where: { id: { in: [...unused] } },
      select: { id: true, name: true, login: true },
    })
    if (people.length === 0) throw new Refusal('conflict', t('roster.allBeenIn'))
    const issued = await issueSlips(
      tx,
      people.map(({ id }) => id),
      now,
    )
    await noteIn(tx, { classId, kind: 'slips', actorId: viewer.userId, detail: { number: people.length } })
    return people.map(({ id, name, login }, at) => ({
      ...{ userId: id, name: name ?? '', login: login ?? '' },
      ...{ code: issued[at]?.token ?? '', until: issued[at]?.expiresAt.getTime() ?? 0 },
    }))
  })
  await note('link-made', { by: viewer, detail: { for: 'slips', accounts: slips.length } })
  return slips.sort((a, b) => a.name.localeCompare(b.name) || (a.login < b.login ? -1 : 1))
}
