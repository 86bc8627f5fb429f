import { describe, expect, it } from 'vitest'
import type { QuizRules, Running } from '#lib/quiz/index.ts'
import { joinClass } from '#lib/server/classes/join.ts'
import { makeClass } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { mergeGuest } from '#lib/server/merge.ts'
import { readPack } from '#lib/server/packs.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { beginQuiz } from '#lib/server/quizzes/attempt.ts'
import { decideLate } from '#lib/server/quizzes/decide.ts'
import { quizzesDue } from '#lib/server/quizzes/due.ts'
import { editQuiz, extendQuiz } from '#lib/server/quizzes/edit.ts'
import { quizzesIntoLog } from '#lib/server/quizzes/into-log.ts'
import { quizFace, reviewOf } from '#lib/server/quizzes/look.ts'
import { mendQuestion, previewMend, undoMend } from '#lib/server/quizzes/mend.ts'
import { saveAnswers } from '#lib/server/quizzes/save.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { harbourLines, newSet } from '../drafts.ts'
import { NOON } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { expectCacheEqualsLog, post } from './posts.ts'

const refused = (code: string) => expect.objectContaining({ code })
const MINUTE = 60_000

const person = async (name: string, kind: 'member' | 'guest' = 'member'): Promise<Viewer> => {
  const viewer = { ...(await newLearner()), kind }
  await db().user.update({ where: { id: viewer.userId }, data: { kind, name } })
  return viewer
}

const RULES: QuizRules = {
  ...{ limitMinutes: 10, attempts: 1, counts: 'best', pass: 0.5, shuffle: false, draw: null },
  ...{ feedback: 'after', graceSeconds: 60 },
}

type Change = {
  rules?: Partial<QuizRules>
  opensAt?: number | null
  closesAt?: number | null
  draft?: boolean
  hides?: boolean
}

/** Ada's class with Bo and Cy in it, and a quiz of all of a set of Ada's. */
const ground = async ({ rules, opensAt = null, closesAt = null, draft = false, hides = false }: Change = {}) => {
  const [ada, bo, cy] = [await person('Ada'), await person('Bo'), await person('Cy')]
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  for (const one of [bo, cy]) await joinClass(one, { code: joinCode ?? '' })
  const set = await newSet({ ownerId: ada.userId, visibility: 'private' })
  const shown = await db().setQuestion.findMany({
    where: { setVersion: { setId: set.setId } },
    orderBy: { position: 'asc' },
  })
  const questionIds = shown.map(({ questionId }) => questionId)
  const quiz = { kind: 'quiz' as const, setId: set.setId, title: null, questionIds, rules: { ...RULES, ...rules } }
  const classes = [{ classId, opensAt, closesAt }]
  const { assignmentIds } = await assignQuiz(ada, { ...quiz, classes, draft, hides })
  return { ada, bo, cy, classId, code: joinCode ?? '', ...set, questionIds, assignmentId: assignmentIds[0] ?? '' }
}

const KEYS = harbourLines.map(({ answer }) => answer)

/** An answer as a phone sends it. */
const said = (place: number, given: string, elapsedMs: number, more: { counted?: boolean; tell?: boolean } = {}) => ({
  ...{ place, given, elapsedMs, seq: place + 1 + Math.floor(elapsedMs), spentMs: 4_000, counted: true },
  ...more,
})

/** Everything right but what is asked at these places. */
const answersBut = (wrong: readonly number[], running: Running, elapsedMs = 1_000) =>
  running.items.map(({ place }) =>
    said(place, wrong.includes(place) ? 'no idea' : (KEYS[place] ?? ''), elapsedMs + place),
  )

const handIn = (viewer: Viewer, running: Running, wrong: readonly number[], now: number) =>
  saveAnswers(viewer, running.attemptId, { answers: answersBut(wrong, running), handIn: true }, now)

const reviews = async (userId: string) =>
  (await db().entry.findMany({ where: { userId }, orderBy: { serverSeq: 'asc' } })).map(({ kind }) => kind)

export const quizContract = () =>
  describe('a quiz', () => {
    it('is begun, saved, gone on with elsewhere and handed in, and says nothing of a key before that', async () => {
      const { bo, assignmentId, factIds } = await ground()
      const running = await beginQuiz(bo, assignmentId, NOON)
      expect(running).toMatchObject({ number: 1, startedAt: NOON, endsAt: NOON + 10 * MINUTE, given: {} })
      expect(running.items).toHaveLength(factIds.length)
      const first = await saveAnswers(
        bo,
        running.attemptId,
        { answers: [said(0, '1702', 500)], handIn: false },
        NOON + 500,
      )
      expect(first).toMatchObject({ received: [{ place: 0, standing: 'counts' }], told: [], handedInAt: null })
      const again = await beginQuiz(bo, assignmentId, NOON + MINUTE)
      expect(again).toMatchObject({ attemptId: running.attemptId, given: { 0: { given: '1702', told: null } } })
      const face = await quizFace(bo, assignmentId, NOON + MINUTE)
      const review = await reviewOf(bo, running.attemptId, NOON + MINUTE)
      const told = JSON.stringify([running, again, face, review, first])
      // The answer that Bo gave is theirs; no other stands in anything that was sent.
      for (const key of KEYS.slice(1).filter((one) => one.length > 3)) expect(told).not.toContain(key)
      expect(review).toMatchObject({ items: null, score: null })
      await handIn(bo, running, [1, 2], NOON + 2 * MINUTE)
      const done = await reviewOf(bo, running.attemptId, NOON + 2 * MINUTE)
      expect(done.score).toEqual({ points: factIds.length - 2, outOf: factIds.length })
      expect(done.items?.map(({ share }) => share)).toEqual([1, 0, 0, 1, 1, 1])
      expect(done.items?.[1]?.told.pack).toMatchObject({ questions: [{ key: 'Marta Quill' }], facts: [{}] })
      expect(JSON.stringify(done.items?.[1]?.told.pack.documents)).not.toContain('Heron')
      expect(await quizFace(bo, assignmentId, NOON + 3 * MINUTE)).toMatchObject({
        ...{ may: 'used-up', grade: (factIds.length - 2) / factIds.length, underWay: false },
      })
      await expect(beginQuiz(bo, assignmentId, NOON + 3 * MINUTE)).rejects.toEqual(refused('conflict'))
    })

    it('is begun once, however often that is tapped at once', async () => {
      const { bo, assignmentId } = await ground({ rules: { attempts: null } })
      const begun = await Promise.all([1, 2, 3].map(() => beginQuiz(bo, assignmentId, NOON)))
      expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1)
    })

    it('takes the last change of an answer, each once, whatever order they come in', async () => {
      const { bo, assignmentId } = await ground()
      const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
      const send = (answers: ReturnType<typeof said>[]) =>
        saveAnswers(bo, attemptId, { answers, handIn: false }, NOON + MINUTE)
      const [old, fresh] = [said(0, 'old', 1_000), said(0, '1702', 2_000)]
      await send([fresh, old])
      await send([old])
      const { received } = await send([fresh])
      expect(received).toEqual([{ place: 0, seq: fresh.seq, standing: 'counts' }])
      expect(await db().quizAnswer.findMany({ select: { given: true } })).toEqual([{ given: '"1702"' }])
    })

    it('counts what was written in time and came within the grace; the rest is kept, and whoever teaches decides', async () => {
      const { ada, bo, cy, assignmentId } = await ground()
      const end = NOON + 10 * MINUTE
      const running = await beginQuiz(bo, assignmentId, NOON)
      const { attemptId } = running
      await saveAnswers(bo, attemptId, { answers: [said(3, 'no idea', 30_000)], handIn: false }, NOON + 30_000)
      const answers = [
        said(0, '1702', 500_000),
        said(1, 'Marta Quill', 11 * MINUTE),
        said(2, 'Heron', 400_000, { counted: false }),
        said(3, 'Twelve', 580_000, { counted: false }),
      ]
      const saved = await saveAnswers(bo, attemptId, { answers, handIn: true }, end + 30_000)
      expect(saved.handedInAt).toBe(end)
      expect(
        Object.fromEntries(saved.received.map(({ place, seq, standing }) => [`${place} ${seq}`, standing])),
      ).toEqual({
        [`0 ${answers[0]?.seq}`]: 'counts',
        [`1 ${answers[1]?.seq}`]: 'late',
        [`2 ${answers[2]?.seq}`]: 'unsure',
        '3 30004': 'counts',
        [`3 ${answers[3]?.seq}`]: 'unsure',
      })
      const row = () => db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId } })
      expect(await row()).toMatchObject({ points: 1, undecided: 3 })
      await expect(decideLate(bo, { attemptId, place: 1, accept: true })).rejects.toEqual(refused('not-found'))
      await expect(decideLate(cy, { attemptId, place: 1, accept: true })).rejects.toEqual(refused('not-found'))
      await decideLate(ada, { attemptId, place: 3, accept: true })
      await decideLate(ada, { attemptId, place: 1, accept: false })
      expect(await row()).toMatchObject({ points: 2, undecided: 1 })
      await decideLate(ada, { attemptId, place: 3, accept: false })
      expect(await row()).toMatchObject({ points: 1 })
    })

    it('is handed in once: what comes behind that waits for a decision, though it was written in time', async () => {
      const { bo, assignmentId, factIds } = await ground()
      const running = await beginQuiz(bo, assignmentId, NOON)
      await handIn(bo, running, [0], NOON + MINUTE)
      const more = { answers: [said(0, '1702', 2 * MINUTE)], handIn: true }
      const { received, handedInAt } = await saveAnswers(bo, running.attemptId, more, NOON + 2 * MINUTE)
      expect(received.find(({ place, standing }) => place === 0 && standing !== 'counts')?.standing).toBe('unsure')
      expect(handedInAt).toBe(NOON + MINUTE)
      const row = await db().quizAttempt.findUniqueOrThrow({ where: { id: running.attemptId } })
      expect(row).toMatchObject({ points: factIds.length - 1, undecided: 1 })
    })

    it('is handed in by itself at its end, and takes what a dead phone still brings as late', async () => {
      const { bo, assignmentId } = await ground()
      const running = await beginQuiz(bo, assignmentId, NOON)
      await saveAnswers(bo, running.attemptId, { answers: [said(0, '1702', 1_000)], handIn: false }, NOON + 1_000)
      const inGrace = await quizFace(bo, assignmentId, NOON + 10 * MINUTE + 30_000)
      expect(inGrace).toMatchObject({ underWay: true, attempts: [{ handedInAt: null }] })
      const at = NOON + 12 * MINUTE
      expect(await quizFace(bo, assignmentId, at)).toMatchObject({
        ...{ may: 'used-up', underWay: false, attempts: [{ handedInAt: NOON + 10 * MINUTE }] },
      })
      const late = await saveAnswers(bo, running.attemptId, { answers: [said(1, 'Heron', 9_000)], handIn: true }, at)
      expect(late.received).toMatchObject([{ standing: 'counts' }, { place: 1, standing: 'late' }])
      expect(await quizFace(bo, assignmentId, at)).toMatchObject({ attempts: [{ undecided: 1, score: { points: 1 } }] })
    })

    it('opens and closes when it says, and gives more time and attempts to whom they were given', async () => {
      const [opensAt, closesAt] = [NOON + MINUTE, NOON + 20 * MINUTE]
      const { ada, bo, cy, classId, assignmentId } = await ground({ opensAt, closesAt })
      await expect(beginQuiz(bo, assignmentId, NOON)).rejects.toEqual(refused('conflict'))
      const running = await beginQuiz(bo, assignmentId, NOON + 15 * MINUTE)
      expect(running.endsAt).toBe(closesAt)
      const more = { closesAt: closesAt + 30 * MINUTE, extraMinutes: 5, extraAttempts: 1 }
      await expect(extendQuiz(bo, { assignmentId, userId: bo.userId, ...more })).rejects.toEqual(refused('not-found'))
      await extendQuiz(ada, { assignmentId, userId: bo.userId, ...more })
      expect((await beginQuiz(bo, assignmentId, NOON + 16 * MINUTE)).endsAt).toBe(NOON + 30 * MINUTE)
      await handIn(bo, running, [], NOON + 21 * MINUTE)
      expect((await beginQuiz(bo, assignmentId, NOON + 22 * MINUTE)).number).toBe(2)
      await expect(beginQuiz(cy, assignmentId, NOON + 21 * MINUTE)).rejects.toEqual(refused('conflict'))
      const stranger = await person('Di')
      for (const act of [beginQuiz, quizFace])
        await expect(act(stranger, assignmentId, NOON + 15 * MINUTE)).rejects.toEqual(refused('not-found'))
      await expect(extendQuiz(ada, { assignmentId, userId: stranger.userId, ...more })).rejects.toEqual(
        refused('not-found'),
      )
      await db().classMember.delete({ where: { classId_userId: { classId, userId: cy.userId } } })
      await expect(quizFace(cy, assignmentId, NOON)).rejects.toEqual(refused('not-found'))
    })

    it('is seen by nobody who learns while it is a draft, and is previewed as a learner would see it', async () => {
      const { ada, bo, assignmentId, questionIds } = await ground({ draft: true, rules: { draw: 2, shuffle: true } })
      await expect(quizFace(bo, assignmentId)).rejects.toEqual(refused('not-found'))
      await expect(beginQuiz(bo, assignmentId)).rejects.toEqual(refused('not-found'))
      const preview = await beginQuiz(ada, assignmentId, NOON)
      expect(preview).toMatchObject({ number: 0, items: [{}, {}] })
      await saveAnswers(ada, preview.attemptId, { answers: [], handIn: true }, NOON + 1)
      expect((await reviewOf(ada, preview.attemptId, NOON + 1)).items).toHaveLength(2)
      expect(await beginQuiz(ada, assignmentId, NOON + 2)).toMatchObject({ number: 0 })
      expect(await db().quizAttempt.count()).toBe(1)
      const change = { assignmentId, title: 'Harbours', opensAt: null, closesAt: null, draft: false, hides: false }
      const rules = { ...RULES, attempts: 2 }
      await expect(editQuiz(bo, { ...change, rules, questionIds: null })).rejects.toEqual(refused('not-found'))
      await editQuiz(ada, { ...change, rules, questionIds: null })
      const running = await beginQuiz(bo, assignmentId, NOON)
      await editQuiz(ada, { ...change, rules, questionIds: questionIds.slice(0, 3) })
      expect((await beginQuiz(bo, assignmentId, NOON + 1)).items).toHaveLength(questionIds.length)
      await handIn(bo, running, [0], NOON + MINUTE)
      expect((await beginQuiz(bo, assignmentId, NOON + 2 * MINUTE)).items).toHaveLength(3)
      const versions = () => db().quizVersion.count({ where: { assignmentId } })
      expect(await versions()).toBe(3)
      // Other dates are no other quiz, nor are the same questions chosen again.
      await editQuiz(ada, { ...change, rules, closesAt: NOON + MINUTE, questionIds: questionIds.slice(0, 3) })
      expect(await versions()).toBe(3)
    })

    it('tells after each answer where that was wanted, and takes no change of what was told', async () => {
      const { bo, assignmentId } = await ground({ rules: { feedback: 'each' } })
      const { attemptId } = await beginQuiz(bo, assignmentId, NOON)
      const send = (answers: ReturnType<typeof said>[]) =>
        saveAnswers(bo, attemptId, { answers, handIn: false }, NOON + MINUTE)
      expect((await send([said(0, 'no idea', 10)])).told).toEqual([])
      const { told } = await send([said(0, 'no idea', 20, { tell: true })])
      expect(told).toMatchObject([{ place: 0, pack: { questions: [{ key: '1702' }] } }])
      expect((await send([said(0, '1702', 30)])).received).toMatchObject([{ seq: 21 }])
      expect((await beginQuiz(bo, assignmentId, NOON + MINUTE)).given[0]).toMatchObject({
        told: { pack: { questions: [{ key: '1702' }] } },
      })
    })

    it('becomes part of what its learner remembers once it may be told, and no sooner', async () => {
      const closesAt = NOON + 60 * MINUTE
      const { ada, bo, cy, assignmentId, factIds } = await ground({ closesAt, rules: { feedback: 'closed' } })
      const running = await beginQuiz(bo, assignmentId, NOON)
      await handIn(bo, running, [0], NOON + MINUTE)
      expect(await reviewOf(bo, running.attemptId, NOON + 2 * MINUTE)).toMatchObject({ items: null, score: null })
      await quizzesIntoLog(bo.userId, closesAt - 1)
      expect(await reviews(bo.userId)).toEqual([])
      await extendQuiz(ada, {
        ...{ assignmentId, userId: cy.userId, closesAt: closesAt + MINUTE, extraMinutes: 0, extraAttempts: 0 },
      })
      await quizzesIntoLog(bo.userId, closesAt + 1)
      expect(await reviews(bo.userId)).toEqual([])
      const pulled = await post(bo, [], 0, new Date(closesAt + MINUTE))
      expect(pulled.pulled.entries).toMatchObject(
        factIds.map((factId, n) => ({
          ...{ kind: 'review', context: 'quiz', attemptId: running.attemptId, auto: n === 0 ? 'wrong' : 'right' },
          grades: [{ factId, rating: n === 0 ? 1 : 3 }],
        })),
      )
      await quizzesIntoLog(bo.userId, closesAt + 2 * MINUTE)
      expect(await reviews(bo.userId)).toHaveLength(factIds.length)
      await expectCacheEqualsLog(bo)
      expect((await reviewOf(bo, running.attemptId, closesAt + MINUTE)).items).toHaveLength(factIds.length)
    })

    it('is put right after it was answered: shown first, done at once for all, in every log, and taken back', async () => {
      const { ada, bo, cy, assignmentId, questionIds, factIds } = await ground()
      for (const [viewer, wrong] of [
        [bo, [0]],
        [cy, [1]],
      ] as const)
        await handIn(viewer, await beginQuiz(viewer, assignmentId, NOON), wrong, NOON + MINUTE)
      for (const { userId } of [bo, cy]) await quizzesIntoLog(userId, NOON + MINUTE)
      const marks = async () =>
        (await db().quizAttempt.findMany({ orderBy: { id: 'asc' } })).map(({ points, outOf }) => [points, outOf])
      const ofBo = () => db().quizAttempt.findFirstOrThrow({ where: { userId: bo.userId } })
      const all = factIds.length
      const mend = { assignmentId, questionId: questionIds[0] ?? '' }
      const accept = { ...mend, kind: 'accept' as const, answer: 'no idea' }
      expect(await previewMend(ada, accept)).toEqual({
        attempts: 2,
        people: [{ userId: bo.userId, name: 'Bo', before: all - 1, after: all, outOf: all }],
      })
      expect(await marks()).toEqual([
        [all - 1, all],
        [all - 1, all],
      ])
      for (const act of [previewMend, mendQuestion]) await expect(act(bo, accept)).rejects.toEqual(refused('not-found'))
      const { mendId } = await mendQuestion(ada, accept)
      expect(await ofBo()).toMatchObject({ points: all })
      await quizzesIntoLog(bo.userId)
      expect((await reviews(bo.userId)).at(-1)).toBe('regrade')
      await expectCacheEqualsLog(bo)
      const cardOf = () => db().card.findFirstOrThrow({ where: { userId: bo.userId, factId: factIds[0] ?? '' } })
      expect((await cardOf()).state).toBe('review')

      await mendQuestion(ada, { ...mend, kind: 'drop', answer: null })
      expect(await marks()).toEqual([
        [all - 1, all - 1],
        [all - 2, all - 1],
      ])
      await quizzesIntoLog(bo.userId)
      expect((await reviews(bo.userId)).at(-1)).toBe('undo')
      await undoMend(ada, { mendId: (await db().mend.findFirstOrThrow({ where: { kind: 'drop' } })).id })
      await undoMend(ada, { mendId })
      expect(await marks()).toEqual([
        [all - 1, all],
        [all - 1, all],
      ])
      await quizzesIntoLog(bo.userId)
      await expectCacheEqualsLog(bo)
      expect((await cardOf()).state).not.toBe('review')
      await mendQuestion(ada, { ...mend, kind: 'key', answer: 'no idea' })
      expect(await marks()).toEqual([
        [all, all],
        [all - 2, all],
      ])
      await mendQuestion(ada, { ...mend, kind: 'full', answer: null })
      expect(await marks()).toEqual([
        [all, all],
        [all - 1, all],
      ])
      for (const wrong of [
        { ...mend, kind: 'key' as const, answer: ' ' },
        { ...mend, kind: 'accept' as const, answer: null },
      ])
        await expect(mendQuestion(ada, wrong)).rejects.toEqual(refused('cannot-use'))
      await expect(mendQuestion(ada, { ...accept, questionId: 'none' })).rejects.toEqual(refused('not-found'))
    })

    it('keeps what it asks out of its learners’ packs until it has closed, whichever set or version they come by', async () => {
      const now = Date.now()
      const { ada, bo, assignmentId, setId, factIds } = await ground({ closesAt: now + 60 * MINUTE, hides: true })
      await db().enrolment.create({ data: { userId: bo.userId, setId, addedAt: new Date() } })
      const packsOf = async (viewer: Viewer) => (await post(viewer, [], 0, new Date())).pulled.packs
      const [ref] = await packsOf(bo)
      expect(ref?.variant).toBeDefined()
      const pack = JSON.parse((await readPack(bo, setId, 1)).json)
      expect(pack).toMatchObject({ variant: ref?.variant, facts: [], questions: [] })
      expect(JSON.parse((await readPack(ada, setId, 1)).json).facts).toHaveLength(factIds.length)
      await db().assignment.update({ where: { id: assignmentId }, data: { closesAt: new Date(now - 1) } })
      const more = { extraMinutes: 0, extraAttempts: 0 }
      await extendQuiz(ada, { assignmentId, userId: bo.userId, closesAt: now + 60 * MINUTE, ...more })
      expect((await packsOf(bo))[0]?.variant).toBe(ref?.variant)
      await extendQuiz(ada, { assignmentId, userId: bo.userId, closesAt: null, ...more })
      expect((await packsOf(bo))[0]?.variant).toBeUndefined()
      expect(JSON.parse((await readPack(bo, setId, 1)).json).facts).toHaveLength(factIds.length)
    })

    it('comes along when a guest gets an account, behind what that had done at it', async () => {
      const { ada, bo, classId, code, assignmentId } = await ground()
      await db().class.update({ where: { id: classId }, data: { guests: true } })
      const someone = await person('Dee', 'guest')
      await joinClass(someone, { code })
      for (const viewer of [someone, bo])
        await handIn(viewer, await beginQuiz(viewer, assignmentId, NOON), [], NOON + 1)
      await mergeGuest(bo, someone)
      const face = await quizFace(bo, assignmentId, NOON + 2)
      expect(face.attempts.map(({ number }) => number)).toEqual([1, 2])
      expect(await quizFace(ada, assignmentId, NOON + 2)).toMatchObject({ isPreview: true, attempts: [] })
    })

    it('that is for some is not there for the others', async () => {
      const { bo, cy, assignmentId } = await ground()
      await db().assignment.update({ where: { id: assignmentId }, data: { toIds: [cy.userId] } })
      const due = async (viewer: Viewer) => (await quizzesDue(viewer)).map((one) => one.assignmentId)
      expect([await due(bo), await due(cy)]).toEqual([[], [assignmentId]])
      await expect(quizFace(bo, assignmentId)).rejects.toEqual(refused('not-found'))
      expect(await quizFace(cy, assignmentId)).toMatchObject({ may: 'yes' })
    })

    it('has to make sense', async () => {
      await expect(ground({ opensAt: NOON, closesAt: NOON })).rejects.toEqual(refused('cannot-use'))
      await expect(ground({ rules: { feedback: 'closed' } })).rejects.toEqual(refused('cannot-use'))
    })
  })
