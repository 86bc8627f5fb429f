import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOff, type Ideal, slackDays, spreadOverDays, studyDayDate, weekdayOf } from './index.ts'

const TODAY = 20_000
const ideals = fc
  .array(
    fc.record({ day: fc.integer({ min: TODAY - 10, max: TODAY + 30 }), intervalDays: fc.integer({ min: 1, max: 90 }) }),
  )
  .map((all): Ideal[] => all.map((one, i) => ({ ...one, key: `k${i}` })))
const never = () => false
const loads = (days: Map<string, number>): number[] => {
  const count = new Map<number, number>()
  for (const day of days.values()) count.set(day, (count.get(day) ?? 0) + 1)
  return [...count.values()]
}
const unevenness = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)

describe('days off', () => {
  test('are weekdays and single dates', () => {
    // 4 October 2024, a Friday.
    expect([studyDayDate(TODAY), weekdayOf(TODAY)]).toEqual(['2024-10-04', 5])
    const isOff = daysOff({ weekdaysOff: 1 + 64, datesOff: '2024-10-07,2024-12-24' })
    expect([0, 1, 2, 3, 4].map((n) => isOff(TODAY + n))).toEqual([false, true, true, true, false])
  })
})

describe('reviews spread over days', () => {
  test('come within the slack of their interval, never before today, and late ones today', () => {
    fc.assert(
      fc.property(ideals, fc.nat(40), (all, done) => {
        const days = spreadOverDays(all, { today: TODAY, isOff: never, done })
        for (const { key, day, intervalDays } of all) {
          const placed = days.get(key) ?? Number.NaN
          expect(placed).toBeGreaterThanOrEqual(TODAY)
          if (day < TODAY) expect(placed).toBe(TODAY)
          else expect(Math.abs(placed - day)).toBeLessThanOrEqual(slackDays(intervalDays))
        }
      }),
    )
  })

  test('are never less even than where their memories want them', () => {
    fc.assert(
      fc.property(ideals, (all) => {
        const wanted = new Map(all.map(({ key, day }) => [key, Math.max(TODAY, day)]))
        const days = spreadOverDays(all, { today: TODAY, isOff: never, done: 0 })
        expect(unevenness(loads(days))).toBeLessThanOrEqual(unevenness(loads(wanted)))
      }),
    )
  })

  test('never fall on a day off, and are the same in whatever order they are told', () => {
    fc.assert(
      fc.property(ideals, fc.integer({ min: 0, max: 126 }), (all, weekdaysOff) => {
        const around = { today: TODAY, isOff: daysOff({ weekdaysOff, datesOff: '2024-10-09' }), done: 0 }
        const days = spreadOverDays(all, around)
        expect([...days.values()].filter(around.isOff)).toEqual([])
        const sorted = (of: Map<string, number>) => [...of].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(spreadOverDays([...all].reverse(), around))).toEqual(sorted(days))
      }),
    )
  })

  test('may be a day off for a week and two for a month, and not at all below three days', () => {
    expect([1, 2, 3, 7, 15, 30, 90].map(slackDays)).toEqual([0, 0, 1, 1, 2, 3, 6])
  })
})
