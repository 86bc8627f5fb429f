import { expect, test } from 'vitest'
import { gradeOf, reviewOf, storedOf } from '#lib/testing/entries.ts'
import { weeklyGoal } from './index.ts'

const DAY = 86_400_000
/** Thursday 26 November 2026, noon. */
const THURSDAY = Date.UTC(2026, 10, 26, 12)
const today = { now: THURSDAY, tzOffsetMin: 0 }
const never = { weekdaysOff: 0, datesOff: '' }
const studiedOn = (...daysAgo: number[]) =>
  daysAgo.map((ago, i) => storedOf(reviewOf(i + 1, { at: THURSDAY - ago * DAY, grades: [gradeOf('f', 3)] })))

test('a week runs from Monday, and counts each day once', () => {
  expect(weeklyGoal(studiedOn(0, 0, 2, 3, 4), 4, never, today)).toEqual({ done: 3, goal: 4, weeks: 0 })
})

test('weeks in a row go back as far as each met its goal; this one counts once it does, and breaks nothing before', () => {
  // Last week Monday to Wednesday, the week before Friday to Sunday, and before that nothing.
  const before = [8, 9, 10, 11, 12, 13]
  expect(weeklyGoal(studiedOn(...before), 3, never, today)).toEqual({ done: 0, goal: 3, weeks: 2 })
  expect(weeklyGoal(studiedOn(0, 1, 2, ...before), 3, never, today).weeks).toBe(3)
  expect(weeklyGoal(studiedOn(0, 1, 2, ...before.slice(1, 5)), 3, never, today).weeks).toBe(1)
})

test('days off lower the goal, and a week off altogether is passed over', () => {
  const lastWeek = Array.from({ length: 7 }, (_, i) => new Date(THURSDAY - (10 - i) * DAY).toISOString().slice(0, 10))
  const away = { weekdaysOff: 0, datesOff: lastWeek.join(',') }
  expect(weeklyGoal(studiedOn(0, 1, 2, 11, 12, 13), 3, away, today).weeks).toBe(2)
  const weekend = { weekdaysOff: 1 + 64 + 32, datesOff: '' }
  expect(weeklyGoal(studiedOn(0, 1, 2, 3), 7, weekend, today)).toEqual({ done: 4, goal: 4, weeks: 1 })
})
test('nothing studied is nothing in a row', () => expect(weeklyGoal([], 3, never, today).weeks).toBe(0))
