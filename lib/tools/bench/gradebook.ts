import { gradesIn } from '#lib/server/classes/grades.ts'
import { makeClass } from '#lib/server/classes/write.ts'
import { db, transaction } from '#lib/server/db.ts'
import { hashed, insertEntries } from '#lib/server/entries.ts'
import { newId } from '#lib/server/ids.ts'
import { draftOf, manyLines, newSet } from '#lib/testing/drafts.ts'
import { gradeOf, reviewOf } from '#lib/testing/entries.ts'
import { newLearner, openStage, sqliteGround } from '#lib/testing/stage.ts'
import { absolute, type Figure } from './figure.ts'

const LEARNERS = 500
const STUDIES = 20
const QUIZZES = 20
const FACTS = 30
/** Facts of each set that each learner has answered, and questions of each attempt. */
const MET = 20
const ASKED = 10
/** Learners who answer between two views. */
const MOVED = 25
const ROUNDS = 7
const GOAL_MS = 1_000
const DAY = 86_400_000

const RULES = {
  ...{ limitMinutes: 20, attempts: 2, counts: 'best', pass: 0.5, shuffle: true, draw: null },
  ...{ feedback: 'after', graceSeconds: 60 },
}

let entries = 0

/** Answers of one learner, an equal number a day until now, as their device would have sent them. */
const answered = async (userId: string, factIds: readonly string[], now: number, after: number): Promise<void> => {
  const rows = factIds.map((factId, nth) => {
    entries++
    const at = now - Math.floor(((factIds.length - nth) / factIds.length) * 30 * DAY)
    const review = reviewOf(entries, { id: newId(), at, grades: [gradeOf(factId, nth % 5 === 0 ? 1 : 3)] })
    return { entry: { ...review, effectiveAt: at, serverSeq: after + nth + 1 }, ...hashed(review) }
  })
  await transaction(async (tx) => {
    await insertEntries(tx, userId, rows, new Date(now))
    await tx.user.update({ where: { id: userId }, data: { logSeq: after + rows.length } })
  })
}

const quizzes = async (classId: string, setId: string, userIds: readonly string[], now: number): Promise<void> => {
  for (let n = 0; n < QUIZZES; n++) {
    const closesAt = new Date(now - n * DAY)
    const kind = n % 5 === 0 ? 'live' : 'quiz'
    const { id: assignmentId } = await db().assignment.create({
      data: { classId, setId, kind, title: `Quiz ${n}`, closesAt },
    })
    const version = { assignmentId, version: 1, rules: RULES, bank: {} }
    const { id: versionId } = await db().quizVersion.create({ data: version })
    const attempts = userIds.map((userId, nth) => ({
      ...{
        id: `${assignmentId}-${userId}`,
        assignmentId,
        versionId,
        userId,
        number: 1,
        order: Array.from({ length: ASKED }, (_, place) => place),
      },
      ...{ startedAt: closesAt, handedInAt: closesAt, points: (nth + n) % (ASKED + 1), outOf: ASKED },
    }))
    await db().quizAttempt.createMany({ data: attempts })
  }
}

const ground = async (now: number) => {
  const teacher = { ...(await newLearner()), kind: 'member' as const }
  const { classId } = await makeClass(teacher, { title: 'Tides', note: null })
  await db().user.createMany({
    data: Array.from({ length: LEARNERS }, (_, n) => ({ kind: 'member' as const, name: `Learner ${n}` })),
  })
  const learners = await db().user.findMany({ where: { name: { startsWith: 'Learner' } }, select: { id: true } })
  const userIds = learners.map(({ id }) => id)
  const joinedAt = new Date(now - 60 * DAY)
  await db().classMember.createMany({
    data: userIds.map((userId) => ({ classId, userId, role: 'learner' as const, joinedAt })),
  })
  const sets: (readonly string[])[] = []
  let setId = ''
  for (let n = 0; n < STUDIES; n++) {
    const draft = draftOf(manyLines(FACTS), { title: `Set ${n}` })
    const made = await newSet({ ownerId: teacher.userId, visibility: 'private' }, [], draft)
    setId = made.setId
    const dueDate = new Date(now + (n - 5) * DAY).toISOString().slice(0, 10)
    await db().assignment.create({ data: { classId, setId, kind: 'study', dueDate, dueTime: '09:00' } })
    sets.push(made.factIds)
  }
  for (const userId of userIds)
    await answered(
      userId,
      sets.flatMap((ids) => ids.slice(0, MET)),
      now,
      0,
    )
  await quizzes(classId, setId, userIds, now)
  return { teacher, classId, userIds, sets }
}

/** A gradebook of 500 learners and 40 assignments: with nothing kept, with nothing new, and after some have gone on. */
export const gradebook = async (): Promise<Figure[]> => {
  const close = await openStage(sqliteGround())
  try {
    const now = Date.now()
    const { teacher, classId, userIds, sets } = await ground(now)
    const timed = async () => {
      const begun = performance.now()
      const { rows, columns } = await gradesIn(teacher, classId, now)
      if (rows.length !== LEARNERS || columns.length !== STUDIES + QUIZZES) throw new Error('not the whole gradebook')
      return performance.now() - begun
    }
    const first = await timed()
    const [again, moved]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      again.push(await timed())
      const some = userIds.slice(round * MOVED, (round + 1) * MOVED)
      for (const userId of some)
        await answered(
          userId,
          sets.flatMap((ids) => ids.slice(MET, MET + 1)),
          now,
          STUDIES * MET,
        )
      moved.push(await timed())
    }
    const what = { unit: 'ms', better: 'lower' } as const
    return [
      absolute({ ...what, name: 'gradebook of 500 × 40' }, again, GOAL_MS),
      absolute({ ...what, name: `gradebook of 500 × 40, ${MOVED} learners have gone on` }, moved, GOAL_MS),
      absolute({ ...what, name: 'gradebook of 500 × 40, nothing kept of 200,000 answers' }, [first], 20 * GOAL_MS),
    ]
  } finally {
    await close()
  }
}
