import { describe, expect, test } from 'vitest'
import { cardKey, type Rating, type StoredEntry } from '#lib/log/index.ts'
import { studyDay, studyDayDate } from '#lib/scheduling/index.ts'
import { gradeOf, NOON, numberedId, reviewOf, storedOf, undoOf } from '#lib/testing/entries.ts'
import { cardInReview, cardsOf } from '#lib/testing/session.ts'
import { masteryBySection, minutesFor, retentionByWeek, reviewsPerDay } from './index.ts'

const DAY = 86_400_000
const today = { now: NOON, tzOffsetMin: 0 }
const answered = (
  n: number,
  daysAgo: number,
  rating: Rating = 3,
  change: Parameters<typeof reviewOf>[1] = {},
): StoredEntry => storedOf(reviewOf(n, { at: NOON - daysAgo * DAY, grades: [gradeOf('f1', rating)], ...change }))

describe('reviews a day', () => {
  test('counts answers, first meetings and minutes, empty days included', () => {
    const entries = [
      answered(1, 2, 3, { durationMs: 90_000 }),
      answered(2, 0, 3, { durationMs: 60_000, grades: [gradeOf('f1', 3), gradeOf('f2', 1)] }),
      answered(3, 0, 3, { durationMs: 3_600_000 }),
    ]
    const rows = reviewsPerDay(entries, 4, today)
    expect(rows.map(({ day }) => studyDayDate(day))).toEqual(['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01'])
    expect(rows.map(({ answers }) => answers)).toEqual([0, 1, 0, 2])
    expect(rows.map(({ introduced }) => introduced)).toEqual([0, 1, 0, 1])
    expect(rows.map(({ minutes }) => minutes)).toEqual([0, 2, 0, 3])
  })

  test('leaves out practice and what was taken back', () => {
    const entries = [answered(1, 0, 3, { context: 'practice' }), answered(2, 0), storedOf(undoOf(3, numberedId(2)))]
    expect(reviewsPerDay(entries, 1, today)).toMatchObject([{ answers: 0, introduced: 0 }])
  })

  test('puts an answer on the study day of where it was given', () => {
    // 02:00 in Tokyo belongs to the day before.
    const night = storedOf(reviewOf(1, { at: Date.UTC(2026, 1, 28, 17), tzOffsetMin: 540 }))
    expect(reviewsPerDay([night], 2, { now: NOON, tzOffsetMin: 540 }).map(({ answers }) => answers)).toEqual([1, 0])
  })
})

describe('retention', () => {
  test('asks only what was met on an earlier day, once a day', () => {
    const entries = [answered(1, 20, 1), answered(2, 10, 3), answered(3, 3, 1), answered(4, 3, 3), answered(5, 0, 2)]
    expect(retentionByWeek(entries, 3, 0.9, today)).toMatchObject([
      { asked: 0, right: 0, share: null, low: null, high: null },
      { asked: 1, right: 1, share: 1 },
      { asked: 2, right: 1, share: 0.5, target: 0.9 },
    ])
  })

  test('ends its last week today', () => {
    const [week] = retentionByWeek([], 1, 0.9, today)
    expect(week?.day).toBe(studyDay(NOON, 0) - 6)
  })
})

describe('mastery', () => {
  const fact = (id: string, number: number, sectionId: string | null) => ({
    id,
    number,
    sectionId,
    directions: ['forward' as const],
  })
  const pack = {
    setId: 's',
    title: 'S',
    documents: [
      {
        id: 'd',
        sections: [
          { id: 'one', heading: 'One' },
          { id: 'two', heading: 'Two' },
          { id: 'empty', heading: 'Empty' },
        ],
      },
    ],
    facts: [fact('b', 2, 'one'), fact('a', 1, 'one'), fact('c', 3, 'two'), fact('e', 5, null), fact('d', 4, 'two')],
  }

  test('goes from new to solid by recall and stability, section by section', () => {
    const cards = cardsOf(cardInReview('a', 60, 1, -50), cardInReview('b', 10, 1, -9), cardInReview('c', 2, 1, -1), {
      ...cardInReview('d', 60, 1, -1),
      state: 'relearning',
    })
    const sections = masteryBySection([pack], cards, today)
    expect(sections.map(({ heading, counts, held }) => ({ heading, counts, held }))).toEqual([
      { heading: 'One', counts: [0, 0, 0, 1, 1], held: 2 },
      { heading: 'Two', counts: [0, 1, 1, 0, 0], held: 0 },
      { heading: null, counts: [1, 0, 0, 0, 0], held: 0 },
    ])
    expect(sections[0]?.facts.map(({ number, level }) => [number, level])).toEqual([
      [1, 4],
      [2, 3],
    ])
    expect(sections[2]?.facts[0]?.due).toBeNull()
  })

  test('fades with time, whatever the stability', () => {
    const [section] = masteryBySection(
      [{ ...pack, facts: [fact('a', 1, 'one')] }],
      cardsOf(cardInReview('a', 40, 400, 300)),
      today,
    )
    expect(section?.facts[0]?.level).toBe(1)
  })

  test('of a fact with two directions is that of the weaker', () => {
    const both = { ...pack, facts: [{ ...fact('a', 1, 'one'), directions: ['forward' as const, 'backward' as const] }] }
    const cards = cardsOf(cardInReview('a', 60, 1, -50))
    expect(masteryBySection([both], cards, today)[0]?.facts[0]?.level).toBe(0)
    cards.set(cardKey('a', 'backward'), { ...cardInReview('a', 3, 1, -1), direction: 'backward' })
    expect(masteryBySection([both], cards, today)[0]?.facts[0]?.level).toBe(2)
  })
})

describe('time', () => {
  test('is told in whole minutes, rounded up', () => {
    expect([minutesFor(0, 12), minutesFor(1, 12), minutesFor(10, 12)]).toEqual([0, 1, 2])
  })
})
