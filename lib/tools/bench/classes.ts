import { seededRandom, shuffled } from '#lib/base/index.ts'
import { makeClass } from '#lib/server/classes/write.ts'
import { db } from '#lib/server/db.ts'
import { newId } from '#lib/server/ids.ts'
import { itemsOf } from '#lib/server/quizzes/items.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { lightsBank, newQuiz, putAttempts } from '#lib/testing/quiz-rows.ts'
import { absolute, type Figure } from './figure.ts'

const LEARNERS = 500
const QUESTIONS = 40
const ROUNDS = 9
/** A page that an instructor opens has it all within this. */
const WITHIN_MS = 1_000

/** A quiz that all of a class have handed in, each in an order of their own; what they chose goes by strength and chance. */
const classWithQuiz = async (viewer: Viewer): Promise<string> => {
  const { classId } = await makeClass(viewer, { title: 'Lights', note: null })
  const { setId } = await newSet({ ownerId: viewer.userId, visibility: 'private' })
  const ids = Array.from({ length: LEARNERS }, () => newId())
  await db().user.createMany({ data: ids.map((id) => ({ id, kind: 'member' })) })
  const joined = { classId, role: 'learner', joinedAt: new Date() } as const
  await db().classMember.createMany({ data: ids.map((userId) => ({ ...joined, userId })) })
  const quiz = await newQuiz(classId, setId, lightsBank(QUESTIONS))
  const random = seededRandom('lights')
  const places = Array.from({ length: QUESTIONS }, (_, place) => place)
  await putAttempts(
    quiz,
    ids.map((userId) => {
      const strength = random()
      const answers = places.map((place) => {
        const right = random() < 0.2 + 0.7 * strength
        return { place, given: right ? 'A' : (shuffled(['B', 'C', 'D'], random)[0] ?? 'B'), share: Number(right) }
      })
      return { userId, order: shuffled(places, random), answers }
    }),
  )
  return quiz.assignmentId
}

const timed = async (work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times
}

/** What whoever teaches a class of five hundred opens. */
export const classes = async (): Promise<Figure[]> => {
  const { end } = await newDatabase()
  try {
    const { viewer } = await newPerson()
    const assignmentId = await classWithQuiz(viewer)
    const { whole } = await itemsOf(viewer, assignmentId)
    if (whole.takers !== LEARNERS || whole.items !== QUESTIONS) throw new Error('The quiz is not all there')
    const what = { name: 'item analysis of 500 learners by 40 questions', unit: 'ms', better: 'lower' } as const
    return [absolute(what, await timed(() => itemsOf(viewer, assignmentId)), WITHIN_MS)]
  } finally {
    await end()
  }
}
