import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, newPerson, type Person } from '#lib/testing/people.ts'
import { makeOperator, unmakeOperator } from './appoint.ts'
import { db } from './db.ts'
import type { Refusal } from './errors.ts'
import { liveSession } from './login-sessions.ts'
import { hasOperator, shell } from './operator.ts'
import { endSessionsFor, listPeople, makeResetToken, personById, readmit, suspend } from './people.ts'
import { readSecurityLog } from './security-log.ts'

let end: () => Promise<void>
let op: Person
let bob: Person
beforeAll(async () => {
  ;({ end } = await newDatabase())
  op = await newPerson({ role: 'operator', name: 'Olga' })
  bob = await newPerson({ name: 'Bob' })
})
afterAll(() => end())

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (thrown: Refusal) => thrown.code,
  )
const roleOf = async ({ viewer }: Person) => (await liveSession(viewer))?.role

describe('another operator', () => {
  it('is made and unmade by one, at once and noted once each', async () => {
    await makeOperator(op.viewer, bob.viewer.userId)
    await makeOperator(op.viewer, bob.viewer.userId)
    expect(await roleOf(bob)).toBe('operator')
    await unmakeOperator(op.viewer, bob.viewer.userId)
    await unmakeOperator(op.viewer, bob.viewer.userId)
    expect(await roleOf(bob)).toBe('learner')
    const { lines } = await readSecurityLog(op.viewer, { userId: bob.viewer.userId })
    const by = { by: op.viewer.userId }
    expect(lines.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['operator-unmade', by],
      ['operator-made', by],
    ])
  })

  it('is nobody who is kept out, a guest, or not there; nor made by a learner', async () => {
    const out = await newPerson()
    await suspend(op.viewer, out.viewer.userId)
    const guest = await newPerson({ kind: 'guest' })
    expect(await codeOf(makeOperator(op.viewer, out.viewer.userId))).toBe('conflict')
    for (const id of [guest.viewer.userId, 'nobody']) {
      expect(await codeOf(makeOperator(op.viewer, id))).toBe('not-found')
      expect(await codeOf(unmakeOperator(op.viewer, id))).toBe('not-found')
    }
    expect(await codeOf(makeOperator(bob.viewer, bob.viewer.userId))).toBe('not-allowed')
    expect(await codeOf(unmakeOperator(bob.viewer, op.viewer.userId))).toBe('not-allowed')
  })
})

describe('the last operator', () => {
  it('cannot step down, with somebody suspended beside them either; a shell can end that', async () => {
    const second = await newPerson({ role: 'operator' })
    await suspend(op.viewer, second.viewer.userId)
    expect(await codeOf(unmakeOperator(op.viewer, op.viewer.userId))).toBe('conflict')
    expect(await roleOf(op)).toBe('operator')
    await readmit(op.viewer, second.viewer.userId)
    await unmakeOperator(second.viewer, op.viewer.userId)
    expect(await codeOf(unmakeOperator(second.viewer, second.viewer.userId))).toBe('conflict')
    await unmakeOperator(shell, second.viewer.userId)
    expect(await hasOperator()).toBe(false)
    await makeOperator(shell, op.viewer.userId)
  })

  it.each([
    ['unmake', unmakeOperator],
    ['suspend', suspend],
  ] as const)('is left where two %s each other at one moment', async (_, act) => {
    const two = [await newPerson({ role: 'operator' }), await newPerson({ role: 'operator' })] as const
    await unmakeOperator(two[0].viewer, op.viewer.userId)
    const codes = await Promise.all([
      codeOf(act(two[0].viewer, two[1].viewer.userId)),
      codeOf(act(two[1].viewer, two[0].viewer.userId)),
    ])
    expect(codes.sort()).toEqual(['conflict', null])
    expect(await hasOperator()).toBe(true)
    await makeOperator(shell, op.viewer.userId)
    for (const { viewer } of two) await db().user.update({ where: { id: viewer.userId }, data: { role: 'learner' } })
  })
})

describe('an operator', () => {
  it('who is suspended is out, and comes back as one', async () => {
    const second = await newPerson({ role: 'operator' })
    await suspend(op.viewer, second.viewer.userId)
    expect(await liveSession(second.viewer)).toBeNull()
    await readmit(op.viewer, second.viewer.userId)
    expect((await personById(op.viewer, second.viewer.userId)).role).toBe('operator')
    await unmakeOperator(op.viewer, second.viewer.userId)
  })

  it('ends all sessions of somebody else, not their own, and that is noted', async () => {
    const two = await newPerson()
    expect((await personById(op.viewer, two.viewer.userId)).sessions).toBe(1)
    await endSessionsFor(op.viewer, two.viewer.userId)
    expect(await liveSession(two.viewer)).toBeNull()
    expect(await personById(op.viewer, two.viewer.userId)).toMatchObject({ sessions: 0, suspendedAt: null })
    const { lines } = await readSecurityLog(op.viewer, { userId: two.viewer.userId })
    expect(lines.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['sessions-ended', { ended: 1, by: op.viewer.userId }],
    ])
    expect(await codeOf(endSessionsFor(op.viewer, op.viewer.userId))).toBe('not-allowed')
  })

  it('is told of members only, and as themselves', async () => {
    const guest = await newPerson({ kind: 'guest' })
    for (const id of [guest.viewer.userId, 'nobody', '%', "' OR 1=1 --"]) {
      expect(await codeOf(personById(op.viewer, id))).toBe('not-found')
      expect(await codeOf(makeResetToken(op.viewer, id))).toBe('not-found')
      expect(await codeOf(endSessionsFor(op.viewer, id))).toBe('not-found')
    }
    expect((await personById(op.viewer, op.viewer.userId)).self).toBe(true)
    expect(await codeOf(personById(bob.viewer, bob.viewer.userId))).toBe('not-found')
    expect(await codeOf(listPeople(bob.viewer))).toBe('not-found')
  })
})
