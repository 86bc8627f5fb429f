import { describe, expect, it } from 'vitest'
import { foldCards, type Rating, type StoredEntry } from '#lib/log/index.ts'
import { gradeOf, NOON, numberedId, reviewOf, storedOf } from '#lib/testing/entries.ts'
import { byForm, calibrationOf, daysAhead, hardestOf, speedByWeek, stabilityGroups, studied } from './index.ts'

const DAY = 86_400_000
const today = { now: NOON + 20 * DAY, tzOffsetMin: 0 }
let next = 1
const answer = (
  factId: string,
  day: number,
  rating: Rating,
  change: Parameters<typeof reviewOf>[1] = {},
): StoredEntry => {
  const n = next++
  return storedOf(reviewOf(n, { at: NOON + day * DAY + n, grades: [gradeOf(factId, rating)], ...change }))
}

describe('how somebody answers', () => {
  const log = [
    answer('a', 0, 3, { durationMs: 2_000 }),
    answer('a', 1, 1, { durationMs: 4_000, form: 'choice' }),
    answer('a', 9, 3, { durationMs: 900_000 }),
    answer('b', 9, 3, { durationMs: 6_000, form: 'choice' }),
    answer('b', 10, 1, { durationMs: 8_000, context: 'practice' }),
  ]

  it('is told by weeks, without practice and without what was left open', () => {
    expect(speedByWeek(studied(log), 3, today)).toEqual([
      { day: 20_513, answers: 2, seconds: 3 },
      { day: 20_520, answers: 2, seconds: 63 },
      { day: 20_527, answers: 0, seconds: null },
    ])
  })

  it('is told by form', () => {
    expect(byForm(studied(log))).toEqual([
      { form: 'typed', answers: 2, right: 2, seconds: 61 },
      { form: 'choice', answers: 2, right: 1, seconds: 5 },
    ])
  })

  it('has its hardest facts and its groups of stability, without cards that are set aside', () => {
    const misses = [0, 3, 6, 9, 12].map((day, n) => answer('c', day, n % 2 === 1 ? 1 : 3))
    const cards = foldCards([...log, ...misses])
    expect(hardestOf(cards.values(), 2).map(({ factId, lapses }) => [factId, lapses])).toEqual([
      ['c', 2],
      ['a', 1],
    ])
    expect(stabilityGroups(cards.values()).reduce((sum, n) => sum + n, 0)).toBe(3)
    expect(stabilityGroups([...cards.values()].map((card) => ({ ...card, suspended: true })))).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
  })
})

describe('how often a prediction came true', () => {
  it('counts marked answers of later days, with their chance of being guessed', () => {
    const log = Array.from({ length: 20 }, (_, n) => [
      answer(`f${n}`, 0, 3),
      answer(`f${n}`, 0, 3),
      answer(`f${n}`, 2, n < 18 ? 3 : 1),
      answer(`f${n}`, 4, 3, { auto: null, mode: 'flip' }),
    ]).flat()
    const { bins, sittings } = calibrationOf(studied(log), today)
    expect(bins.reduce((sum, { asked }) => sum + asked, 0)).toBe(20)
    const [bin] = bins
    expect(bin?.right).toBe(18)
    expect(bin?.predicted).toBeGreaterThan(0.85)
    expect(bin?.low).toBeLessThan(0.9)
    expect(sittings).toEqual([])
  })

  it('sets each test beside what was to be expected of it, guessing alone where a fact was never met', () => {
    const attemptId = numberedId(4_000)
    const mock = { context: 'mock' as const, attemptId, form: 'true-false' as const, mode: 'tap' as const }
    const log = [answer('a', 0, 3), answer('a', 1, 3, mock), answer('z', 1, 1, mock)]
    const [sitting] = calibrationOf(studied(log), today).sittings
    expect(sitting).toMatchObject({ attemptId, asked: 2, right: 0.5 })
    expect(sitting?.predicted).toBeGreaterThan(0.7)
    expect(sitting?.predicted).toBeLessThan(0.76)
    expect(sitting?.spread).toBeGreaterThan(0.2)
  })
})

describe('the days ahead', () => {
  const card = (stability: number, lastDay: number, suspended = false) => ({
    ...{ memory: { stability, difficulty: 5 }, lastDay, suspended },
  })
  const ahead = { today: 100, days: 365, retention: 0.9, seed: 'y' }
  const sum = (load: readonly number[]) => load.reduce((all, n) => all + n, 0)

  it('ask what is due today today, and never what was set aside or never begun', () => {
    expect(daysAhead([card(3, 50)], ahead)[0]).toBeGreaterThan(0)
    expect(sum(daysAhead([card(3, 50, true), { memory: null, lastDay: 0, suspended: false }], ahead))).toBe(0)
    expect(sum(daysAhead([card(900, 99)], ahead))).toBe(0)
  })

  it('ask more the surer one wants to be, and less as memories grow', () => {
    const cards = Array.from({ length: 200 }, (_, n) => card(1 + (n % 20), 99))
    const load = daysAhead(cards, ahead)
    expect(daysAhead(cards, ahead)).toEqual(load)
    expect(sum(daysAhead(cards, { ...ahead, retention: 0.95 }))).toBeGreaterThan(1.3 * sum(load))
    expect(sum(load.slice(0, 60))).toBeGreaterThan(2 * sum(load.slice(-60)))
  })
})
