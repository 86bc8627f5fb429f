import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { assignStudy } from '#lib/server/classes/assign.ts'
import { noticeForm } from '#lib/server/classes/notice-form.ts'
import { deleteNotice, setLetters, writeNotice } from '#lib/server/classes/notices.ts'
import { noticesIn, readNotices } from '#lib/server/classes/notices-read.ts'
import { peopleInput } from '#lib/server/classes/people-input.ts'
import { classesOf, classOf } from '#lib/server/classes/read.ts'
import { remind } from '#lib/server/classes/remind.ts'
import { enlist } from '#lib/server/classes/roster.ts'
import { changeClass, makeClass, setRole } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { shell } from '#lib/server/operator.ts'
import { suspend } from '#lib/server/people.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { gradeOf, NOON, reviewOf } from '../entries.ts'
import { type Letter, openMailbox } from '../mailbox.ts'
import { newLearner } from '../stage.ts'
import { answer, post } from './posts.ts'

const refused = (code: string) => expect.objectContaining({ code })
const JOINED = new Date(NOON)

const learnerOf = async (classId: string, name: string, email: string | null = null): Promise<Viewer> => {
  const viewer = await newLearner()
  await db().user.update({
    where: { id: viewer.userId },
    data: { name, email, ...(email ? { passwordHash: 'x' } : {}) },
  })
  await db().classMember.create({ data: { classId, userId: viewer.userId, role: 'learner', joinedAt: JOINED } })
  return viewer
}

/** A class that Ada leads, in which Bo and Cy learn; Bo has an e-mail. */
const ground = async () => {
  const ada = await newLearner()
  await db().user.update({ where: { id: ada.userId }, data: { name: 'Ada' } })
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const [bo, cy] = [await learnerOf(classId, 'Bo', 'bo@school.example'), await learnerOf(classId, 'Cy')]
  const write = (text: string, more: Partial<Parameters<typeof writeNotice>[1]> = {}, by = ada) =>
    writeNotice(by, { classId, text, toIds: null, assignmentId: null, mail: false, ...more })
  return { ada, bo, cy, classId, write }
}
const textsOf = async (viewer: Viewer, classId: string) => (await noticesIn(viewer, classId)).map(({ text }) => text)
const unreadOf = async (viewer: Viewer) => (await classesOf(viewer)).map(({ unread }) => unread)
/** As it was written, whichever way it travelled. */
const bodyOf = ({ raw }: Letter): string => raw.replaceAll('=\r\n', '').replaceAll('\r\n', '\n')

export const noticeContract = () =>
  describe('a message to a class', () => {
    it('is read by its learners, the newest first, and counted until it is', async () => {
      const { ada, bo, cy, classId, write } = await ground()
      expect(await write('Bring a pencil.\n\nAnd a ruler.')).toMatchObject({ to: 2, mail: null })
      const { noticeId } = await write('Only for Bo.', { toIds: [bo.userId] })
      expect(await textsOf(bo, classId)).toEqual(['Only for Bo.', 'Bring a pencil.\n\nAnd a ruler.'])
      expect(await textsOf(cy, classId)).toEqual(['Bring a pencil.\n\nAnd a ruler.'])
      expect([await unreadOf(bo), await unreadOf(cy), await unreadOf(ada)]).toEqual([[2], [1], [0]])
      expect(await noticesIn(bo, classId)).toMatchObject([
        { author: 'Ada', unread: true, told: null, mayDelete: false },
        { unread: true },
      ])
      await readNotices(bo, { classId, noticeId })
      expect(await unreadOf(bo)).toEqual([0])
      const [, first] = await noticesIn(bo, classId)
      await readNotices(bo, { classId, noticeId: first?.noticeId ?? '' })
      expect((await noticesIn(bo, classId)).map(({ unread }) => unread)).toEqual([false, false])
      expect((await noticesIn(ada, classId)).map(({ told }) => told)).toEqual([
        { to: 1, mailed: null },
        { to: null, mailed: null },
      ])
      expect(await db().signal.count({ where: { classId, topic: 'notices' } })).toBe(2)
    })

    it('can be read by whoever came later, to whom it is not new', async () => {
      const { classId, write } = await ground()
      await write('Welcome.')
      const dee = await learnerOf(classId, 'Dee')
      await db().classMember.updateMany({
        where: { userId: dee.userId },
        data: { joinedAt: new Date(Date.now() + 1_000) },
      })
      expect(await noticesIn(dee, classId)).toMatchObject([{ text: 'Welcome.', unread: false }])
      expect(await unreadOf(dee)).toEqual([0])
    })

    it('is written by those who teach, and taken back by its author or who leads', async () => {
      const { ada, bo, cy, classId, write } = await ground()
      const stranger = await newLearner()
      await expect(write('Hello.', {}, bo)).rejects.toEqual(refused('not-allowed'))
      await expect(write('Hello.', {}, stranger)).rejects.toEqual(refused('not-found'))
      await expect(noticesIn(stranger, classId)).rejects.toEqual(refused('not-found'))
      await expect(noticeForm(bo, classId)).rejects.toEqual(refused('not-found'))
      await setRole(ada, { classId, userId: bo.userId, role: 'assistant' })
      const [hers, his] = [await write('Hers.'), await write('His.', {}, bo)]
      expect((await noticesIn(bo, classId)).map(({ mayDelete }) => mayDelete)).toEqual([true, false])
      await expect(deleteNotice(cy, hers)).rejects.toEqual(refused('not-allowed'))
      await expect(deleteNotice(stranger, hers)).rejects.toEqual(refused('not-found'))
      await expect(deleteNotice(bo, hers)).rejects.toEqual(refused('not-allowed'))
      await deleteNotice(ada, his)
      await deleteNotice(ada, hers)
      expect(await noticesIn(bo, classId)).toEqual([])
    })

    it('goes to learners of the class alone, about what they can see, while it goes on', async () => {
      const { ada, bo, classId, write } = await ground()
      const other = await makeClass(ada, { title: 'Reefs', note: null })
      const dee = await learnerOf(other.classId, 'Dee')
      await expect(write('x', { toIds: [bo.userId, dee.userId] })).rejects.toEqual(refused('not-found'))
      await expect(write('x', { toIds: [ada.userId] })).rejects.toEqual(refused('not-found'))
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      const quiz = { setId, kind: 'quiz' as const }
      const elsewhere = await db().assignment.create({ data: { ...quiz, classId: other.classId } })
      const draft = await db().assignment.create({ data: { ...quiz, classId, draft: true } })
      const later = await db().assignment.create({ data: { ...quiz, classId, opensAt: new Date(Date.now() + 60_000) } })
      await expect(write('x', { assignmentId: elsewhere.id })).rejects.toEqual(refused('not-found'))
      for (const { id } of [draft, later])
        await expect(write('x', { assignmentId: id })).rejects.toEqual(refused('conflict'))
      await changeClass(ada, { classId, archived: true })
      await expect(write('x')).rejects.toEqual(refused('conflict'))
      expect(await db().notice.count()).toBe(0)
    })

    it('is one of so many an hour, and needs somebody to read it', async () => {
      const { ada, write } = await ground()
      const { classId } = await makeClass(ada, { title: 'Empty', note: null })
      await expect(write('x', { classId })).rejects.toEqual(refused('conflict'))
      for (let nth = 0; nth < 11; nth++) await write('Again.')
      await expect(write('Again.')).rejects.toEqual(refused('too-many'))
      expect(await db().notice.count()).toBe(11)
    })

    it('takes no input that is none, and plain text as it was typed', () => {
      const sent = {
        classId: 'c',
        text: ' Dear all,\r\n\r\n<b>hello</b> ',
        toIds: null,
        assignmentId: null,
        mail: true,
      }
      expect(peopleInput('notice', sent).text).toBe('Dear all,\n\n<b>hello</b>')
      expect(peopleInput('notice', { ...sent, text: 'x'.repeat(2_000) }).text).toHaveLength(2_000)
      for (const wrong of [
        { text: ' \n' },
        { text: 'x'.repeat(2_001) },
        { text: 'a\u0000b' },
        { toIds: [] },
        { mail: 1 },
      ])
        expect(() => peopleInput('notice', { ...sent, ...wrong })).toThrow(refused('bad-request'))
    })

    describe('reminds', () => {
      it('whoever has met nothing of what is to be studied', async () => {
        const { ada, bo, cy, classId } = await ground()
        const [dee, ed] = [await learnerOf(classId, 'Dee'), await learnerOf(classId, 'Ed')]
        const { setId, factIds } = await newSet({ ownerId: ada.userId, visibility: 'private' })
        await assignStudy(ada, { classIds: [classId], setId, sections: null, date: '2030-03-20', time: '09:00' })
        const { id: assignmentId } = await db().assignment.findFirstOrThrow()
        await expect(remind(bo, { assignmentId })).rejects.toEqual(refused('not-allowed'))
        const [first = ''] = factIds
        await post(bo, [answer(1, first, 3, NOON + 5_000)])
        await post(dee, [answer(2, first, 3, NOON - 5_000)])
        await post(ed, [reviewOf(3, { at: NOON + 5_000, grades: [gradeOf(first, 3)], context: 'practice' })])
        expect(await remind(ada, { assignmentId })).toMatchObject({ to: 3, mail: null })
        expect((await noticesIn(cy, classId))[0]).toMatchObject({
          about: { assignmentId, kind: 'study' },
          unread: true,
        })
        expect((await noticesIn(cy, classId))[0]?.text).toMatch(/20 March 2030/)
        expect(await noticesIn(bo, classId)).toEqual([])
        for (const [nth, each] of [cy, dee, ed].entries()) await post(each, [answer(9 + nth, first, 3, NOON + 9_000)])
        await expect(remind(ada, { assignmentId })).rejects.toEqual(refused('conflict'))
      })

      it('whoever has not handed in, of those whom a quiz is for', async () => {
        const { ada, bo, cy, classId } = await ground()
        const dee = await learnerOf(classId, 'Dee')
        const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
        const toIds = [bo.userId, cy.userId]
        const quiz = await db().assignment.create({ data: { classId, setId, kind: 'quiz', title: 'Ebb', toIds } })
        const live = await db().assignment.create({ data: { classId, setId, kind: 'live' } })
        const version = await db().quizVersion.create({
          data: { assignmentId: quiz.id, version: 1, rules: {}, bank: {} },
        })
        const attempt = { assignmentId: quiz.id, versionId: version.id, order: [], startedAt: JOINED }
        const handedInAt = JOINED
        await db().quizAttempt.create({ data: { ...attempt, userId: bo.userId, number: 1, handedInAt } })
        await db().quizAttempt.create({ data: { ...attempt, userId: cy.userId, number: 0, handedInAt } })
        await db().quizAttempt.create({ data: { ...attempt, userId: cy.userId, number: 1 } })
        expect(await remind(ada, { assignmentId: quiz.id })).toMatchObject({ to: 1 })
        expect(await textsOf(cy, classId)).toEqual([expect.stringContaining('“Ebb”')])
        expect([await textsOf(bo, classId), await textsOf(dee, classId)]).toEqual([[], []])
        await expect(remind(ada, { assignmentId: live.id })).rejects.toEqual(refused('bad-request'))
        expect((await noticeForm(ada, classId)).assigned).toEqual([
          { assignmentId: quiz.id, kind: 'quiz', title: 'Ebb' },
        ])
      })
    })

    describe('by e-mail', () => {
      let mailbox: Awaited<ReturnType<typeof openMailbox>>
      beforeEach(async () => {
        mailbox = await openMailbox()
        vi.stubEnv('FOOTNOTE_SMTP_URL', mailbox.url)
        vi.stubEnv('FOOTNOTE_MAIL_FROM', 'Footnote <footnote@learn.example>')
        vi.stubEnv('FOOTNOTE_URL', 'https://learn.example')
      })
      afterEach(async () => {
        vi.unstubAllEnvs()
        vi.restoreAllMocks()
        await mailbox.close()
      })

      it('is a letter for each, to who has an address and has been here with it', async () => {
        const { ada, bo, cy, classId, write } = await ground()
        const out = await learnerOf(classId, 'Out', 'out@school.example')
        await suspend(shell, out.userId)
        await learnerOf(classId, 'Eve', 'eve@school.example')
        await enlist(ada, { classId, rows: [{ name: 'Not Here', email: 'never@school.example' }] })
        expect((await noticeForm(ada, classId)).byMail).toBe(2)
        expect(await write('Bring a pencil.\n\nAnd <b>a ruler</b>.', { mail: true })).toMatchObject({
          ...{ to: 5, mail: { sent: 2, of: 2, going: false } },
        })
        expect(mailbox.letters.map(({ to }) => to).sort()).toEqual([['bo@school.example'], ['eve@school.example']])
        for (const letter of mailbox.letters) {
          expect(letter.raw).toMatch(/^Subject: Tides: a message from Ada\r$/m)
          expect(letter.raw).toMatch(/^Content-Type: text\/plain/m)
          expect(letter.raw).not.toContain('text/html')
          expect(bodyOf(letter)).toContain(`Bring a pencil.\n\nAnd <b>a ruler</b>.\n\nAda, Tides\n`)
          expect(bodyOf(letter)).toContain(`\nhttps://learn.example/classes/${classId}\n`)
        }
        expect((await noticesIn(ada, classId))[0]?.told).toEqual({ to: null, mailed: 2 })
        await write('Not by e-mail.')
        expect(mailbox.letters).toHaveLength(2)
        // Who wants none gets none, here alone, and reads it all the same.
        expect((await classOf(bo, classId)).letters).toBe(true)
        expect((await classOf(cy, classId)).letters).toBeNull()
        await setLetters(bo, { classId, on: false })
        expect((await classOf(bo, classId)).letters).toBe(false)
        await expect(setLetters(await newLearner(), { classId, on: false })).rejects.toEqual(refused('not-found'))
        expect(await write('Once more.', { mail: true })).toMatchObject({ to: 5, mail: { of: 1 } })
        expect(mailbox.letters.slice(2).map(({ to }) => to)).toEqual([['eve@school.example']])
        expect((await noticesIn(bo, classId))[0]?.text).toBe('Once more.')
      })

      it('tells what could not be sent, and the message stands all the same', async () => {
        const said = vi.spyOn(console, 'error').mockImplementation(() => {})
        const { ada, bo, classId, write } = await ground()
        await learnerOf(classId, 'Fay', 'refused@school.example')
        mailbox.refuses.add('refused@school.example')
        expect((await write('One.', { mail: true })).mail).toEqual({ sent: 1, of: 2, going: false })
        expect(said).toHaveBeenCalledTimes(1)
        await mailbox.close()
        expect((await write('Two.', { mail: true })).mail).toEqual({ sent: 0, of: 2, going: false })
        expect((await noticesIn(ada, classId)).map(({ text, told }) => [text, told?.mailed])).toEqual([
          ['Two.', 0],
          ['One.', 1],
        ])
        expect(await textsOf(bo, classId)).toEqual(['Two.', 'One.'])
      })

      it('gives up on a mail server that is down before it has tried every address', async () => {
        const said = vi.spyOn(console, 'error').mockImplementation(() => {})
        const { classId, write } = await ground()
        for (let nth = 0; nth < 40; nth++) await learnerOf(classId, `P${nth}`, `p${nth}@school.example`)
        await mailbox.close()
        expect((await write('Hello.', { mail: true })).mail).toEqual({ sent: 0, of: 41, going: false })
        expect(said.mock.calls.length).toBeLessThan(20)
      })
    })
  })
