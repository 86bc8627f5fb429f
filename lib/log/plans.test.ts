import { describe, expect, it } from 'vitest'
import {
  attemptEntryOf,
  examEntryOf,
  examOf,
  minutesEntryOf,
  numberedId,
  reviewOf,
  storedOf,
  undoOf,
} from '#lib/testing/entries.ts'
import { plansOf, type StoredEntry } from './index.ts'

const log = (...entries: Parameters<typeof storedOf>[0][]): StoredEntry[] => entries.map((entry) => storedOf(entry))
const other = numberedId(7_001)

describe('what a log plans', () => {
  it('is what was said last of each exam, and of the minutes', () => {
    const plans = plansOf(
      log(
        examEntryOf(1, examOf()),
        minutesEntryOf(2, [1, 1, 1, 1, 1, 1, 1]),
        examEntryOf(3, examOf({ title: 'Final' }), other),
        reviewOf(4),
        examEntryOf(5, examOf({ goal: 0.9 })),
        minutesEntryOf(6, [2, 2, 2, 2, 2, 2, 2]),
      ),
    )
    expect([...plans.exams.values()].map(({ title, goal }) => [title, goal])).toEqual([
      ['Midterm', 0.9],
      ['Final', 0.8],
    ])
    expect(plans.minutes?.weekdays[0]).toBe(2)
  })

  it('loses an exam that is taken away, and finds it again where that is taken back', () => {
    const gone = log(examEntryOf(1, examOf()), examEntryOf(2, null))
    expect(plansOf(gone).exams.size).toBe(0)
    expect(plansOf([...gone, ...log(undoOf(3, numberedId(2)))]).exams.size).toBe(1)
  })

  it('holds each test once', () => {
    const twice = log(attemptEntryOf(1, other), attemptEntryOf(1, other))
    expect(plansOf(twice).sittings.map(({ attemptId }) => attemptId)).toEqual([other])
    expect(plansOf([])).toEqual({ exams: new Map(), minutes: null, sittings: [] })
  })
})
