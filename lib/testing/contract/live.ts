import { describe, expect, it } from 'vitest'
import { LIVE_RULES, type LiveStep, type QuizRules } from '#lib/quiz/index.ts'
import { assignStudy } from '#lib/server/classes/assign.ts'
import { leastKnown } from '#lib/server/classes/facts.ts'
import { gradesIn } from '#lib/server/classes/grades.ts'
import { joinClass } from '#lib/server/classes/join.ts'
import { makeClass } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { keepHouse } from '#lib/server/housekeeping.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { beginQuiz } from '#lib/server/quizzes/attempt.ts'
import { editQuiz } from '#lib/server/quizzes/edit.ts'
import { quizzesIntoLog } from '#lib/server/quizzes/into-log.ts'
import { itemsOf } from '#lib/server/quizzes/items.ts'
import { liveAnswer } from '#lib/server/quizzes/live/answer.ts'
import { startLiveFrom } from '#lib/server/quizzes/live/from.ts'
import { liveState } from '#lib/server/quizzes/live/state.ts'
import { liveStep } from '#lib/server/quizzes/live/step.ts'
import { reviewOf } from '#lib/server/quizzes/look.ts'
import { mendQuestion } from '#lib/server/quizzes/mend.ts'
import { quizResults, quizzesIn } from '#lib/server/quizzes/results.ts'
import { saveAnswers } from '#lib/server/quizzes/save.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { harbourLines, newSet } from '../drafts.ts'
import { NOON } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, expectCacheEqualsLog, post } from './posts.ts'

const refused = (code: string) => expect.objectContaining({ code })
const SECOND = 1_000
const DAY = 86_400_000
const KEYS = harbourLines.map(({ answer }) => answer)

const person = async (name: string): Promise<Viewer> => {
  const viewer = await newLearner()
  await db().user.update({ where: { id: viewer.userId }, data: { name } })
  return viewer
}

const newClass = async (teacher: Viewer, learners: readonly Viewer[]): Promise<string> => {
  const { classId } = await makeClass(teacher, { title: 'Tides', note: null })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  for (const one of learners) await joinClass(one, { code: joinCode ?? '' })
  return classId
}

/** Ada's class with Bo, Cy and Di in it, and a live round of the first three facts of a set of hers. */
const ground = async ({ rules = {}, draft = false }: { rules?: Partial<QuizRules>; draft?: boolean } = {}) => {
  const [ada, bo, cy, di] = [await person('Ada'), await person('Bo'), await person('Cy'), await person('Di')]
  const classId = await newClass(ada, [bo, cy, di])
  const set = await newSet({ ownerId: ada.userId, visibility: 'private' })
  const shown = await db().setQuestion.findMany({
    where: { setVersion: { setId: set.setId } },
    orderBy: { position: 'asc' },
  })
  const questionIds = shown.slice(0, 3).map(({ questionId }) => questionId)
  const { assignmentIds } = await assignQuiz(ada, {
    ...{ kind: 'live', setId: set.setId, title: null, questionIds, draft, hides: false },
    ...{ rules: { ...LIVE_RULES, ...rules }, classes: [{ classId, opensAt: null, closesAt: null }] },
  })
  const assignmentId = assignmentIds[0] ?? ''
  const step = (to: LiveStep, place: number, now: number, viewer = ada) =>
    liveStep(viewer, { assignmentId, step: to, place }, now)
  const look = (viewer: Viewer, now = NOON) => liveState(viewer, assignmentId, now)
  const say = (viewer: Viewer, place: number, given: string, now: number) =>
    liveAnswer(viewer, { assignmentId, place, given }, now)
  return { ada, bo, cy, di, classId, ...set, questionIds, assignmentId, step, look, say }
}

const marks = async () => {
  const rows = await db().quizAttempt.findMany({ include: { user: { select: { name: true } } } })
  return Object.fromEntries(rows.map(({ user, points, outOf }) => [user.name, [points, outOf]]))
}

export const liveContract = () =>
  describe('a live round', () => {
    it('is answered together, by who comes late too, and nobody learns what is right before it is shown to all', async () => {
      const { ada, bo, cy, di, step, look, say, assignmentId, factIds } = await ground()
      expect(await look(bo)).toMatchObject({ open: false, phase: 'waiting', questions: 3, item: null })
      expect(await look(ada)).toMatchObject({ open: true, phase: 'waiting', teaching: { present: 0 } })
      const told: unknown[] = [await look(bo), await look(cy)]
      expect(await look(ada)).toMatchObject({ teaching: { present: 2 } })

      await step('start', 0, NOON)
      told.push(await look(bo, NOON))
      expect(told.at(-1)).toMatchObject({
        ...{ phase: 'asking', place: 0, questions: 3, own: null, told: null, results: null, teaching: null },
        item: { place: 0, form: 'cloze', stem: 'The harbour of Anset opened in ____.' },
      })
      told.push(await say(bo, 0, 'no idea', NOON + 2 * SECOND), await look(bo, NOON + 2 * SECOND))
      expect(told.at(-1)).toMatchObject({ own: { given: 'no idea', share: null } })
      expect(await look(ada)).toMatchObject({ results: null, teaching: { present: 2, answered: 1, wrong: [] } })
      for (const key of KEYS.filter((one) => one.length > 3)) expect(JSON.stringify(told)).not.toContain(key)

      await say(bo, 0, '1702', NOON + 3 * SECOND)
      await say(cy, 0, 'Never', NOON + 4 * SECOND)
      await step('show', 0, NOON + 9 * SECOND)
      for (const viewer of [bo, cy])
        await expect(say(viewer, 0, '1702', NOON + 9 * SECOND)).rejects.toEqual(refused('conflict'))
      const seen = await look(bo, NOON + 9 * SECOND)
      expect(seen).toMatchObject({
        ...{ phase: 'shown', own: { given: '1702', share: 1 }, results: { answered: 2, right: 1, options: [] } },
        told: { pack: { questions: [{ key: '1702' }], facts: [{}] } },
      })
      for (const key of KEYS.slice(1).filter((one) => one.length > 3)) expect(JSON.stringify(seen)).not.toContain(key)
      expect(await look(ada)).toMatchObject({ teaching: { wrong: [{ text: 'Never', count: 1 }] } })

      // Di comes late, and has what is asked from here on.
      await step('next', 0, NOON + 20 * SECOND)
      expect(await look(di, NOON + 21 * SECOND)).toMatchObject({ phase: 'asking', place: 1, own: null })
      await expect(say(di, 0, '1702', NOON + 21 * SECOND)).rejects.toEqual(refused('conflict'))
      for (const viewer of [bo, cy, di]) await say(viewer, 1, 'Marta Quill', NOON + 22 * SECOND)
      await step('show', 1, NOON + 30 * SECOND)
      await step('next', 1, NOON + 31 * SECOND)
      await say(di, 2, 'Heron', NOON + 32 * SECOND)
      await say(cy, 2, 'Stork', NOON + 32 * SECOND)
      expect(await db().quizAttempt.count({ where: { handedInAt: { not: null } } })).toBe(0)
      await step('end', 2, NOON + 40 * SECOND)
      expect(await marks()).toEqual({ Bo: [2, 3], Cy: [1, 3], Di: [2, 3] })
      const mine = await look(bo, NOON + 41 * SECOND)
      expect(mine).toMatchObject({ phase: 'over', item: null, told: null, score: { points: 2, outOf: 3 } })
      expect((await look(ada)).teaching?.overview.map(({ answered, right }) => [answered, right])).toEqual([
        ...[
          [2, 1],
          [3, 3],
          [2, 1],
        ],
      ])
      const review = await reviewOf(bo, mine.score?.attemptId ?? '', NOON + 41 * SECOND)
      expect(review.items?.map(({ given, share }) => [given, share])).toEqual([
        ['1702', 1],
        ['Marta Quill', 1],
        [null, 0],
      ])

      await quizzesIntoLog(bo.userId, NOON + 50 * SECOND)
      const entries = await db().entry.findMany({ where: { userId: bo.userId }, orderBy: { serverSeq: 'asc' } })
      expect(entries.map(({ body }) => JSON.parse(body))).toMatchObject(
        [0, 1].map((n) => ({ kind: 'review', context: 'quiz', auto: 'right', grades: [{ factId: factIds[n] }] })),
      )
      await expectCacheEqualsLog(bo)
      await mendQuestion(ada, {
        ...{ assignmentId, questionId: (await firstQuestion(assignmentId)).id, kind: 'accept', answer: 'Never' },
      })
      expect(await marks()).toMatchObject({ Cy: [2, 3] })
    })

    it('takes a step once, however often it is tapped, and never one back', async () => {
      const { ada, bo, step, look, say } = await ground()
      await look(ada)
      await look(bo)
      await step('show', 0, NOON)
      expect(await look(bo)).toMatchObject({ phase: 'waiting' })
      await Promise.all([step('start', 0, NOON), step('start', 0, NOON)])
      await say(bo, 0, '1702', NOON + SECOND)
      await step('show', 0, NOON + 2 * SECOND)
      expect(await step('show', 0, NOON + 2 * SECOND)).toMatchObject({ phase: 'shown', place: 0 })
      await Promise.all([step('next', 0, NOON + 3 * SECOND), step('next', 0, NOON + 3 * SECOND)])
      expect(await step('start', 0, NOON + 4 * SECOND)).toMatchObject({ phase: 'asking', place: 1 })
      expect(await step('end', 0, NOON + 4 * SECOND)).toMatchObject({ phase: 'asking', place: 1 })
      expect(await step('end', 1, NOON + 5 * SECOND)).toMatchObject({ phase: 'over' })
      expect(await step('end', 1, NOON + 6 * SECOND)).toMatchObject({ phase: 'over' })
      const [attempt] = await db().quizAttempt.findMany()
      expect(attempt).toMatchObject({ points: 1, outOf: 2, handedInAt: new Date(NOON + 5 * SECOND) })
    })

    it('ends by itself where its leader has forgotten it, as of the last step, and not before it has started', async () => {
      const { ada, bo, cy, step, look, say, assignmentId, classId } = await ground()
      const hours = (n: number) => NOON + n * 3_600 * SECOND
      await look(ada)
      for (const viewer of [bo, cy]) await look(viewer)
      await keepHouse(new Date(hours(20)))
      expect(await look(bo)).toMatchObject({ phase: 'waiting' })
      await step('start', 0, NOON)
      await say(bo, 0, '1702', NOON + SECOND)
      await step('show', 0, NOON + 9 * SECOND)
      await quizResults(ada, assignmentId, hours(12))
      expect(await look(bo)).toMatchObject({ phase: 'shown' })
      await gradesIn(ada, classId, hours(13))
      expect(await look(bo)).toMatchObject({ phase: 'over', score: { points: 1, outOf: 1 } })
      expect(await marks()).toEqual({ Bo: [1, 1], Cy: [0, 1] })
      const [attempt] = await db().quizAttempt.findMany()
      expect(attempt?.handedInAt).toEqual(new Date(NOON + 9 * SECOND))
    })

    it('counts for nobody what the bell cut off, and gives no mark where nothing was asked', async () => {
      const { ada, bo, step, look, say, assignmentId } = await ground()
      await look(ada)
      await look(bo)
      await step('start', 0, NOON)
      await say(bo, 0, '1702', NOON + SECOND)
      const over = await step('end', 0, NOON + 2 * SECOND)
      expect(over).toMatchObject({ phase: 'over', questions: 1 })
      expect(over.teaching?.overview).toEqual([{ stem: expect.any(String), answered: 1, right: 1 }])
      expect((await look(bo)).score).toMatchObject({ points: 1, outOf: 1 })
      expect((await itemsOf(ada, assignmentId)).whole).toMatchObject({ takers: 1, items: 1 })
      const none = await ground()
      await none.look(none.ada)
      await none.look(none.bo)
      await none.step('end', 0, NOON)
      expect(await none.look(none.bo)).toMatchObject({ phase: 'over', score: null })
      const { learners } = await quizResults(none.ada, none.assignmentId)
      expect(learners.map(({ grade }) => grade)).toEqual([null, null, null])
    })

    it('is told of by signals: where it is to all of its class, who came to those who teach', async () => {
      const { ada, bo, cy, step, look, say } = await ground()
      const topics = async () =>
        (await db().signal.findMany({ orderBy: { seq: 'asc' } })).map(({ topic }) => topic).slice(before)
      const before = await db().signal.count()
      await look(ada)
      for (const viewer of [bo, cy, bo, ada]) await look(viewer)
      await step('start', 0, NOON)
      for (const viewer of [bo, cy]) await say(viewer, 0, '1702', NOON + SECOND)
      await step('end', 0, NOON + 2 * SECOND)
      expect(await topics()).toEqual(['live', 'attempts', 'attempts', 'live', 'live', 'attempts'])
    })

    it('is nobody’s who is not in its class, is led by those who teach, and answered by those who learn', async () => {
      const { ada, bo, di, classId, setId, assignmentId, factIds, step, look, say } = await ground()
      const [stranger, other] = [await person('Eve'), await person('Fay')]
      const otherClass = await newClass(stranger, [other])
      await look(ada)
      await step('start', 0, NOON)
      for (const viewer of [stranger, other]) {
        await expect(look(viewer)).rejects.toEqual(refused('not-found'))
        await expect(say(viewer, 0, '1702', NOON)).rejects.toEqual(refused('not-found'))
        await expect(step('show', 0, NOON, viewer)).rejects.toEqual(refused('not-found'))
      }
      await expect(step('show', 0, NOON, bo)).rejects.toEqual(refused('not-found'))
      await expect(say(ada, 0, '1702', NOON)).rejects.toEqual(refused('not-allowed'))
      const from = { classId, setId, factIds: factIds.slice(0, 2) }
      await expect(startLiveFrom(bo, from)).rejects.toEqual(refused('not-allowed'))
      await expect(startLiveFrom(stranger, from)).rejects.toEqual(refused('not-found'))
      await expect(startLiveFrom(stranger, { ...from, classId: otherClass })).rejects.toEqual(refused('not-found'))
      const where = { classId_userId: { classId, userId: di.userId } }
      await db().classMember.update({ where, data: { role: 'assistant' } })
      expect(await step('show', 0, NOON, di)).toMatchObject({ phase: 'shown', teaching: {} })
      await db().classMember.delete({ where })
      await expect(look(di)).rejects.toEqual(refused('not-found'))

      const attemptId = (await look(bo)) && (await db().quizAttempt.findFirstOrThrow()).id
      await expect(saveAnswers(bo, attemptId, { answers: [], handIn: true })).rejects.toEqual(refused('conflict'))
      await expect(beginQuiz(bo, assignmentId)).rejects.toEqual(refused('not-found'))
    })

    it('is started from facts that somebody picked', async () => {
      const { ada, classId, setId, factIds } = await ground()
      const made = await startLiveFrom(ada, { classId, setId, factIds: [factIds[4] ?? '', factIds[1] ?? ''] })
      expect(await liveState(ada, made.assignmentId)).toMatchObject({ phase: 'waiting', questions: 2 })
      const started = await liveStep(ada, { ...made, step: 'start', place: 0 })
      expect(started.item?.stem).toBe('Its lock was built by ____.')
      await expect(startLiveFrom(ada, { classId, setId, factIds: ['none'] })).rejects.toEqual(refused('cannot-use'))
    })

    it('is started for some learners, of what they know least, also by a second instructor who has not the set', async () => {
      const { ada, bo, cy, di, classId, setId, factIds, assignmentId } = await ground()
      const study = { classIds: [classId], setId, sections: null, date: '2030-01-15', time: '09:00' }
      await assignStudy(ada, study)
      const [first = '', second = ''] = factIds
      const joinedAt = new Date(NOON - DAY)
      await db().classMember.updateMany({ where: { classId }, data: { joinedAt } })
      await post(bo, [answer(1, second, 4), answer(2, first, 3)], 0, new Date(NOON + DAY))
      await db().classMember.update({
        where: { classId_userId: { classId, userId: di.userId } },
        data: { role: 'instructor' },
      })
      await db().enrolment.deleteMany({ where: { userId: di.userId } })
      const known = { classId, setId, userIds: [bo.userId] }
      expect(await leastKnown(known, NOON + DAY)).toEqual([first, second, ...factIds.slice(2)])
      const toIds = [bo.userId]
      const round = await startLiveFrom(di, { classId, setId, factIds: null, toIds })
      expect(await liveState(di, round.assignmentId)).toMatchObject({ phase: 'waiting', questions: factIds.length })
      expect(await liveState(bo, round.assignmentId)).toMatchObject({ open: true })
      await expect(liveState(cy, round.assignmentId)).rejects.toEqual(refused('not-found'))
      expect((await quizResults(ada, round.assignmentId)).learners.map(({ userId }) => userId)).toEqual(toIds)
      const lines = await quizzesIn(ada, classId)
      expect(lines.find((one) => one.assignmentId === round.assignmentId)?.learners).toBe(1)
      expect(lines.find((one) => one.assignmentId === assignmentId)?.learners).toBe(2)
      const stranger = await person('Eve')
      const asked = startLiveFrom(ada, { classId, setId, factIds: null, toIds: [stranger.userId] })
      await expect(asked).rejects.toEqual(refused('not-found'))
      const elsewhere = await newClass(stranger, [])
      await expect(startLiveFrom(stranger, { classId: elsewhere, setId, factIds })).rejects.toEqual(
        refused('not-found'),
      )
    })

    it('counts down and gives half as much for what comes late, where that is wanted', async () => {
      const { ada, bo, cy, di, step, look, say, assignmentId } = await ground({
        rules: { limitSeconds: 20, speed: true },
      })
      await look(ada)
      await step('start', 0, NOON)
      for (const viewer of [bo, cy, di]) await look(viewer, NOON)
      expect(await look(bo, NOON)).toMatchObject({ until: NOON + 20 * SECOND })
      await say(bo, 0, '1702', NOON + 10 * SECOND)
      await say(cy, 0, '1702', NOON + 21 * SECOND)
      await expect(say(di, 0, '1702', NOON + 23 * SECOND)).rejects.toEqual(refused('conflict'))
      await step('end', 0, NOON + 30 * SECOND)
      expect(await marks()).toEqual({ Bo: [0.75, 1], Cy: [0.5, 1], Di: [0, 1] })
      const question = await firstQuestion(assignmentId)
      const mend = { assignmentId, questionId: question.id, answer: null }
      await mendQuestion(ada, { ...mend, kind: 'full' })
      expect(await marks()).toEqual({ Bo: [1, 1], Cy: [1, 1], Di: [1, 1] })
    })

    it('asks what it holds when it starts, and waits while it is a draft', async () => {
      const { ada, bo, look, say, step, assignmentId, questionIds } = await ground({ draft: true })
      await expect(look(bo)).rejects.toEqual(refused('not-found'))
      await look(ada)
      await expect(step('start', 0, NOON)).rejects.toEqual(refused('conflict'))
      const change = { assignmentId, title: 'Harbours', opensAt: null, closesAt: null, draft: false, hides: false }
      await editQuiz(ada, { ...change, rules: LIVE_RULES, questionIds: null })
      await look(bo)
      await editQuiz(ada, { ...change, rules: LIVE_RULES, questionIds: questionIds.slice(1, 2) })
      expect(await step('start', 0, NOON)).toMatchObject({
        questions: 1,
        item: { stem: 'Its lock was built by ____.' },
      })
      await editQuiz(ada, { ...change, rules: LIVE_RULES, questionIds })
      await say(bo, 0, 'Marta Quill', NOON + SECOND)
      await step('end', 0, NOON + 2 * SECOND)
      expect(await marks()).toEqual({ Bo: [1, 1] })
    })
  })

const firstQuestion = async (assignmentId: string) => {
  const { bank } = await db().quizVersion.findFirstOrThrow({ where: { assignmentId } })
  const [question] = (bank as unknown as { questions: { id: string }[] }).questions
  return question ?? { id: '' }
}
