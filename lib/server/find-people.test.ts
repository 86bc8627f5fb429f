import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { findMembers } from './find-people.ts'
import { shell } from './operator.ts'
import { listPeople } from './people.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
  await newPerson({ email: 'zaneta@example.org', name: 'Żaneta Ślęk' })
  await newPerson({ email: 'a_b@example.org', name: '100% Ada' })
  await newPerson({ email: 'axb@example.org', name: 'O’Hara \\ "Bo"' })
  await newPerson({ login: 'łucja', name: 'ŁUCJA' })
  await newPerson({ kind: 'guest', name: 'Żaneta, a guest' })
})
afterAll(() => end())

const found = async (search: string) =>
  (await listPeople(shell, { search })).people.map(({ name, email }) => email ?? name).reverse()

describe('members', () => {
  it.each([
    ['żaneta', ['zaneta@example.org']],
    ['ŻANETA', ['zaneta@example.org']],
    ['śl', ['zaneta@example.org']],
    ['ślęk', ['zaneta@example.org']],
    ['łucja', ['ŁUCJA']],
    ['ADA', ['a_b@example.org']],
    [' A_B@Example.org ', ['a_b@example.org']],
    ['a_b', ['a_b@example.org']],
    ['100%', ['a_b@example.org']],
    ['%', ['a_b@example.org']],
    ['_', ['a_b@example.org']],
    ['\\', ['axb@example.org']],
    ['"', ['axb@example.org']],
    ["' OR '1'='1", []],
    ['\'; DROP TABLE "User"; --', []],
    ['\0ada', ['a_b@example.org']],
    ['x'.repeat(10_000), []],
    ['%'.repeat(254), []],
  ])('are found by %j as it stands', async (search, names) => expect(await found(search)).toEqual(names))

  it('come a page at a time, after one who is not among them too', async () => {
    const all = await findMembers('example.org', 10)
    expect(all).toHaveLength(3)
    const [first = '', second = ''] = all
    expect(await findMembers('example.org', 1, first)).toEqual([second])
    const between = (await listPeople(shell)).people.map(({ id }) => id)
    expect(await findMembers('example.org', 10, between[0])).toEqual(all)
    expect(await findMembers('example.org', 10, '')).toEqual([])
  })
})
