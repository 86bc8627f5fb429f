import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AGAIN_DELAY,
  nextSchedule,
  preview,
  type Rating,
  type Schedule,
  studyDay,
  studyDayDate,
  studyDayStart,
} from './index.ts'

const HOUR = 3_600_000
const utc = { desiredRetention: 0.9, tzOffsetMin: 0 }
const at = Date.UTC(2026, 2, 1, 22)

describe('study days', () => {
  test('turn over at four in the morning of the learner', () => {
    const tokyo = 540
    const night = Date.UTC(2026, 2, 1, 18, 59)
    expect(studyDayDate(studyDay(night, tokyo))).toBe('2026-03-01')
    expect(studyDayDate(studyDay(night + 60_000, tokyo))).toBe('2026-03-02')
    expect(studyDayDate(studyDay(night, 0))).toBe('2026-03-01')
    expect(studyDay(night, tokyo, 0)).toBe(studyDay(night, tokyo) + 1)
  })

  test('start where the one before ends, in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: -720, max: 840 }),
        fc.nat(23),
        (time, zone, hour) => {
          const day = studyDay(time, zone, hour)
          expect(studyDayStart(day, zone, hour)).toBeLessThanOrEqual(time)
          expect(studyDayStart(day + 1, zone, hour)).toBeGreaterThan(time)
        },
      ),
    )
  })
})

describe('the next schedule', () => {
  test('again comes back in ten minutes, all else at a rollover at least a day on', () => {
    expect(nextSchedule(null, 1, at, utc)).toMatchObject({
      state: 'learning',
      due: at + AGAIN_DELAY,
      reps: 1,
      lapses: 0,
    })
    const good = nextSchedule(null, 3, at, utc)
    expect(good).toMatchObject({ state: 'review', due: Date.UTC(2026, 2, 3, 4), lapses: 0 })
    // Answered at 22:00, due "tomorrow": from four in the morning, not from 22:00.
    expect(nextSchedule(null, 2, at, utc).due).toBe(Date.UTC(2026, 2, 2, 4))
  })

  test('a lapse is an again from review only', () => {
    const card = (state: Schedule['state']) => ({ ...nextSchedule(null, 3, at, utc), state, lapses: 2 })
    const lapsesAfter = (state: Schedule['state'], rating: Rating) =>
      nextSchedule(card(state), rating, at + 72 * HOUR, utc)
    expect(lapsesAfter('review', 1)).toMatchObject({ lapses: 3, state: 'relearning' })
    expect(lapsesAfter('relearning', 1)).toMatchObject({ lapses: 2, state: 'relearning' })
    expect(lapsesAfter('learning', 1)).toMatchObject({ lapses: 2, state: 'learning' })
    expect(lapsesAfter('review', 2)).toMatchObject({ lapses: 2, state: 'review' })
  })

  test('a preview is what would happen', () => {
    const zone = { ...utc, tzOffsetMin: 540 }
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { maxLength: 6 }), fc.nat(50), (ratings, gap) => {
        let card: Schedule | null = null
        let time = at
        for (const rating of ratings) {
          card = nextSchedule(card, rating, time, zone)
          time += gap * 5 * HOUR
        }
        const told = preview(card, time, zone)
        for (const rating of [1, 2, 3, 4] as const)
          expect(told[rating].due).toBe(nextSchedule(card, rating, time, zone).due)
        expect(told[1].intervalDays).toBe(0)
        expect(told[2].intervalDays).toBeGreaterThanOrEqual(1)
        expect(told[2].intervalDays).toBeLessThanOrEqual(told[3].intervalDays)
        expect(told[3].intervalDays).toBeLessThanOrEqual(told[4].intervalDays)
      }),
    )
  })
})
