import { describe, expect, it } from 'vitest'
import { dayOfDate } from '#lib/scheduling/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import { examOf, minutesEntryOf, storedOf } from '#lib/testing/entries.ts'
import { minutesSaid, withDay, withMore, without, withWeekday } from './said.ts'

const week = [0, 20, 20, 20, 20, 20, 45]
const dates = [
  { date: '2026-03-01', minutes: 5 },
  { date: '2026-03-06', minutes: 50 },
]
const said = minutesSaid(
  { entries: [storedOf(minutesEntryOf(1, week, dates))], settings: defaultSettings },
  dayOfDate('2026-03-02'),
)

describe('what a tap says of the minutes', () => {
  it('forgets days that are over', () => expect(said.dates).toEqual([dates[1]]))

  it('is one day, or every day of its name', () => {
    expect(withDay(said, dayOfDate('2026-03-04'), 0)).toMatchObject({
      weekdays: week,
      dates: [{ date: '2026-03-04', minutes: 0 }, dates[1]],
    })
    expect(withWeekday(said, 5, 30)).toMatchObject({ weekdays: [0, 20, 20, 20, 20, 30, 45], dates: [] })
  })

  it('is more on each day that has any', () =>
    expect(withMore(said, 10)).toMatchObject({
      weekdays: [0, 30, 30, 30, 30, 30, 55],
      dates: [{ date: '2026-03-06', minutes: 60 }],
    }))
})

it('leaves sections out of an exam, and a set without sections whole', () => {
  const exam = examOf({
    parts: [
      { setId: 'a', section: null, weight: 1 },
      { setId: 'a', section: 'Ebb', weight: 2 },
      { setId: 'b', section: null, weight: 1 },
    ],
  })
  const left = without(exam, [
    { setId: 'a', section: 'Ebb' },
    { setId: 'b', section: null },
  ])
  expect(left.parts).toEqual([
    { setId: 'a', section: null, weight: 1 },
    { setId: 'a', section: 'Ebb', weight: 0 },
    { setId: 'b', section: null, weight: 0 },
  ])
})
