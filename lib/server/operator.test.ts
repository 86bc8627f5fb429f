import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'
import { importText } from './documents.ts'
import type { Refusal } from './errors.ts'
import { changeRules, parseRules, readRules } from './installation.ts'
import { liveSession } from './login-sessions.ts'
import { becomeOperator, hasOperator, operatorToken, shell } from './operator.ts'
import { readPack } from './packs.ts'
import { hashPassword } from './passwords.ts'
import { listPeople, personBy, readmit, suspend } from './people.ts'
import { readSecurityLog } from './security-log.ts'
import { sharedSets, withhold } from './withheld.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
})
afterAll(() => end())

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (thrown: Refusal) => thrown.code,
  )
const PASSWORD = 'fig vine amber'

describe('the first operator', () => {
  it('is whoever opens the newest link with an account, once', async () => {
    expect(await hasOperator()).toBe(false)
    const old = await operatorToken()
    const token = await operatorToken()
    const [ada, bob, guest] = [await newPerson(), await newPerson(), await newPerson({ kind: 'guest' })]
    expect(await codeOf(becomeOperator(guest.viewer, token))).toBe('not-allowed')
    expect(await codeOf(becomeOperator(ada.viewer, old))).toBe('link-over')
    await becomeOperator(ada.viewer, token)
    expect(await hasOperator()).toBe(true)
    expect(await codeOf(becomeOperator(bob.viewer, token))).toBe('link-over')
    expect((await liveSession({ userId: ada.viewer.userId, sessionId: ada.viewer.sessionId }))?.role).toBe('operator')
  })
})

describe('the rules', () => {
  it.each([
    [null],
    [[]],
    [{ signUp: 'sometimes' }],
    [{ constructor: true }],
    [{ library: 'yes' }],
    [{ documentsMax: -1 }],
    [{ megabytesMax: 1.5 }],
    [{ domains: 'school.example' }],
  ])('are not %j', (sent) => expect(() => parseRules(sent)).toThrow())

  it('take mail domains as people write them', () => {
    expect(parseRules({ domains: ['@School.example', 'school.example', ' '] })).toEqual({ domains: ['school.example'] })
    expect(() => parseRules({ domains: ['no domain'] })).toThrow()
  })

  it('change one by one', async () => {
    await changeRules(shell, { signUp: 'invited' })
    await changeRules(shell, { documentsMax: 3 })
    expect(await readRules()).toMatchObject({ signUp: 'invited', documentsMax: 3, library: true })
    await changeRules(shell, { signUp: 'open', documentsMax: 500 })
  })

  it('keep addresses of other domains, and people without one, from signing up', async () => {
    await changeRules(shell, { domains: ['school.example'] })
    expect((await visitor().signUp({ email: 'a@school.example', password: PASSWORD })).status).toBe(201)
    for (const who of [{ email: 'a@notschool.example' }, { email: '', name: 'Someone' }])
      expect((await visitor().signUp({ ...who, password: PASSWORD })).status).toBe(422)
    await changeRules(shell, { domains: [] })
  })

  it('keep guests away only where nobody new may come', async () => {
    await changeRules(shell, { signUp: 'invited' })
    expect((await visitor().enter('guest')).status).toBe(200)
    await changeRules(shell, { signUp: 'closed' })
    expect((await visitor().enter('guest')).status).toBe(403)
    await changeRules(shell, { signUp: 'open' })
  })
})

describe('keeping somebody out', () => {
  it('ends their sessions at once, tells them why when they knock, and can be undone', async () => {
    const email = 'kept-out@example.org'
    const bob = await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    const browser = visitor()
    await browser.enter('password', { email, password: PASSWORD })
    await suspend(shell, bob.viewer.userId)
    expect(await browser.session()).toBeNull()
    expect((await browser.enter('password', { email, password: PASSWORD })).status).toBe(403)
    expect((await browser.enter('password', { email, password: 'not this one' })).status).toBe(401)
    await readmit(shell, bob.viewer.userId)
    expect((await browser.enter('password', { email, password: PASSWORD })).status).toBe(200)
  })

  it('is nothing an operator can do to themselves', async () => {
    const op = await newPerson({ role: 'operator' })
    expect(await codeOf(suspend(op.viewer, op.viewer.userId))).toBe('not-allowed')
  })
})

describe('people', () => {
  it('are found by parts of name or address, guests left out, a page at a time', async () => {
    await newPerson({ name: 'Ìrenë Oak', login: 'ìrenë oak' })
    for (let i = 0; i < 60; i++) await newPerson({ email: `pupil${i}@oak.example` })
    await newPerson({ kind: 'guest' })
    const first = await listPeople(shell, { search: '@OAK.example' })
    expect([first.people.length, first.more]).toEqual([50, true])
    const second = await listPeople(shell, { search: '@oak.example', after: first.people.at(-1)?.id ?? '' })
    expect([second.people.length, second.more]).toEqual([10, false])
    expect((await personBy(shell, 'ÌRENË  oak')).name).toBe('Ìrenë Oak')
    expect(await codeOf(personBy(shell, 'nobody'))).toBe('not-found')
  })
})

const TEXT = `Lighthouses of the coast. The Aldern lighthouse was built in 1871. It stands on Gull Rock. The keeper Mara Finch
served there from 1902 to 1931. The tower is 38 metres high.`

describe('room', () => {
  it('is refused to the text that is one too many, and by size', async () => {
    const { viewer } = await newPerson()
    await changeRules(shell, { documentsMax: 1 })
    await importText(viewer, { text: TEXT, format: 'text' })
    expect(await codeOf(importText(viewer, { text: `${TEXT} More.`, format: 'text' }))).toBe('no-room')
    // The same text again is no further one.
    await importText(viewer, { text: TEXT, format: 'text' })
    await changeRules(shell, { documentsMax: 500, megabytesMax: 0 })
    expect(await codeOf(importText(viewer, { text: `${TEXT} Else.`, format: 'text' }))).toBe('no-room')
    await changeRules(shell, { megabytesMax: 200 })
  })
})

describe('a shared set', () => {
  it('is taken from everyone but its owner, and given back; and the library as a whole', async () => {
    const [owner, learner, stranger] = [await newPerson(), await newPerson(), await newPerson()]
    const { setId } = await importText(owner.viewer, { text: TEXT, format: 'text' })
    await db().questionSet.update({ where: { id: setId }, data: { visibility: 'public' } })
    await db().enrolment.create({ data: { userId: learner.viewer.userId, setId, addedAt: new Date() } })
    const readers = async () =>
      Promise.all([owner, learner, stranger].map(({ viewer }) => codeOf(readPack(viewer, setId, 1))))
    expect(await readers()).toEqual([null, null, null])
    await withhold(shell, setId, true)
    expect(await readers()).toEqual([null, 'not-found', 'not-found'])
    expect((await sharedSets(shell)).sets.map(({ id, learners }) => [id, learners])).toEqual([[setId, 2]])
    await withhold(shell, setId, false)
    await changeRules(shell, { library: false })
    expect(await readers()).toEqual([null, null, 'not-found'])
    await changeRules(shell, { library: true })
    expect(await codeOf(withhold(shell, 'no-such-set', true))).toBe('not-found')
  })
})

describe('the security log', () => {
  it('names who did what to whom, and a shell as a shell', async () => {
    const [op, bob] = [await newPerson({ role: 'operator' }), await newPerson()]
    await suspend(op.viewer, bob.viewer.userId)
    await readmit(shell, bob.viewer.userId)
    const { lines } = await readSecurityLog(op.viewer, { userId: bob.viewer.userId })
    expect(lines.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['readmitted', { by: 'shell' }],
      ['suspended', { by: op.viewer.userId }],
    ])
    expect(await codeOf(readSecurityLog(bob.viewer))).toBe('not-found')
  })
})
