import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldAfter, type Review, recallOn } from '#lib/exams/index.ts'
import { type Rating, type ReviewEntry, standingReviews } from '#lib/log/index.ts'
import { dayOfDate, fsrsFor, studyDay } from '#lib/scheduling/index.ts'
import { wholeLog } from '#lib/server/cards.ts'
import { classSoFar } from '#lib/server/classes/ahead.ts'
import { assignStudy } from '#lib/server/classes/assign.ts'
import { assignedIn, assignmentsIn } from '#lib/server/classes/assignments.ts'
import { factsIn } from '#lib/server/classes/facts.ts'
import { gradesIn, type StudyCell } from '#lib/server/classes/grades.ts'
import { joinClass } from '#lib/server/classes/join.ts'
import { learnerIn } from '#lib/server/classes/learner.ts'
import { setFacts } from '#lib/server/classes/set-facts.ts'
import { leaveClass, makeClass, setRole } from '#lib/server/classes/write.ts'
import { db, transaction } from '#lib/server/db.ts'
import { hashed, insertEntries } from '#lib/server/entries.ts'
import { mergeGuest } from '#lib/server/merge.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { draftOf, harbourLines, newSet, publishDraft } from '../drafts.ts'
import { gradeOf, NOON, numberedId, reviewOf, undoOf } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, post } from './posts.ts'

const DAY = 86_400_000
const LATE = NOON + 10 * DAY
const refused = (code: string) => expect.objectContaining({ code })
const until = { date: '2026-03-20', time: '09:00' }

const member = async (name: string): Promise<Viewer> => {
  const viewer = { ...(await newLearner()), kind: 'member' as const }
  await db().user.update({ where: { id: viewer.userId }, data: { kind: 'member', name } })
  return viewer
}

/** Ada's class, in which Bo and Cy have learned since noon, with a set that is assigned. */
const ground = async () => {
  const [ada, bo, cy] = [await member('Ada'), await member('Bo'), await member('Cy')]
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  for (const one of [bo, cy]) await joinClass(one, { code: joinCode ?? '' })
  await db().classMember.updateMany({ where: { role: 'learner' }, data: { joinedAt: new Date(NOON) } })
  const { setId, documentId, factIds } = await newSet({ ownerId: ada.userId, visibility: 'private' })
  await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until })
  await db().assignment.updateMany({ data: { createdAt: new Date(NOON) } })
  const { id: assignmentId } = await db().assignment.findFirstOrThrow()
  return { ada, bo, cy, classId, code: joinCode ?? '', setId, documentId, factIds, assignmentId }
}

/** The cell of one learner for the first assignment. */
const cellOf = async (ada: Viewer, classId: string, userId: string, now = LATE): Promise<StudyCell> => {
  const { rows } = await gradesIn(ada, classId, now)
  const [cell] = rows.find((row) => row.userId === userId)?.cells ?? []
  if (cell?.kind !== 'study') throw new Error('no cell')
  return cell
}

/** What a mended mark puts into a log, as whoever mends it does. */
const regrade = async (viewer: Viewer, n: number, target: string, factId: string, rating: Rating, at: number) => {
  const { userId } = viewer
  const { logSeq } = await db().user.findUniqueOrThrow({ where: { id: userId } })
  const entry = {
    v: 1 as const,
    id: numberedId(n),
    deviceId: 'server',
    seq: n,
    at,
    tzOffsetMin: 0,
    kind: 'regrade' as const,
  }
  const whole = { ...entry, target, grades: [gradeOf(factId, rating)] }
  await transaction(async (tx) => {
    await insertEntries(
      tx,
      userId,
      [{ entry: { ...whole, effectiveAt: at, serverSeq: logSeq + 1 }, ...hashed(whole) }],
      new Date(at),
    )
    await tx.user.update({ where: { id: userId }, data: { logSeq: logSeq + 1 } })
  })
}

/** The same reckoned straight from the whole log, by its own fold: no SQL, nothing kept. */
const reckoned = async (viewer: Viewer, factIds: readonly string[], joinedAt: number, now: number) => {
  const reviews = standingReviews(await wholeLog(db(), viewer.userId)).filter(
    ({ effectiveAt, context }) => effectiveAt >= joinedAt && context !== 'practice',
  )
  const answers = reviews.flatMap((review) =>
    review.grades
      .filter(({ factId }) => factIds.includes(factId))
      .map(({ factId, rating }) => ({ factId, rating, review, day: studyDay(review.effectiveAt, review.tzOffsetMin) })),
  )
  const histories = new Map<string, Review[]>()
  for (const { factId, rating, day } of answers) {
    const history = histories.get(factId) ?? []
    if (day > (history.at(-1)?.day ?? -1)) history.push({ day, rating })
    histories.set(factId, history)
  }
  const model = fsrsFor(null)
  const held = [...histories.values()].map((history) => heldAfter(model, history))
  const timeOf = ({ durationMs, context, grades }: ReviewEntry) =>
    context === 'quiz' ? 0 : Math.min(durationMs, 120_000) / grades.length
  const selfRated = answers.filter(({ review }) => review.auto === null).length
  return {
    met: histories.size / factIds.length,
    today: held.reduce((sum, one) => sum + recallOn(model, one, studyDay(now, 0)), 0) / factIds.length,
    answers: answers.length,
    selfRated: answers.length === 0 ? null : selfRated / answers.length,
    spentMs: answers.reduce((sum, { review }) => sum + timeOf(review), 0),
  }
}

type Step = {
  kind: 'review' | 'undo' | 'regrade'
  fact: number
  rating: Rating
  at: number
  target: number
  way: number
}
const step = fc.record<Step>({
  kind: fc.constantFrom('review', 'review', 'review', 'review', 'undo', 'regrade', 'regrade'),
  fact: fc.integer({ min: 0, max: 4 }),
  rating: fc.constantFrom<Rating>(1, 2, 3, 4),
  // From before joining on, several a day.
  at: fc.integer({ min: -2, max: 18 }).map((n) => NOON + n * (DAY / 2)),
  target: fc.integer({ min: 1, max: 24 }),
  way: fc.integer({ min: 0, max: 5 }),
})
const WAYS: readonly Partial<ReviewEntry>[] = [
  ...[{}, {}, { auto: null, mode: 'flip' as const }, { context: 'practice' as const }, { context: 'quiz' as const }],
  { durationMs: 500_000 },
]

const quizRules = {
  ...{ counts: 'best', pass: 0.5, limitMinutes: null, attempts: null, shuffle: false, draw: null },
  ...{ feedback: 'after', graceSeconds: 0 },
}

export const gradeContract = () =>
  describe('a gradebook', () => {
    it('keeps what reckoning anew gives, after every turn of any log', async () => {
      const turns = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
      const property = fc.asyncProperty(turns, async (all) => {
        const { ada, bo, classId, factIds } = await ground()
        const asked: { n: number; factId: string }[] = []
        let n = 0
        for (const steps of all) {
          for (const { kind, fact, rating, at, target, way } of steps) {
            n++
            const [factId = '', next = ''] = [factIds[fact], factIds[fact + 1]]
            const grades = n % 4 === 0 ? [gradeOf(factId, rating), gradeOf(next, 3)] : [gradeOf(factId, rating)]
            if (kind === 'review') await post(bo, [reviewOf(n, { at, grades, ...WAYS[way] })], 0, new Date(LATE))
            if (kind === 'review') asked.push({ n, factId })
            // Mostly of what was answered, now and then of what is still to come.
            const spoken = asked[target % (asked.length + 1)] ?? { n: target, factId }
            if (kind === 'undo') await post(bo, [undoOf(n, numberedId(spoken.n), { at })], 0, new Date(LATE))
            if (kind === 'regrade') await regrade(bo, n, numberedId(spoken.n), spoken.factId, rating, at)
          }
          const cell = await cellOf(ada, classId, bo.userId)
          const anew = await reckoned(bo, factIds, NOON, LATE)
          for (const key of ['met', 'today', 'answers', 'selfRated', 'spentMs'] as const)
            expect(cell[key] ?? -1).toBeCloseTo(anew[key] ?? -1, 9)
          expect(await cellOf(ada, classId, bo.userId)).toEqual(cell)
        }
      })
      await fc.assert(property, { numRuns: 8, seed: 11 })
    }, 120_000)

    it('reads nothing anew while nothing moved, and everything that did', async () => {
      const { ada, bo, classId, setId, documentId, factIds, assignmentId } = await ground()
      const [first = '', second = ''] = factIds
      await post(bo, [answer(1, first, 3, NOON + DAY), answer(2, second, 3, NOON + DAY)], 0, new Date(LATE))
      const before = await cellOf(ada, classId, bo.userId)
      expect(before).toMatchObject({ met: 2 / 6, answers: 2, selfRated: 0 })
      const where = { assignmentId_userId: { assignmentId, userId: bo.userId } }
      await db().studyStanding.update({ where, data: { answers: 99 } })
      expect(await cellOf(ada, classId, bo.userId)).toMatchObject({ answers: 99 })
      await post(bo, [undoOf(3, numberedId(2), { at: NOON + DAY })], 0, new Date(LATE))
      expect(await cellOf(ada, classId, bo.userId)).toMatchObject({ met: 1 / 6, answers: 1 })
      await regrade(bo, 4, numberedId(1), first, 1, NOON + 2 * DAY)
      const mended = await cellOf(ada, classId, bo.userId)
      expect(mended.today).toBeLessThan(before.today / 2)
      await publishDraft(draftOf(harbourLines.slice(0, 3)), { setId, documentId, ownerId: ada.userId })
      expect((await cellOf(ada, classId, bo.userId)).met).toBeGreaterThanOrEqual(0)
      const kept = await db().studyStanding.findUniqueOrThrow({ where })
      const newest = await db().setVersion.findFirstOrThrow({ where: { setId }, orderBy: { version: 'desc' } })
      expect(kept.setVersionId).toBe(newest.id)
    })

    it('sees of whoever comes back nothing from before', async () => {
      const { ada, bo, classId, code, factIds } = await ground()
      await post(bo, [answer(1, factIds[0] ?? '', 3, NOON + DAY)], 0, new Date(LATE))
      expect((await cellOf(ada, classId, bo.userId)).answers).toBe(1)
      await leaveClass(bo, { classId })
      await joinClass(bo, { code })
      expect((await cellOf(ada, classId, bo.userId)).answers).toBe(0)
    })

    it('shows an assignment to those whom it is for, once it is open and no draft, and takes it up for them then', async () => {
      const { ada, bo, cy, classId } = await ground()
      await db().assignment.deleteMany()
      const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
      const named = { classIds: [classId], setId, sections: null, ...until, toIds: [bo.userId] }
      await expect(assignStudy(ada, { ...named, toIds: [ada.userId] })).rejects.toEqual(refused('not-found'))
      await assignStudy(ada, named)
      const seen = async (viewer: Viewer, now = LATE) =>
        (await post(viewer, [], 0, new Date(now))).pulled.assignments?.length ?? 0
      expect([await seen(bo), await seen(cy)]).toEqual([1, 0])
      expect([(await assignedIn(bo, classId)).length, (await assignedIn(cy, classId)).length]).toEqual([1, 0])
      const enrolled = () => db().enrolment.count({ where: { setId, userId: { in: [bo.userId, cy.userId] } } })
      expect(await enrolled()).toBe(1)
      const { rows } = await gradesIn(ada, classId, LATE)
      expect(rows.map(({ cells }) => cells[0] === null)).toEqual([false, true])
      expect((await assignmentsIn(ada, classId, LATE))[0]).toMatchObject({
        forSome: 1,
        learners: [{ userId: bo.userId }],
      })
      await db().assignment.updateMany({ data: { toIds: [bo.userId, cy.userId], draft: true } })
      expect([await seen(cy), (await assignedIn(cy, classId)).length, await enrolled()]).toEqual([0, 0, 1])
      expect((await gradesIn(ada, classId, LATE)).columns).toEqual([])
      expect(await assignmentsIn(ada, classId, LATE)).toMatchObject([{ draft: true }])
      await db().assignment.updateMany({ data: { draft: false, opensAt: new Date(LATE) } })
      expect([await seen(cy, LATE - 1), await enrolled()]).toEqual([0, 1])
      expect([await seen(cy, LATE), await enrolled()]).toEqual([1, 2])
      expect((await post(cy, [], 0, new Date(LATE))).pulled.packs.map((pack) => pack.setId)).toContain(setId)
    })

    it('goes on for a guest’s account with what was for the guest by name', async () => {
      const { ada, bo, classId, setId } = await ground()
      await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until, toIds: [bo.userId] })
      await db().user.update({ where: { id: bo.userId }, data: { kind: 'guest' } })
      const dee = await member('Dee')
      await mergeGuest(dee, { ...bo, kind: 'guest' })
      expect(await assignedIn(dee, classId)).toHaveLength(2)
    })

    it('marks study for doing it and never for recall, and tells time on task once where a fact is set twice', async () => {
      const { ada, bo, cy, classId, setId, factIds } = await ground()
      await assignStudy(ada, { classIds: [classId], setId, sections: ['Early days'], ...until })
      const told = (at: number) => ({ auto: null, mode: 'flip' as const, at, durationMs: 6_000 })
      const [first = '', , third = ''] = factIds
      await post(
        bo,
        [
          reviewOf(1, { grades: [gradeOf(first, 1)], ...told(NOON + DAY) }),
          reviewOf(2, { grades: [gradeOf(third, 1)], ...told(NOON + 9 * DAY), auto: 'wrong' }),
        ],
        0,
        new Date(LATE),
      )
      const { rows, columns } = await gradesIn(ada, classId, LATE)
      const [row, other] = rows
      expect(columns).toMatchObject([{ kind: 'study', facts: 6, date: until.date }, { facts: 3 }])
      expect(row).toMatchObject({ name: 'Bo', spentMs: 12_000, weekMs: 6_000, lastDay: studyDay(NOON + 9 * DAY, 0) })
      expect(row?.cells).toMatchObject([{ met: 2 / 6, selfRated: 0.5 }, { met: 2 / 3 }])
      expect(other).toMatchObject({ name: 'Cy', spentMs: 0, lastDay: null, reasons: [{ kind: 'nothing-yet' }] })
      const { facts, learners } = await factsIn(ada, { classId, assignmentId: columns[0]?.assignmentId ?? '' }, LATE)
      expect([learners, facts.length]).toEqual([2, 6])
      expect(facts.map(({ met }) => met).sort()).toEqual([0, 0, 0, 0, 1, 1])
      expect(facts.every((fact, nth) => fact.due >= (facts[nth - 1]?.due ?? 0))).toBe(true)
      expect(facts.find(({ factId }) => factId === first)).toMatchObject({ met: 1, sentence: harbourLines[0]?.text })
      const view = await learnerIn(ada, { classId, userId: bo.userId }, LATE)
      expect(view.weakest.map(({ facts: weak }) => weak.map(({ factId }) => factId))).toEqual([[first, third]])
      expect(view.row).toEqual(row)
      for (const viewer of [bo, cy, await member('Eve')]) {
        await expect(gradesIn(viewer, classId, LATE)).rejects.toEqual(refused('not-found'))
        await expect(learnerIn(viewer, { classId, userId: bo.userId })).rejects.toEqual(refused('not-found'))
      }
      await expect(learnerIn(ada, { classId, userId: ada.userId })).rejects.toEqual(refused('not-found'))
    })

    it('says for a forecast what each gave to it of late and how each fact went, and nothing of others or of before', async () => {
      const { ada, bo, cy, classId, factIds, assignmentId } = await ground()
      const [first = '', second = '', third = ''] = factIds
      const today = studyDay(LATE, 0)
      const back = (days: number) => LATE - days * DAY
      await post(
        bo,
        [
          reviewOf(1, { grades: [gradeOf(first, 1)], at: back(2), durationMs: 14_000, form: 'choice' }),
          reviewOf(2, { grades: [gradeOf(first, 3)], at: back(2) + 60_000, durationMs: 14_000 }),
          reviewOf(3, { grades: [gradeOf(second, 3)], at: back(1), durationMs: 42_000, auto: null, mode: 'flip' }),
          reviewOf(4, { grades: [gradeOf(third, 3)], at: back(0), durationMs: 7_000, context: 'practice' }),
        ],
        0,
        new Date(LATE + DAY),
      )
      const asked = { classId, assignmentId }
      const so = await classSoFar(ada, asked, LATE)
      expect(so).toMatchObject({ today, facts: 6, all: 2, due: dayOfDate(until.date) })
      expect(so.learners).toEqual([
        {
          ...{ userId: bo.userId, name: 'Bo', secondsADay: 10, secondsToday: 0 },
          histories: [
            [2, 1, 0.25, 1],
            [1, 3, 0, 0.5],
          ],
        },
        { userId: cy.userId, name: 'Cy', secondsADay: 0, secondsToday: 0, histories: [] },
      ])
      await expect(classSoFar(bo, asked, LATE)).rejects.toEqual(refused('not-found'))
    })

    it('marks a quiz by the rules of each one’s newest attempt, previews left out', async () => {
      const { ada, bo, cy, classId, setId } = await ground()
      const closesAt = new Date(LATE - DAY)
      const made = { classId, setId, kind: 'quiz' as const, title: 'Ports', closesAt, createdAt: new Date(LATE) }
      const { id: assignmentId } = await db().assignment.create({ data: made })
      const version = (n: number, counts: string) =>
        db().quizVersion.create({ data: { assignmentId, version: n, rules: { ...quizRules, counts }, bank: {} } })
      const [old, newer] = [await version(1, 'best'), await version(2, 'last')]
      const attempt = (userId: string, number: number, versionId: string, points: number | null) => ({
        ...{ assignmentId, userId, number, versionId, order: [0, 1, 2, 3], startedAt: new Date(LATE - DAY - 90_000) },
        ...{ handedInAt: points === null ? null : closesAt, points, outOf: points === null ? null : 4 },
      })
      await db().quizAttempt.createMany({
        data: [
          ...[
            attempt(bo.userId, 1, old.id, 4),
            attempt(bo.userId, 2, newer.id, 1),
            attempt(bo.userId, 3, newer.id, null),
          ],
          attempt(ada.userId, 0, newer.id, 4),
        ],
      })
      await db().quizAttempt.updateMany({ where: { number: 2 }, data: { undecided: 2 } })
      await db().extension.create({ data: { assignmentId, userId: bo.userId, closesAt: new Date(LATE + DAY) } })
      const { rows, columns } = await gradesIn(ada, classId, LATE)
      expect(columns[1]).toMatchObject({ kind: 'quiz', title: 'Ports', closesAt: closesAt.getTime(), facts: 0 })
      expect(rows[0]?.cells[1]).toMatchObject({
        ...{ kind: 'quiz', mark: 0.25, points: 1, outOf: 4, attempts: 2, going: true, undecided: true, passed: false },
        spentMs: 180_000,
      })
      expect(rows[1]?.cells[1]).toMatchObject({ mark: null, attempts: 0, going: false })
      expect(rows[1]?.reasons).toContainEqual({ kind: 'missed-quiz', assignmentId })
      await db().extension.create({ data: { assignmentId, userId: cy.userId, closesAt: new Date(LATE + DAY) } })
      expect((await gradesIn(ada, classId, LATE)).rows[1]?.reasons).toEqual([{ kind: 'nothing-yet' }])
      const { attempts } = await learnerIn(ada, { classId, userId: bo.userId }, LATE)
      expect(attempts.map(({ number }) => number).sort()).toEqual([1, 2, 3])
    })

    it('sets some facts for study as a set of the same facts, also by a second instructor, who then studies neither', async () => {
      const { ada, bo, cy, classId, factIds, assignmentId } = await ground()
      const [first = '', second = ''] = factIds
      const input = { assignmentId, factIds: [first, second], title: 'Once more', ...until }
      await expect(setFacts(bo, input)).rejects.toEqual(refused('not-allowed'))
      await expect(setFacts(await member('Eve'), input)).rejects.toEqual(refused('not-found'))
      await expect(setFacts(ada, { ...input, factIds: ['nothing'] })).rejects.toEqual(refused('not-found'))
      await setRole(ada, { classId, userId: cy.userId, role: 'assistant' })
      await expect(setFacts(cy, input)).rejects.toEqual(refused('not-allowed'))
      await setRole(ada, { classId, userId: cy.userId, role: 'instructor' })
      await db().enrolment.deleteMany({ where: { userId: cy.userId } })
      const theirs = await setFacts(ada, { ...input, title: 'For Bo', toIds: [bo.userId] })
      const forBo = await db().assignment.findFirstOrThrow({ where: { setId: theirs.setId } })
      expect(forBo.toIds).toEqual([bo.userId])
      await db().assignment.delete({ where: { id: forBo.id } })
      await expect(setFacts(ada, { ...input, toIds: [ada.userId] })).rejects.toEqual(refused('not-found'))
      const { setId } = await setFacts(cy, input)
      expect(await db().enrolment.count({ where: { userId: cy.userId } })).toBe(0)
      const shown = await db().setItem.findMany({ where: { setVersion: { setId } }, orderBy: { position: 'asc' } })
      expect(shown.map(({ factId }) => factId)).toEqual([first, second])
      expect(await db().enrolment.count({ where: { userId: bo.userId, setId } })).toBe(1)
      await post(bo, [answer(1, first, 3, NOON + DAY)], 0, new Date(LATE))
      const { rows, columns } = await gradesIn(ada, classId, LATE)
      expect(columns.map(({ title, facts }) => [title, facts])).toContainEqual(['Once more', 2])
      expect(rows[0]?.cells).toMatchObject([{ met: 1 / 6 }, { met: 1 / 2 }])
    })
  })
