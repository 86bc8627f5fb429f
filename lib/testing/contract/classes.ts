import { describe, expect, it } from 'vitest'
import { assignStudy, changeStudy, dropAssignment } from '#lib/server/classes/assign.ts'
import { assignedIn, assignmentsIn } from '#lib/server/classes/assignments.ts'
import { copyClass } from '#lib/server/classes/copy.ts'
import { eventsIn } from '#lib/server/classes/events.ts'
import { classInput } from '#lib/server/classes/input.ts'
import { joinClass, joinPage } from '#lib/server/classes/join.ts'
import { classesOf, classOf } from '#lib/server/classes/read.ts'
import { changeClass, deleteClass, leaveClass, makeClass, removeMember, setRole } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { mergeGuest } from '#lib/server/merge.ts'
import { deleteAccount } from '#lib/server/own-account.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { gradeOf, NOON, numberedId, reviewOf, undoOf } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, post } from './posts.ts'

const refused = (code: string) => expect.objectContaining({ code })

const member = async (name: string): Promise<Viewer> => {
  const viewer = { ...(await newLearner()), kind: 'member' as const }
  await db().user.update({ where: { id: viewer.userId }, data: { kind: 'member', name } })
  return viewer
}
const guest = async (): Promise<Viewer> => {
  const viewer = { ...(await newLearner()), kind: 'guest' as const }
  await db().user.update({ where: { id: viewer.userId }, data: { kind: 'guest', name: null } })
  return viewer
}

/** A class that Ada leads, with its code. */
const ground = async () => {
  const ada = await member('Ada')
  const { classId } = await makeClass(ada, { title: 'Tides', note: 'Spring' })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  return { ada, classId, code: joinCode ?? '' }
}

export const classContract = () =>
  describe('a class', () => {
    it('is led by whoever made it, and joined by its code, however that is typed', async () => {
      const { ada, classId, code } = await ground()
      const bo = await member('Bo')
      const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
      expect(await joinPage(typed)).toMatchObject({ classId, title: 'Tides', note: 'Spring', teachers: ['Ada'] })
      await joinClass(bo, { code: typed })
      await joinClass(bo, { code })
      const view = await classOf(ada, classId)
      expect(view.teaching?.members.map(({ name, role }) => [name, role])).toEqual([
        ['Ada', 'instructor'],
        ['Bo', 'learner'],
      ])
      expect(await classesOf(bo)).toMatchObject([{ classId, role: 'learner', learners: 1, archived: false }])
    })

    it('shows a learner who leads it and nothing of the others, and to strangers it is not there', async () => {
      const { classId, code } = await ground()
      const [bo, stranger] = [await member('Bo'), await member('Cy')]
      await joinClass(bo, { code })
      expect(await classOf(bo, classId)).toMatchObject({ teachers: ['Ada'], learners: 1, teaching: null })
      await expect(classOf(stranger, classId)).rejects.toEqual(refused('not-found'))
      for (const act of [changeClass, copyClass, deleteClass, leaveClass] as const)
        await expect(act(stranger, { classId })).rejects.toEqual(refused('not-found'))
      for (const act of [changeClass, copyClass, deleteClass] as const)
        await expect(act(bo, { classId })).rejects.toEqual(refused('not-allowed'))
    })

    it('takes guests only where it says so, and by a name, which stays theirs when they get an account', async () => {
      const { ada, classId, code } = await ground()
      const someone = await guest()
      await expect(joinClass(someone, { code, name: 'Dee' })).rejects.toEqual(refused('not-allowed'))
      await changeClass(ada, { classId, guests: true })
      await expect(joinClass(someone, { code })).rejects.toEqual(refused('cannot-use'))
      await joinClass(someone, { code, name: 'Dee' })
      const view = await classOf(ada, classId)
      expect(view.teaching?.members[1]).toMatchObject({ name: 'Dee', isGuest: true, role: 'learner' })
      const dee = await member('Dee Moor')
      await mergeGuest(dee, someone)
      expect((await classOf(ada, classId)).teaching?.members[1]).toMatchObject({ name: 'Dee Moor', isGuest: false })
      await expect(makeClass(await guest(), { title: 'x', note: null })).rejects.toEqual(refused('not-allowed'))
    })

    it('always has somebody who leads it', async () => {
      const { ada, classId, code } = await ground()
      const bo = await member('Bo')
      await joinClass(bo, { code })
      const adas = { classId, userId: ada.userId }
      await expect(leaveClass(ada, { classId })).rejects.toEqual(refused('conflict'))
      await expect(setRole(ada, { ...adas, role: 'learner' })).rejects.toEqual(refused('conflict'))
      await expect(removeMember(ada, adas)).rejects.toEqual(refused('conflict'))
      await setRole(ada, { classId, userId: bo.userId, role: 'instructor' })
      await leaveClass(ada, { classId })
      expect(await classesOf(ada)).toEqual([])
      expect((await classOf(bo, classId)).teachers).toEqual(['Bo'])
    })

    it('lets an assistant take learners out, and nobody else', async () => {
      const { ada, classId, code } = await ground()
      const [bo, cy] = [await member('Bo'), await member('Cy')]
      for (const one of [bo, cy]) await joinClass(one, { code })
      await expect(removeMember(bo, { classId, userId: cy.userId })).rejects.toEqual(refused('not-allowed'))
      await setRole(ada, { classId, userId: bo.userId, role: 'assistant' })
      await expect(removeMember(bo, { classId, userId: ada.userId })).rejects.toEqual(refused('not-allowed'))
      await expect(setRole(bo, { classId, userId: cy.userId, role: 'assistant' })).rejects.toEqual(
        refused('not-allowed'),
      )
      await removeMember(bo, { classId, userId: cy.userId })
      await expect(removeMember(bo, { classId, userId: cy.userId })).rejects.toEqual(refused('not-found'))
      expect(await classesOf(cy)).toEqual([])
    })

    it('is joined by nobody once it is over or closed, and gets another code when it opens', async () => {
      const { ada, classId, code } = await ground()
      await changeClass(ada, { classId, open: false })
      await expect(joinPage(code)).rejects.toEqual(refused('not-found'))
      await changeClass(ada, { classId, open: true, title: 'Tides II', note: '' })
      const view = await classOf(ada, classId)
      expect(view).toMatchObject({ title: 'Tides II', note: null })
      expect(view.teaching?.joinCode).not.toBe(code)
      await changeClass(ada, { classId, archived: true })
      await expect(joinPage(view.teaching?.joinCode ?? '')).rejects.toEqual(refused('not-found'))
      expect(await classesOf(ada)).toMatchObject([{ archived: true }])
    })

    it('is copied with those who teach it and no learners, and goes with the account that alone led it', async () => {
      const { ada, classId, code } = await ground()
      const [bo, cy] = [await member('Bo'), await member('Cy')]
      for (const one of [bo, cy]) await joinClass(one, { code })
      await setRole(ada, { classId, userId: bo.userId, role: 'assistant' })
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      await assignStudy(ada, { classIds: [classId], setId, sections: ['Later'], date: '2026-03-20', time: '09:00' })
      const copy = await copyClass(ada, { classId })
      const copied = await db().assignment.findMany({ where: { classId: copy.classId } })
      expect(copied).toMatchObject([{ setId, kind: 'study', sections: ['Later'], draft: true }])
      const view = await classOf(ada, copy.classId)
      expect(view.teaching?.members.map(({ name }) => name).sort()).toEqual(['Ada', 'Bo'])
      await deleteAccount(ada, 'delete')
      expect(await db().class.count()).toBe(0)
      expect(await db().classMember.count()).toBe(0)
    })

    const until = { date: '2026-03-20', time: '09:00' }
    const sync = async (viewer: Viewer) => (await post(viewer, [], 0)).pulled

    it('is assigned a set that its learners then study, whoever comes later too, and each phone is told until when', async () => {
      const { ada, classId, code } = await ground()
      const [bo, cy] = [await member('Bo'), await member('Cy')]
      await joinClass(bo, { code })
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until })
      await joinClass(cy, { code })
      for (const learner of [bo, cy]) {
        const { packs, assignments } = await sync(learner)
        expect(packs.map((ref) => ref.setId)).toEqual([setId])
        expect(assignments).toMatchObject([{ classTitle: 'Tides', setId, sections: null, ...until }])
        expect(await assignedIn(learner, classId)).toMatchObject([{ setId, ...until }])
        await expect(assignmentsIn(learner, classId)).rejects.toEqual(refused('not-found'))
      }
      expect((await sync(ada)).assignments).toEqual([])
      const [first] = await assignmentsIn(ada, classId)
      await expect(dropAssignment(bo, { assignmentId: first?.assignmentId ?? '' })).rejects.toEqual(
        refused('not-allowed'),
      )
      await dropAssignment(ada, { assignmentId: first?.assignmentId ?? '' })
      expect((await sync(bo)).assignments).toEqual([])
      expect((await sync(bo)).packs).toHaveLength(1)
    })

    it('shows a draft to nobody who learns until its day is set, and what opens later once that has come', async () => {
      const { ada, classId, code } = await ground()
      const bo = await member('Bo')
      await joinClass(bo, { code })
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until, draft: true })
      expect(await sync(bo)).toMatchObject({ packs: [], assignments: [] })
      const [first] = await assignmentsIn(ada, classId)
      expect(first).toMatchObject({ draft: true, ...until })
      const change = { assignmentId: first?.assignmentId ?? '', date: '2026-03-27', time: '10:00', draft: false }
      await expect(changeStudy(bo, { ...change, opensAt: null })).rejects.toEqual(refused('not-allowed'))
      await changeStudy(ada, { ...change, opensAt: Date.now() + 60_000 })
      expect((await post(bo, [], 0, new Date())).pulled).toMatchObject({ packs: [], assignments: [] })
      const { packs, assignments } = (await post(bo, [], 0, new Date(Date.now() + 61_000))).pulled
      expect(packs.map((ref) => ref.setId)).toEqual([setId])
      expect(assignments).toMatchObject([{ setId, date: '2026-03-27', time: '10:00' }])
    })

    it('notes what was done and by whom, for those who teach it, and forgets a name with its account', async () => {
      const { ada, classId, code } = await ground()
      const other = await makeClass(ada, { title: 'Reefs', note: null })
      const [bo, cy] = [await member('Bo'), await member('Cy')]
      for (const one of [bo, cy, cy]) await joinClass(one, { code })
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      await assignStudy(ada, { classIds: [classId, other.classId], setId, sections: null, ...until })
      await setRole(ada, { classId, userId: bo.userId, role: 'assistant' })
      await removeMember(bo, { classId, userId: cy.userId })
      await expect(eventsIn(cy, classId)).rejects.toEqual(refused('not-found'))
      const told = async () => (await eventsIn(bo, classId)).map(({ kind, actor, user }) => [kind, actor, user])
      expect(await told()).toEqual([
        ['removed', 'Bo', 'Cy'],
        ['role', 'Ada', 'Bo'],
        ['assigned', 'Ada', null],
        ['joined', 'Cy', null],
        ['joined', 'Bo', null],
        ['made', 'Ada', null],
      ])
      expect((await eventsIn(ada, other.classId)).map(({ kind }) => kind)).toEqual(['assigned', 'made'])
      await deleteAccount(cy, 'delete')
      expect((await told())[0]).toEqual(['removed', 'Bo', null])
    })

    it('lets nobody assign what they cannot see', async () => {
      const { ada, classId } = await ground()
      const other = await member('Bo')
      const { setId } = await newSet({ ownerId: other.userId, visibility: 'private' })
      const input = { classIds: [classId], setId, sections: null, ...until }
      await expect(assignStudy(ada, input)).rejects.toEqual(refused('not-found'))
      await expect(assignStudy(other, input)).rejects.toEqual(refused('not-found'))
      expect(await db().assignment.count()).toBe(0)
    })

    it('shows who teaches it what learners would recall, from their answers in what is assigned since they joined', async () => {
      const { ada, classId, code } = await ground()
      const bo = await member('Bo')
      const { setId, factIds } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      const elsewhere = await newSet({}, [bo.userId])
      await joinClass(bo, { code })
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until })
      await db().classMember.updateMany({ data: { joinedAt: new Date(NOON) } })
      const [first = '', second = '', third = ''] = factIds
      await post(bo, [
        answer(1, first, 3, NOON - 5_000),
        answer(2, second, 3, NOON + 5_000),
        answer(3, third, 3, NOON + 6_000),
        undoOf(4, numberedId(3), { at: NOON + 7_000 }),
        reviewOf(5, { at: NOON + 8_000, grades: [gradeOf(third, 3)], context: 'practice' }),
        answer(6, elsewhere.factIds[0] ?? '', 3, NOON + 9_000),
      ])
      const [told] = await assignmentsIn(ada, classId, NOON + 86_400_000)
      expect(told).toMatchObject({ facts: factIds.length, sections: null, ...until })
      expect(told?.learners).toMatchObject([{ userId: bo.userId, answers: 1, met: 1 / factIds.length }])
      const [learner] = told?.learners ?? []
      expect(learner?.today).toBeGreaterThan(0.8 / factIds.length)
      expect(learner?.due).toBeLessThan(learner?.today ?? 0)
      await post(bo, [answer(7, second, 1, NOON + 10_000)])
      const [again] = await assignmentsIn(ada, classId, NOON + 86_400_000)
      expect(again?.learners).toEqual([{ ...learner, answers: 2 }])
    })

    it('takes no input that is none', () => {
      for (const sent of [null, {}, { title: '' }, { title: '  ', note: null }, { title: 'a\nb', note: null }])
        expect(() => classInput('make', sent)).toThrow(refused('bad-request'))
      const whole = { classIds: ['c'], setId: 's', sections: null, ...until }
      expect(classInput('assign', whole)).toEqual(whole)
      for (const wrong of [{ date: '2026-02-30' }, { time: '9:00' }, { classIds: [] }, { sections: [] }])
        expect(() => classInput('assign', { ...whole, ...wrong })).toThrow(refused('bad-request'))
      expect(() => classInput('role', { classId: 'c', userId: 'u', role: 'owner' })).toThrow(refused('bad-request'))
      expect(classInput('make', { title: ' Tides ', note: '' })).toEqual({ title: 'Tides', note: '' })
    })
  })
