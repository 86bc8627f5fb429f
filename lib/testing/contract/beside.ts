import { describe, expect, it } from 'vitest'
import type { QuizRules } from '#lib/quiz/index.ts'
import { classSoFar } from '#lib/server/classes/ahead.ts'
import { assignStudy, changeStudy } from '#lib/server/classes/assign.ts'
import { assignableSets, assignmentsIn } from '#lib/server/classes/assignments.ts'
import { copyClass } from '#lib/server/classes/copy.ts'
import { factsIn } from '#lib/server/classes/facts.ts'
import { gradesIn } from '#lib/server/classes/grades.ts'
import { joinClass } from '#lib/server/classes/join.ts'
import { writeNotice } from '#lib/server/classes/notices.ts'
import { noticesIn } from '#lib/server/classes/notices-read.ts'
import { setFacts } from '#lib/server/classes/set-facts.ts'
import { makeClass, setRole } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { mergeGuest } from '#lib/server/merge.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { beginQuiz } from '#lib/server/quizzes/attempt.ts'
import { quizChoice } from '#lib/server/quizzes/choice.ts'
import { decideLate } from '#lib/server/quizzes/decide.ts'
import { quizzesDue } from '#lib/server/quizzes/due.ts'
import { editQuiz, extendQuiz } from '#lib/server/quizzes/edit.ts'
import { startLiveFrom } from '#lib/server/quizzes/live/from.ts'
import { liveState } from '#lib/server/quizzes/live/state.ts'
import { liveStep } from '#lib/server/quizzes/live/step.ts'
import { quizFace } from '#lib/server/quizzes/look.ts'
import { mendQuestion, undoMend } from '#lib/server/quizzes/mend.ts'
import { quizResults } from '#lib/server/quizzes/results.ts'
import { saveAnswers } from '#lib/server/quizzes/save.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { gradeOf, NOON, reviewOf } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { post } from './posts.ts'

const refused = (code: string) => expect.objectContaining({ code })
const [SECOND, DAY] = [1_000, 86_400_000]
const LATE = NOON + 10 * DAY
const until = { date: '2030-01-15', time: '09:00' }
/** What meets by chance is tried so often. */
const TIMES = 8

const person = async (name: string, kind: 'member' | 'guest' = 'member'): Promise<Viewer> => {
  const viewer = { ...(await newLearner()), kind }
  await db().user.update({ where: { id: viewer.userId }, data: { kind, name } })
  return viewer
}

const RULES: QuizRules = {
  ...{ limitMinutes: 10, attempts: null, counts: 'best', pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after', graceSeconds: 60 },
}

/** Ada's class with Bo and Cy in it, and a set of Ada's. */
const ground = async () => {
  const [ada, bo, cy] = [await person('Ada'), await person('Bo'), await person('Cy')]
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  for (const one of [bo, cy]) await joinClass(one, { code: joinCode ?? '' })
  await db().classMember.updateMany({ where: { classId }, data: { joinedAt: new Date(NOON) } })
  const set = await newSet({ ownerId: ada.userId, visibility: 'private' }, [bo.userId, cy.userId])
  const where = { setVersion: { setId: set.setId } }
  const questions = await db().setQuestion.findMany({ where, orderBy: { position: 'asc' } })
  const questionIds = questions.map(({ questionId }) => questionId)
  const quizOf = async (change: Partial<Parameters<typeof assignQuiz>[1]> = {}) => {
    const { assignmentIds } = await assignQuiz(ada, {
      ...{ kind: 'quiz', setId: set.setId, title: null, questionIds: questionIds.slice(0, 2), rules: RULES },
      ...{ draft: false, hides: false, classes: [{ classId, opensAt: null, closesAt: null }], ...change },
    })
    return assignmentIds[0] ?? ''
  }
  return { ada, bo, cy, classId, code: joinCode ?? '', ...set, questionIds, quizOf }
}

const said = (place: number, given: string, elapsedMs = 2_000) => ({
  ...{ place, given, elapsedMs, seq: place + 1 + elapsedMs, spentMs: 1_000, counted: true },
})
const studied = (viewer: Viewer, factId: string, n = 1) =>
  post(viewer, [reviewOf(n, { grades: [gradeOf(factId, 3)], at: NOON + DAY, durationMs: 20_000 })], 0, new Date(LATE))

/** What an attempt and its answer are marked as. */
const markOf = async (attemptId: string) => {
  const { points, undecided } = await db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId } })
  const answers = await db().quizAnswer.findMany({ where: { attemptId, place: 0 }, orderBy: { late: 'asc' } })
  return { points, undecided, shares: answers.map(({ share }) => share) }
}

export const besideContract = () =>
  describe('of a class', () => {
    it('what is put right while somebody hands in is right for them, and their answer too', async () => {
      const { ada, bo, questionIds, quizOf } = await ground()
      const assignmentId = await quizOf()
      const mend = { assignmentId, questionId: questionIds[0] ?? '', kind: 'accept' as const, answer: 'no idea' }
      for (let n = 0; n < TIMES; n++) {
        const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
        const sent = { answers: [said(0, 'no idea')], handIn: true }
        const both = [mendQuestion(ada, mend), saveAnswers(bo, attemptId, sent, NOON + 3 * SECOND)] as const
        const [{ mendId }] = await Promise.all(both)
        expect(await markOf(attemptId)).toEqual({ points: 1, undecided: 0, shares: [1] })
        await undoMend(ada, { mendId })
      }
    })

    it('what is decided while it is put right counts once, and by both', async () => {
      const { ada, bo, questionIds, quizOf } = await ground()
      const assignmentId = await quizOf()
      const mend = { assignmentId, questionId: questionIds[0] ?? '', kind: 'accept' as const, answer: 'no idea' }
      for (let n = 0; n < TIMES; n++) {
        const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
        const late = said(0, 'no idea', 700 * SECOND)
        await saveAnswers(bo, attemptId, { answers: [late], handIn: true }, NOON + 700 * SECOND)
        const decided = decideLate(ada, { attemptId, place: 0, accept: true })
        const [{ mendId }] = await Promise.all([mendQuestion(ada, mend), decided])
        expect(await markOf(attemptId)).toEqual({ points: 1, undecided: 0, shares: [1] })
        await undoMend(ada, { mendId })
      }
    })

    it('what comes late while an attempt is closed waits for its decision', async () => {
      const { ada, bo, quizOf } = await ground()
      const assignmentId = await quizOf()
      for (let n = 0; n < TIMES; n++) {
        const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
        const late = { answers: [said(0, 'no idea', 650 * SECOND)], handIn: false }
        const at = NOON + 700 * SECOND
        await Promise.all([quizResults(ada, assignmentId, at), saveAnswers(bo, attemptId, late, at)])
        await quizResults(ada, assignmentId, at)
        expect(await markOf(attemptId)).toMatchObject({ points: 0, undecided: 1 })
      }
    })

    it('a round of what is known least asks nothing that a quiz keeps back, nor what was not studied', async () => {
      const { ada, bo, cy, classId, setId, factIds, questionIds, quizOf } = await ground()
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until })
      const closesAt = Date.now() + DAY
      await quizOf({
        ...{ questionIds: questionIds.slice(0, 1), hides: true, rules: { ...RULES, feedback: 'closed' } },
        classes: [{ classId, opensAt: null, closesAt }],
      })
      for (const viewer of [bo, cy]) await studied(viewer, factIds[4] ?? '')
      const { assignmentId } = await startLiveFrom(ada, { classId, setId, factIds: null })
      const { bank } = await db().quizVersion.findFirstOrThrow({ where: { assignmentId } })
      const asked = (bank as unknown as { questions: { factIds: string[] }[] }).questions.flatMap((one) => one.factIds)
      expect(asked).toContain(factIds[4])
      expect(asked).not.toContain(factIds[0])
      const kept = startLiveFrom(ada, { classId, setId, factIds: [factIds[0] ?? ''] })
      await expect(kept).rejects.toEqual(refused('cannot-use'))
    })

    it('what is studied of something set for others is nobody’s business', async () => {
      const { ada, bo, cy, classId, setId, factIds } = await ground()
      const study = { classIds: [classId], setId, sections: null, ...until }
      await assignStudy(ada, { ...study, toIds: [bo.userId] })
      await studied(cy, factIds[0] ?? '')
      const ofCy = async () => (await gradesIn(ada, classId, LATE)).rows.find(({ userId }) => userId === cy.userId)
      expect(await ofCy()).toMatchObject({ cells: [null], spentMs: 0, weekMs: 0, lastDay: null })
      expect(await db().studyStanding.count({ where: { userId: cy.userId } })).toBe(0)
      await assignStudy(ada, { ...study, toIds: [cy.userId] })
      expect(await ofCy()).toMatchObject({ cells: [null, { met: 1 / 6 }], spentMs: 20_000 })
    })

    it('a draft, or what opens later, tells nothing of anybody', async () => {
      const { ada, bo, classId, setId, factIds } = await ground()
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until, draft: true })
      await studied(bo, factIds[0] ?? '')
      const { id: assignmentId } = await db().assignment.findFirstOrThrow()
      const asked = { classId, assignmentId }
      for (const change of [
        { draft: true, opensAt: null },
        { draft: false, opensAt: LATE + DAY },
      ]) {
        await changeStudy(ada, { assignmentId, ...until, ...change })
        expect(await assignmentsIn(ada, classId, LATE)).toMatchObject([{ learners: [] }])
        await expect(factsIn(ada, asked, LATE)).rejects.toEqual(refused('not-found'))
        await expect(classSoFar(ada, asked, LATE)).rejects.toEqual(refused('not-found'))
      }
      await changeStudy(ada, { assignmentId, ...until, draft: false, opensAt: LATE - DAY })
      expect((await classSoFar(ada, asked, LATE)).learners.map(({ histories }) => histories.length)).toEqual([1, 0])
      expect((await db().signal.findFirstOrThrow({ orderBy: { seq: 'desc' } })).topic).toBe('notices')
    })

    it('a round that is over leaves its learners’ list after a week', async () => {
      const { ada, bo, classId, setId, factIds } = await ground()
      const { assignmentId } = await startLiveFrom(ada, { classId, setId, factIds: factIds.slice(0, 1) })
      await liveState(ada, assignmentId)
      await liveStep(ada, { assignmentId, step: 'end', place: 0 })
      const states = async (days: number) => (await quizzesDue(bo, Date.now() + days * DAY)).map(({ state }) => state)
      expect([await states(6), await states(8)]).toEqual([['closed'], []])
    })

    it('a changed rule marks everybody, in the gradebook as in the results', async () => {
      const { ada, bo, classId, quizOf } = await ground()
      const assignmentId = await quizOf()
      for (const given of ['1702', 'no idea']) {
        const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
        await saveAnswers(bo, attemptId, { answers: [said(0, given)], handIn: true }, NOON + 3 * SECOND)
      }
      const marks = async () => [
        (await quizResults(ada, assignmentId)).learners.find(({ userId }) => userId === bo.userId)?.grade,
        (await gradesIn(ada, classId)).rows.find(({ userId }) => userId === bo.userId)?.cells[0],
      ]
      expect(await marks()).toMatchObject([0.5, { mark: 0.5 }])
      const change = { assignmentId, title: null, opensAt: null, closesAt: null, draft: false, hides: false }
      await editQuiz(ada, { ...change, rules: { ...RULES, counts: 'last' }, questionIds: null })
      expect(await marks()).toMatchObject([0, { mark: 0 }])
    })

    it('a second instructor asks of what the class is assigned, here and nowhere else', async () => {
      const { ada, cy, classId, setId, questionIds, quizOf } = await ground()
      await quizOf()
      await setRole(ada, { classId, userId: cy.userId, role: 'instructor' })
      await db().enrolment.deleteMany({ where: { userId: cy.userId } })
      expect((await quizChoice(cy, { classId, setId })).picked).toHaveLength(6)
      expect((await assignableSets(cy, classId)).map((one) => one.setId)).toContain(setId)
      const { classId: own } = await makeClass(cy, { title: 'Mine', note: null })
      expect((await assignableSets(cy, own)).map((one) => one.setId)).not.toContain(setId)
      const dates = { opensAt: null, closesAt: null }
      const both = [classId, own].map((one) => ({ classId: one, ...dates }))
      const quiz = { kind: 'quiz' as const, setId, title: null, questionIds, rules: RULES, draft: false, hides: false }
      await expect(assignQuiz(cy, { ...quiz, classes: both })).rejects.toEqual(refused('not-found'))
      await expect(quizChoice(cy, { classId: own, setId })).rejects.toEqual(refused('not-found'))
      const twice = await assignQuiz(cy, {
        ...quiz,
        classes: [classId, classId].map((one) => ({ classId: one, ...dates })),
      })
      expect(twice.assignmentIds).toHaveLength(1)
    })

    it('whoever taught and learns now begins an attempt of their own, and no preview', async () => {
      const { ada, cy, classId, quizOf } = await ground()
      const assignmentId = await quizOf()
      await setRole(ada, { classId, userId: cy.userId, role: 'assistant' })
      await beginQuiz(cy, assignmentId, NOON)
      await setRole(ada, { classId, userId: cy.userId, role: 'learner' })
      const { attemptId, number } = await beginQuiz(cy, assignmentId, NOON)
      expect(number).toBe(1)
      await saveAnswers(cy, attemptId, { answers: [said(0, '1702')], handIn: true }, NOON + 3 * SECOND)
      expect((await quizFace(cy, assignmentId, NOON + 4 * SECOND)).attempts).toHaveLength(1)
    })

    it('what is for some goes along with a guest’s account, and ends with those whom it was for', async () => {
      const { ada, bo, cy, classId, code, setId, factIds, quizOf } = await ground()
      await db().class.update({ where: { id: classId }, data: { guests: true } })
      const [guest, account] = [await person('Gus', 'guest'), await person('Gus')]
      await joinClass(guest, { code, name: 'Gus' })
      await writeNotice(ada, { classId, text: 'For you', toIds: [guest.userId], assignmentId: null, mail: false })
      await mergeGuest(account, guest)
      expect((await noticesIn(account, classId)).map(({ text }) => text)).toEqual(['For you'])
      const forBo = { setId, sections: null, ...until, toIds: [bo.userId] }
      await assignStudy(ada, { classIds: [classId], ...forBo })
      const quizId = await quizOf({ toIds: [bo.userId] })
      const more = { assignmentId: quizId, closesAt: null, extraMinutes: 5, extraAttempts: 0 }
      await expect(extendQuiz(ada, { ...more, userId: cy.userId })).rejects.toEqual(refused('not-found'))
      await extendQuiz(ada, { ...more, userId: bo.userId })
      const { assignmentId } = await startLiveFrom(ada, { classId, setId, factIds: null, toIds: [bo.userId] })
      const { teaching } = await liveState(ada, assignmentId)
      expect(teaching).toMatchObject({ joinCode: null, forSome: true })
      const copy = await copyClass(ada, { classId })
      expect(await db().assignment.count({ where: { classId: copy.classId } })).toBe(0)
      const { id } = await db().assignment.findFirstOrThrow({ where: { classId, kind: 'study' } })
      await db().classMember.delete({ where: { classId_userId: { classId, userId: bo.userId } } })
      const again = setFacts(ada, { assignmentId: id, factIds: factIds.slice(0, 2), title: 'Again', ...until })
      await expect(again).rejects.toEqual(refused('conflict'))
    })
  })
