import { describe, expect, it } from 'vitest'
import { db } from '#lib/server/db.ts'
import { enrol, packRefs, parseWays, setWays } from '#lib/server/enrolment.ts'
import { parseSettings, readSettings, saveSettings } from '#lib/server/settings.ts'
import { parseStudyQuery, studyQueue } from '#lib/server/study.ts'
import { draftOf, manyLines, newSet } from '../drafts.ts'
import { gradeOf, numberedId, reviewOf, undoOf } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { post } from './posts.ts'

const DAY = 86_400_000
const MORNING = Date.UTC(2026, 2, 2, 8)
const query = { limit: 20, tzOffsetMin: 0 }

export const enrolmentContract = () => {
  describe('enrolment', () => {
    it('is taken up once and remembered with its limits', async () => {
      const viewer = await newLearner()
      const { setId } = await newSet({}, [viewer.userId])
      await enrol(db(), viewer.userId, setId, new Date(0))
      await db().enrolment.updateMany({ data: { newPerDayMax: 3, pausedAt: new Date() } })
      expect(await packRefs(viewer)).toMatchObject([{ setId, newPerDayMax: 3, paused: true }])
      expect((await packRefs(viewer))[0]?.addedAt).toBeGreaterThan(0)
      expect(await packRefs(await newLearner())).toEqual([])
    })

    it('keeps the ways in which one set is studied, for whoever studies it', async () => {
      const viewer = await newLearner()
      const { setId } = await newSet({}, [viewer.userId])
      const ways = { setId, newPerDayMax: 3, desiredRetention: 0.95, answering: 'cards' as const, paused: true }
      await setWays(viewer, parseWays(ways))
      expect(await packRefs(viewer)).toMatchObject([ways])
      await setWays(viewer, { setId, newPerDayMax: null, desiredRetention: null, answering: null, paused: false })
      expect(await packRefs(viewer)).toMatchObject([{ newPerDayMax: null, desiredRetention: null, paused: false }])
      await expect(setWays(await newLearner(), ways)).rejects.toMatchObject({ code: 'not-found' })
      for (const wrong of [{ desiredRetention: 0.5 }, { newPerDayMax: -1 }, { answering: 'all' }, { paused: 1 }])
        expect(() => parseWays({ ...ways, ...wrong })).toThrow()
    })
  })

  describe('settings', () => {
    it('are the defaults until changed, and change one by one', async () => {
      const viewer = await newLearner()
      expect(await readSettings(viewer)).toMatchObject({ newPerDayMax: 10, ratingButtons: 2, timeZone: null })
      await saveSettings(viewer, parseSettings({ ratingButtons: 4, timeZone: 'Asia/Tokyo' }))
      await saveSettings(viewer, parseSettings({ newPerDayMax: 0 }))
      expect(await readSettings(viewer)).toMatchObject({ newPerDayMax: 0, ratingButtons: 4, timeZone: 'Asia/Tokyo' })
      expect(await db().entry.count()).toBe(0)
    })

    it('hold how much, how and when to study', async () => {
      const viewer = await newLearner()
      const chosen = {
        ...{ minutesPerDay: 15, answering: 'cards', weekdaysOff: 65, datesOff: '2026-05-01,2026-12-24', weeklyGoal: 5 },
      }
      await saveSettings(viewer, parseSettings(chosen))
      expect(await readSettings(viewer)).toMatchObject(chosen)
      await saveSettings(viewer, parseSettings({ minutesPerDay: null, datesOff: '' }))
      expect(await readSettings(viewer)).toMatchObject({ minutesPerDay: null, datesOff: '', weekdaysOff: 65 })
    })

    const REFUSED = [{ newPerDayMax: -1 }, { desiredRetention: 1 }, { ratingButtons: 3 }, { timeZone: 'Mars/Base' }]
    const STUDY = [{ minutesPerDay: 0 }, { answering: 'flip' }, { weekdaysOff: 127 }, { weeklyGoal: 8 }]
    const DATES = ['2026-02-30', '2026-05-02,2026-05-01', 'soon', '2026-05-01,'].map((datesOff) => ({ datesOff }))
    it.each([...REFUSED, ...STUDY, ...DATES, { userId: 'x' }, 'dark', 7])('refuse %j', (value) => {
      expect(() => parseSettings(value)).toThrow()
    })
  })

  describe('settings that several devices change at once', () => {
    it('are all kept', async () => {
      const viewer = await newLearner()
      const changes = [{ theme: 'dark' as const }, { newPerDayMax: 33 }, { ratingButtons: 4 as const }]
      await Promise.all(changes.map((change) => saveSettings(viewer, change)))
      expect(await readSettings(viewer)).toMatchObject(Object.assign({}, ...changes))
    })
  })

  describe('the study queue', () => {
    it('gives what is new up to the day’s limit, then what is due, the longest due first', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId], draftOf(manyLines(30)))
      const before = await studyQueue(viewer, query, MORNING)
      expect(before.items.map(({ fact }) => fact.id)).toEqual(factIds.slice(0, 10))
      expect(before.items.every(({ question, fact, card }) => question.factIds[0] === fact.id && card === null)).toBe(
        true,
      )
      expect(before.counts).toEqual({ due: 0, new: 10, minutes: 2 })

      const review = (n: number, factId: string, at: number) => reviewOf(n, { at, grades: [gradeOf(factId, 3)] })
      const sent = factIds.slice(0, 12).map((factId, n) => review(n + 1, factId, MORNING - 30 * DAY - n * 1000))
      await post(viewer, sent, 0, new Date(MORNING))
      const after = await studyQueue(viewer, query, MORNING)
      expect(after.counts).toMatchObject({ due: 12, new: 10 })
      const due = after.items.slice(0, 12)
      expect(due.map(({ card }) => card?.due)).toEqual(
        due.map(({ card }) => card?.due).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
      )
      expect(after.items.slice(12).map(({ fact }) => fact.id)).toEqual(factIds.slice(12, 20))
    })

    it('counts what was begun today against the limit, and forgets an answer that was taken back', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId], draftOf(manyLines(30)))
      await studyQueue(viewer, query, MORNING)
      const sent = factIds
        .slice(0, 4)
        .map((factId, n) => reviewOf(n + 1, { at: MORNING - n, grades: [gradeOf(factId, 4)] }))
      await post(viewer, sent, 0, new Date(MORNING))
      const after = await studyQueue(viewer, query, MORNING + 1000)
      expect(after.counts).toMatchObject({ due: 0, new: 6 })
      expect(after.items[0]?.fact.id).toBe(factIds[4])
      await post(viewer, [undoOf(9, numberedId(1), { at: MORNING + 1 })], 0, new Date(MORNING + 1))
      expect((await studyQueue(viewer, query, MORNING + 2000)).items[0]?.fact.id).toBe(factIds[0])
    })

    it('counts neither practice nor what was taken back against the day, as the phone does', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId], draftOf(manyLines(30)))
      const practised = factIds
        .slice(0, 3)
        .map((factId, n) => reviewOf(n + 1, { at: MORNING, context: 'practice', grades: [gradeOf(factId, 3)] }))
      const answered = reviewOf(7, { at: MORNING, grades: [gradeOf(factIds[5] ?? '', 3)] })
      await post(viewer, [...practised, answered, undoOf(8, numberedId(7))], 0, new Date(MORNING))
      expect((await studyQueue(viewer, query, MORNING + 1000)).counts.new).toBe(10)
    })

    it('leaves out paused sets, suspended cards and other learners', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId])
      await post(
        viewer,
        [reviewOf(1, { at: MORNING - 9 * DAY, grades: [gradeOf(factIds[0] ?? '', 1)] })],
        0,
        new Date(MORNING),
      )
      expect((await studyQueue(viewer, query, MORNING)).counts.due).toBe(1)
      await db().card.updateMany({ data: { suspended: true } })
      expect((await studyQueue(viewer, query, MORNING)).counts.due).toBe(0)
      await db().enrolment.updateMany({ data: { pausedAt: new Date() } })
      expect(await studyQueue(viewer, query, MORNING)).toMatchObject({
        items: [],
        counts: { due: 0, new: 0, minutes: 0 },
      })
      expect((await studyQueue(await newLearner(), query, MORNING)).items).toEqual([])
    })

    it.each(['limit=0', 'limit=101', 'limit=x', 'tzOffsetMin=900'])('refuses ?%s', (text) => {
      expect(() => parseStudyQuery(new URLSearchParams(text))).toThrow()
    })
  })
}
