import { expect, test } from 'vitest'
import { simulateLoad } from '#lib/testing/load-simulation.ts'

const SUNDAY = 1

test.each([
  ['ten new facts a day', 0, () => 10],
  ['ten new facts a day and Sundays off', SUNDAY, () => 10],
  ['forty new facts on Mondays alone', 0, (day: number) => (day % 7 === 0 ? 40 : 0)],
])('with %s the load is more even than it falls due, and as much is recalled', (_, weekdaysOff, newADay) => {
  const habit = { days: 150, newADay, weekdaysOff }
  const [asDue, planned] = [simulateLoad(habit, 'as due'), simulateLoad(habit, 'planned')]
  expect(planned.deviation).toBeLessThan(asDue.deviation * 0.85)
  expect(Math.abs(planned.retention - asDue.retention)).toBeLessThan(0.005)
  expect(planned.onDaysOff).toBe(0)
})
