import { afterAll, beforeAll, expect, it } from 'vitest'
import { newSet } from '#lib/testing/drafts.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { db } from './db.ts'
import { keepHouse } from './housekeeping.ts'
import { endSession, liveSession } from './login-sessions.ts'
import { note } from './security-log.ts'
import { SESSION_SECONDS } from './session-token.ts'

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

it('keeps a line of the security log for a hundred and eighty days', async () => {
  const { viewer } = await newPerson()
  await note('signed-in', { userId: viewer.userId, address: '203.0.113.7' })
  const lines = () => db().securityEvent.count({ where: { userId: viewer.userId } })
  await keepHouse(new Date(Date.now() + 179 * DAY))
  expect(await lines()).toBe(1)
  await keepHouse(new Date(Date.now() + 181 * DAY))
  expect(await lines()).toBe(0)
})

it('keeps a sign-in that nobody ended for as long as its cookie lives', async () => {
  const { viewer } = await newPerson()
  const usedDaysAgo = async (days: number) => {
    await db().loginSession.update({
      where: { id: viewer.sessionId },
      data: { lastSeenAt: new Date(Date.now() - days * DAY) },
    })
    await keepHouse()
    return db().loginSession.count({ where: { userId: viewer.userId } })
  }
  expect(SESSION_SECONDS / 86_400).toBeLessThanOrEqual(90)
  expect(await usedDaysAgo(90)).toBe(1)
  expect(await usedDaysAgo(92)).toBe(0)
})

it('takes what a guest shared from nobody who studies it, and says no more of the guest', async () => {
  const [guest, reader] = [await newPerson({ kind: 'guest' }), await newPerson()]
  const { setId } = await newSet({ ownerId: guest.viewer.userId }, [reader.viewer.userId])
  await note('guest-started', { userId: guest.viewer.userId, address: '203.0.113.8' })
  await db().user.update({ where: { id: guest.viewer.userId }, data: { lastSeenAt: new Date(0) } })
  expect(await keepHouse()).toBe(1)
  expect(await db().questionSet.count({ where: { id: setId } })).toBe(1)
  expect(await db().enrolment.count({ where: { userId: reader.viewer.userId, setId } })).toBe(1)
  expect(await db().securityEvent.count({ where: { address: '203.0.113.8' } })).toBe(0)
})

it('keeps a signal of a class for a day', async () => {
  const { id } = await db().class.create({ data: { title: 'Tides' } })
  await db().signal.create({ data: { classId: id, topic: 'roster' } })
  await keepHouse(new Date(Date.now() + DAY - 60_000))
  expect(await db().signal.count()).toBe(1)
  await keepHouse(new Date(Date.now() + DAY + 60_000))
  expect(await db().signal.count()).toBe(0)
})
