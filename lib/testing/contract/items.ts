import { describe, expect, it } from 'vitest'
import { makeClass } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { itemsOf } from '#lib/server/quizzes/items.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { lightsBank, newQuiz, putAttempts } from '../quiz-rows.ts'
import { newLearner } from '../stage.ts'

const refused = (code: string) => expect.objectContaining({ code })

/** A class that Ada leads, with a set to ask from and as many learners as wanted. */
const ground = async (learners: number) => {
  const ada = await newLearner()
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
  const people: Viewer[] = []
  for (let n = 0; n < learners; n++) {
    const one = await newLearner()
    await db().classMember.create({
      data: { classId, userId: one.userId, role: 'learner', joinedAt: new Date() },
    })
    people.push(one)
  }
  return { ada, classId, setId, people }
}

/** Letters by place; a stop is left open. */
const answersOf = (letters: string) =>
  [...letters].flatMap((given, place) => (given === '.' ? [] : [{ place, given, share: Number(given === 'A') }]))

export const itemContract = () =>
  describe('the questions of a quiz', () => {
    it('are told to those who teach the class and to nobody else, and a study assignment has none', async () => {
      const { ada, classId, setId, people } = await ground(1)
      const { assignmentId } = await newQuiz(classId, setId, lightsBank(2))
      expect(await itemsOf(ada, assignmentId)).toMatchObject({
        title: 'Lights',
        classId,
        items: [],
        whole: { takers: 0 },
      })
      for (const other of [...people, await newLearner()])
        await expect(itemsOf(other, assignmentId)).rejects.toEqual(refused('not-found'))
      await expect(itemsOf(ada, 'none')).rejects.toEqual(refused('not-found'))
      const study = await db().assignment.create({ data: { classId, setId, kind: 'study' } })
      await expect(itemsOf(ada, study.id)).rejects.toEqual(refused('not-found'))
    })

    it('are measured by the first attempt that each handed in, and what was left open is wrong', async () => {
      const { ada, classId, setId, people } = await ground(3)
      const [bo = ada, cy = ada, dee = ada] = people
      const quiz = await newQuiz(classId, setId, lightsBank(3))
      const order = [0, 1, 2]
      const at = (minute: number) => ({ handedInAt: new Date(Date.UTC(2026, 10, 28, 9, minute)) })
      await putAttempts(quiz, [
        { userId: bo.userId, order: [2, 1, 0], answers: answersOf('BA.'), ...at(1) },
        { userId: bo.userId, order, answers: answersOf('AAA'), number: 2, ...at(2) },
        { userId: cy.userId, order, answers: answersOf('BAA'), number: 2, ...at(4) },
        { userId: dee.userId, order, answers: answersOf('AAA'), handedInAt: null },
        { userId: ada.userId, order, answers: answersOf('AAA'), number: 0, ...at(5) },
      ])
      const { items, whole } = await itemsOf(ada, quiz.assignmentId)
      expect(whole).toMatchObject({ takers: 2, items: 3, complete: true })
      expect(
        items.map(({ analysis: { itemId, asked, right, unanswered } }) => [itemId, asked, right, unanswered]),
      ).toEqual([
        ['q1', 2, 0, 1],
        ['q2', 2, 2, 0],
        ['q3', 2, 1, 0],
      ])
      expect(items[0]?.analysis.flags).toEqual([{ kind: 'everyone-missed' }])
      expect(items[0]?.question).toMatchObject({
        ...{ stem: 'What is light 1?', key: 'A', mended: null },
        sources: [{ number: 1, exact: 'Light 1 is A.', document: 'Lights', heading: 'On the rocks' }],
      })
    })

    it('take what came late where that was accepted, in the place of what came before it, and nothing that was refused', async () => {
      const { ada, classId, setId, people } = await ground(1)
      const quiz = await newQuiz(classId, setId, lightsBank(4))
      const late = (place: number, standing: string) => ({ place, given: 'A', share: 1, late: true, standing })
      const answers = [
        ...answersOf('B.BB'),
        late(0, 'accepted'),
        late(1, 'accepted'),
        late(2, 'late'),
        late(3, 'refused'),
      ]
      await putAttempts(quiz, [{ userId: people[0]?.userId ?? '', order: [0, 1, 2, 3], answers }])
      const { items } = await itemsOf(ada, quiz.assignmentId)
      expect(items.map(({ analysis: { right } }) => right)).toEqual([1, 1, 0, 0])
    })

    it('are one across versions, worded as the newest, and only those that somebody was asked', async () => {
      const { ada, classId, setId, people } = await ground(2)
      const [bo = ada, cy = ada] = people
      const first = await newQuiz(classId, setId, lightsBank(3))
      const [one, , three] = lightsBank(3).questions
      if (!one || !three) throw new Error('no questions')
      const second = await newQuiz(
        classId,
        setId,
        lightsBank(3, { questions: [three, { ...one, stem: 'Light 1 is?' }] }),
        first,
      )
      await putAttempts(first, [{ userId: bo.userId, order: [0, 1], answers: answersOf('AB') }])
      await putAttempts(second, [{ userId: cy.userId, order: [1], answers: answersOf('C') }])
      const { items, whole } = await itemsOf(ada, first.assignmentId)
      expect(items.map(({ question, analysis: { asked, right } }) => [question.stem, asked, right])).toEqual([
        ['Light 1 is?', 2, 1],
        ['What is light 2?', 1, 0],
      ])
      expect(whole).toMatchObject({ takers: 2, items: 2, complete: false })
    })

    it('show what was put right since; what was dropped or is given to all is in no total, until that is undone', async () => {
      const { ada, classId, setId, people } = await ground(2)
      const quiz = await newQuiz(classId, setId, lightsBank(4))
      const order = [0, 1, 2, 3]
      await putAttempts(
        quiz,
        people.map(({ userId }) => ({ userId, order, answers: answersOf('BAAA') })),
      )
      const { assignmentId } = quiz
      const mend = (questionId: string, kind: string, answer?: string, undoneAt?: Date) =>
        db().mend.create({
          data: { assignmentId, questionId, kind, ...(answer ? { answer } : {}), undoneAt: undoneAt ?? null },
        })
      const dropped = await mend('q1', 'drop')
      await mend('q2', 'key', 'B')
      await mend('q2', 'accept', 'C')
      await mend('q3', 'full')
      await mend('q4', 'key', 'D', new Date())
      const { items, whole } = await itemsOf(ada, assignmentId)
      expect(items.map(({ question: { mended }, analysis: { counts } }) => [mended, counts])).toEqual([
        ['drop', false],
        ['accept', true],
        ['full', false],
        [null, true],
      ])
      const keysOf = (at: number) => items[at]?.analysis.options?.filter(({ isKey }) => isKey).map(({ text }) => text)
      expect([keysOf(1), keysOf(3)]).toEqual([['B', 'C'], ['A']])
      expect(whole).toMatchObject({ items: 2, mean: 1 })
      await db().mend.update({ where: { id: dropped.id }, data: { undoneAt: new Date() } })
      expect((await itemsOf(ada, assignmentId)).whole).toMatchObject({ items: 3, mean: 2 / 3 })
    })
  })
