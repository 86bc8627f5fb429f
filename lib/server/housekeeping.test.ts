import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { db } from './db.ts'
import { keepHouse } from './housekeeping.ts'
import { endSession, liveSession } from './login-sessions.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
})
afterAll(() => end())

const DAY = 86_400_000

it('keeps a guest for ninety days after the last use, a member for good, and an ended session as long', async () => {
  const [guest, member] = [await newPerson({ kind: 'guest' }), await newPerson()]
  const other = await newPerson({ kind: 'guest' })
  await endSession(member.viewer.sessionId)
  const lastSeenAt = new Date(Date.now() - 89 * DAY)
  await db().user.updateMany({ where: { id: { not: other.viewer.userId } }, data: { lastSeenAt } })
  expect(await keepHouse()).toBe(0)
  expect(await liveSession(guest.viewer)).not.toBeNull()
  expect(await keepHouse(new Date(Date.now() + 2 * DAY))).toBe(1)
  const left = (await db().user.findMany({ select: { id: true } })).map(({ id }) => id)
  expect(left.toSorted()).toEqual([member.viewer.userId, other.viewer.userId].toSorted())
  expect(await db().loginSession.count({ where: { userId: member.viewer.userId } })).toBe(1)
  await keepHouse(new Date(Date.now() + 91 * DAY))
  expect(await db().loginSession.count({ where: { userId: member.viewer.userId } })).toBe(0)
})
