import { describe, expect, it } from 'vitest'
import { assignStudy } from '#lib/server/classes/assign.ts'
import { takeUpOpened } from '#lib/server/classes/assigned.ts'
import { eventsIn } from '#lib/server/classes/events.ts'
import { peopleInput } from '#lib/server/classes/people-input.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { enlist, lookRoster } from '#lib/server/classes/roster.ts'
import { awaitedIn, makeSlips } from '#lib/server/classes/slips.ts'
import { changeClass, deleteClass, makeClass, removeMember, setRole } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { changeRules } from '#lib/server/installation.ts'
import { enterByLink } from '#lib/server/link-entry.ts'
import { issue } from '#lib/server/one-time.ts'
import { shell } from '#lib/server/operator.ts'
import { rename } from '#lib/server/own-account.ts'
import { resetPassword } from '#lib/server/reset.ts'
import { plainLogin } from '#lib/server/sign-up-form.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { newLearner } from '../stage.ts'

const refused = (code: string) => expect.objectContaining({ code })
const CALLER = { address: '203.0.113.7', userAgent: 'a test' }
const PASSWORD = 'harbour lantern moss'
const DAY_MS = 86_400_000

const named = async (name: string, email: string | null = null): Promise<Viewer> => {
  const viewer = await newLearner()
  await db().user.update({ where: { id: viewer.userId }, data: { name, email } })
  return viewer
}

/** A class that Ada leads. */
const ground = async () => {
  const ada = await named('Ada')
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  return { ada, classId }
}
const people = (...names: string[]) => names.map((name) => ({ name, email: null }))
const idsOf = (awaited: readonly { userId: string }[]) => awaited.map(({ userId }) => userId)

export const rosterContract = () =>
  describe('a roster', () => {
    it('makes accounts that nobody can sign in to, learners of the class, who study what it was assigned', async () => {
      const { ada, classId } = await ground()
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      const due = { date: '2030-01-15', time: '09:00' }
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...due })
      const [quiz, draft] = [await newSet({ ownerId: ada.userId }), await newSet({ ownerId: ada.userId })]
      await db().assignment.create({ data: { classId, setId: quiz.setId, kind: 'quiz' } })
      await db().assignment.create({ data: { classId, setId: draft.setId, kind: 'study', draft: true } })
      const rows = [...people('Mila Novak', 'Zoë Łącka'), { name: 'Tom Reed', email: 'Tom@School.example' }]
      expect(await lookRoster(ada, { classId, rows })).toEqual([
        { name: 'Mila Novak', email: null, login: 'mila.novak', problem: null },
        { name: 'Zoë Łącka', email: null, login: 'zoe.lacka', problem: null },
        { name: 'Tom Reed', email: 'tom@school.example', login: 'tom.reed', problem: null },
      ])
      expect(await db().user.count({ where: { login: { not: null } } })).toBe(0)
      expect(await enlist(ada, { classId, rows })).toEqual({ made: 3 })
      expect((await classOf(ada, classId)).learners).toBe(3)
      const accounts = await db().user.findMany({ where: { login: { not: null } }, select: { id: true } })
      // What they are to study they take up when they first come.
      for (const { id: userId } of accounts)
        await takeUpOpened({ userId, kind: 'member', role: 'learner', sessionId: 'first' }, new Date())
      const made = await db().user.findMany({
        where: { login: { not: null } },
        include: { links: true, enrolments: true },
      })
      for (const { kind, role, passwordHash, login, links, enrolments } of made) {
        expect([kind, role, passwordHash, links.length]).toEqual(['member', 'learner', null, 0])
        expect(plainLogin(login ?? '')).toBe(login)
        const studied = enrolments.map((each) => each.setId)
        expect(studied).toContain(setId)
        for (const other of [quiz, draft]) expect(studied).not.toContain(other.setId)
      }
      expect((await eventsIn(ada, classId))[0]).toMatchObject({ kind: 'enrolled', actor: 'Ada', detail: { number: 3 } })
      expect(await db().signal.count({ where: { classId, topic: 'roster' } })).toBe(1)
    })

    it('says row by row what is in the way, makes the others, and links nobody’s account', async () => {
      const { ada, classId } = await ground()
      await named('Somebody', 'has@school.example')
      await db().user.create({ data: { kind: 'member', login: 'mila.novak', name: 'mila.novak', passwordHash: 'x' } })
      await enlist(ada, { classId, rows: people('Bo Lind') })
      const rows = [
        ...people('Mila Novak', '  ', 'bo  lind', 'Mila  NOVAK'),
        { name: 'Eve', email: 'HAS@school.example' },
        { name: 'Fay', email: 'no address' },
        { name: 'x'.repeat(81), email: null },
        { name: 'Mila Novak', email: 'mila@school.example' },
      ]
      const looked = await lookRoster(ada, { classId, rows })
      expect(looked.map(({ login, problem }) => login ?? problem)).toEqual([
        ...['mila.novak2', 'empty', 'inClass', 'double', 'hasAccount', 'email', 'long', 'double'],
      ])
      expect(await enlist(ada, { classId, rows })).toEqual({ made: 1 })
      expect(await db().classMember.count({ where: { classId } })).toBe(3)
      expect(await enlist(ada, { classId, rows })).toEqual({ made: 0 })
    })

    it('finds names for many of one name, whoever has them', async () => {
      const { ada, classId } = await ground()
      const taken = Array.from({ length: 30 }, (_, nth) => (nth === 0 ? 'jan.kot' : `jan.kot${nth + 1}`))
      await db().user.createMany({ data: taken.map((login) => ({ kind: 'member' as const, login })) })
      const rows = ['a', 'b', 'c'].map((each) => ({ name: 'Jan Kot', email: `${each}@school.example` }))
      const logins = (await lookRoster(ada, { classId, rows })).map(({ login }) => login)
      expect(new Set(logins).size).toBe(3)
      for (const login of logins) expect(taken).not.toContain(login)
    })

    it('is for who teaches the class, where anybody may make an account, or an operator', async () => {
      const { ada, classId } = await ground()
      const other = await named('Olga')
      const hers = await makeClass(other, { title: 'Reefs', note: null })
      await enlist(ada, { classId, rows: people('Bo Lind') })
      const [bo] = await awaitedIn(ada, classId)
      const rows = people('Cy')
      const asBo: Viewer = { ...ada, userId: bo?.userId ?? '' }
      for (const act of [lookRoster, enlist] as const) {
        await expect(act(other, { classId, rows })).rejects.toEqual(refused('not-found'))
        await expect(act(asBo, { classId, rows })).rejects.toEqual(refused('not-allowed'))
      }
      await expect(awaitedIn(other, classId)).rejects.toEqual(refused('not-found'))
      await expect(awaitedIn(asBo, classId)).rejects.toEqual(refused('not-allowed'))
      const userIds = [bo?.userId ?? '']
      await expect(makeSlips(other, { classId, userIds })).rejects.toEqual(refused('not-found'))
      await expect(makeSlips(other, { classId: hers.classId, userIds })).rejects.toEqual(refused('not-found'))
      await expect(makeSlips(asBo, { classId, userIds })).rejects.toEqual(refused('not-allowed'))

      await changeRules(shell, { signUp: 'invited' })
      await expect(enlist(ada, { classId, rows })).rejects.toEqual(refused('sign-up-closed'))
      expect(await enlist({ ...ada, role: 'operator' }, { classId, rows })).toEqual({ made: 1 })
      await changeRules(shell, { signUp: 'open', domains: ['school.example'] })
      const mixed = [
        ...people('Di'),
        { name: 'Ed', email: 'ed@elsewhere.example' },
        { name: 'Flo', email: 'flo@school.example' },
      ]
      const looked = await lookRoster(ada, { classId, rows: mixed })
      expect(looked.map(({ problem }) => problem)).toEqual(['domain', 'domain', null])
      await changeClass(ada, { classId, archived: true })
      await expect(enlist(ada, { classId, rows })).rejects.toEqual(refused('conflict'))
    })

    it('gives an assistant as much as an instructor', async () => {
      const { ada, classId } = await ground()
      const bo = await named('Bo')
      await db().classMember.create({ data: { classId, userId: bo.userId, role: 'learner', joinedAt: new Date() } })
      await setRole(ada, { classId, userId: bo.userId, role: 'assistant' })
      expect(await enlist(bo, { classId, rows: people('Cy') })).toEqual({ made: 1 })
      expect(await makeSlips(bo, { classId, userIds: idsOf(await awaitedIn(bo, classId)) })).toHaveLength(1)
    })

    it('brings each learner in by a slip, once, with a password that nobody else knows', async () => {
      const { ada, classId } = await ground()
      await enlist(ada, { classId, rows: people('Mila Novak', 'Tom Reed') })
      const awaited = await awaitedIn(ada, classId)
      expect(awaited.map(({ login, until }) => [login, until])).toEqual([
        ['mila.novak', null],
        ['tom.reed', null],
      ])
      const now = new Date()
      const slips = await makeSlips(ada, { classId, userIds: idsOf(awaited) }, now)
      const until = now.getTime() + 14 * DAY_MS
      expect(slips.map((slip) => [slip.login, slip.until])).toEqual([
        ['mila.novak', until],
        ['tom.reed', until],
      ])
      const kept = JSON.stringify([await db().oneTimeLink.findMany(), await db().securityEvent.findMany()])
      for (const { code } of slips) {
        expect(code).toMatch(/^[A-Z2-9]{12}$/)
        expect(kept).not.toContain(code)
      }
      const [mila, tom] = slips
      const typed = (mila?.code ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')
      await resetPassword(null, typed, PASSWORD, CALLER)
      await expect(resetPassword(null, typed, PASSWORD, CALLER)).rejects.toEqual(refused('link-over'))
      expect((await awaitedIn(ada, classId)).map(({ login }) => login)).toEqual(['tom.reed'])

      // Made anew for whoever has not been in: the slip from before is over.
      const again = await makeSlips(ada, { classId, userIds: idsOf(awaited) })
      expect(again.map(({ login }) => login)).toEqual(['tom.reed'])
      await expect(resetPassword(null, tom?.code ?? '', PASSWORD, CALLER)).rejects.toEqual(refused('link-over'))
      expect(await db().oneTimeLink.count({ where: { userId: mila?.userId ?? '', usedAt: null } })).toBe(0)
      await expect(makeSlips(ada, { classId, userIds: [mila?.userId ?? ''] })).rejects.toEqual(refused('conflict'))
      const late = new Date(now.getTime() - 15 * DAY_MS)
      const [old] = await makeSlips(ada, { classId, userIds: [tom?.userId ?? ''] }, late)
      await expect(resetPassword(null, old?.code ?? '', PASSWORD, CALLER)).rejects.toEqual(refused('link-over'))
      const told = await db().securityEvent.findMany({ where: { kind: 'link-made' }, orderBy: { id: 'asc' } })
      expect(told.map(({ detail }) => detail)).toMatchObject([{ for: 'slips', accounts: 2 }, {}, {}])
    })

    it('never lets anybody have an account again that its owner has been in by another way, however long ago', async () => {
      const { ada, classId } = await ground()
      await enlist(ada, { classId, rows: [{ name: 'Mila', email: 'mila@school.example' }] })
      const [mila] = await awaitedIn(ada, classId)
      const { token } = await issue('entry', { email: 'mila@school.example', userId: mila?.userId ?? '' })
      await enterByLink(null, token, CALLER)
      await db().loginSession.deleteMany({})
      expect(await awaitedIn(ada, classId)).toEqual([])
      await expect(makeSlips(ada, { classId, userIds: [mila?.userId ?? ''] })).rejects.toEqual(refused('conflict'))
      expect((await db().user.findUniqueOrThrow({ where: { id: mila?.userId ?? '' } })).passwordHash).toBeNull()
    })

    it('gives nobody a slip who came by themselves, guests neither', async () => {
      const { ada, classId } = await ground()
      const [guest, member] = [await named('Gus'), await named('Mo', 'mo@school.example')]
      await db().user.update({ where: { id: guest.userId }, data: { kind: 'guest' } })
      for (const { userId } of [guest, member])
        await db().classMember.create({ data: { classId, userId, role: 'learner', joinedAt: new Date() } })
      for (const { userId } of [guest, member, ada])
        await expect(makeSlips(ada, { classId, userIds: [userId] })).rejects.toEqual(
          refused(userId === ada.userId ? 'not-found' : 'conflict'),
        )
      expect((await db().user.findUniqueOrThrow({ where: { id: guest.userId } })).kind).toBe('guest')
    })

    it('leaves the name to sign in with as it is when its owner takes another name', async () => {
      const { ada, classId } = await ground()
      await enlist(ada, { classId, rows: people('Mila Novak') })
      const [mila] = await awaitedIn(ada, classId)
      const viewer: Viewer = { ...ada, userId: mila?.userId ?? '' }
      await rename(viewer, 'Mila N.')
      expect(await db().user.findUniqueOrThrow({ where: { id: viewer.userId } })).toMatchObject({
        ...{ name: 'Mila N.', login: 'mila.novak' },
      })
    })

    it('takes back an account that nobody has been in with its place in the class, and no other', async () => {
      const { ada, classId } = await ground()
      await enlist(ada, { classId, rows: people('Bo', 'Cy', 'Di', 'Ed') })
      const [bo, cy, di] = await awaitedIn(ada, classId)
      const slips = await makeSlips(ada, { classId, userIds: [bo?.userId ?? '', di?.userId ?? ''] })
      await resetPassword(null, slips[0]?.code ?? '', PASSWORD, CALLER)
      for (const one of [bo, cy]) await removeMember(ada, { classId, userId: one?.userId ?? '' })
      const left = async () =>
        (await db().user.findMany({ orderBy: { login: 'asc' } })).flatMap(({ login }) => login ?? [])
      expect(await left()).toEqual(['bo', 'di', 'ed'])
      await deleteClass(ada, { classId })
      expect(await left()).toEqual(['bo'])
      expect(await db().oneTimeLink.count({ where: { usedAt: null } })).toBe(0)
    })

    it('takes five hundred rows at once and no more, and a class of them gets its slips', async () => {
      const { ada, classId } = await ground()
      const rows = people(...Array.from({ length: 500 }, (_, nth) => `Pupil ${nth}`))
      expect(peopleInput('roster', { classId, rows })).toEqual({ classId, rows })
      expect(() => peopleInput('roster', { classId, rows: [...rows, ...people('One')] })).toThrow(
        refused('bad-request'),
      )
      expect(await enlist(ada, { classId, rows })).toEqual({ made: 500 })
      const slips = await makeSlips(ada, { classId, userIds: idsOf(await awaitedIn(ada, classId)) })
      expect(new Set(slips.map(({ code }) => code)).size).toBe(500)
      for (let nth = 0; nth < 5; nth++) await lookRoster(ada, { classId, rows })
      await expect(lookRoster(ada, { classId, rows })).rejects.toEqual(refused('too-many'))
    })

    it('takes no input that is none', () => {
      for (const sent of [
        null,
        { classId: 'c' },
        { classId: 'c', rows: [] },
        { classId: 'c', rows: [{ name: 1, email: null }] },
      ])
        expect(() => peopleInput('roster', sent)).toThrow(refused('bad-request'))
      for (const sent of [{ classId: 'c', userIds: [] }, { classId: 'c', userIds: [''] }, { userIds: ['u'] }])
        expect(() => peopleInput('slips', sent)).toThrow(refused('bad-request'))
    })
  })
