import { describe, expect, test } from 'vitest'
import { studyDay } from '#lib/scheduling/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { cardInReview, cardsOf, packOfForms, sessionInputOf } from '#lib/testing/session.ts'
import { comingDays, countsOfToday, nextToDo, type SessionInput } from './index.ts'

const DAY = 86_400_000
const TOMORROW = NOON + DAY - 8 * 3_600_000
const { settings } = sessionInputOf([])

describe('what comes next', () => {
  const card = cardInReview('s-1', 5, 5, 0)
  const next = (change: Partial<SessionInput>) => nextToDo(sessionInputOf([packOfForms(1)], change))

  test('is the beginning of the study day that a card is planned for', () =>
    expect(next({ cards: cardsOf({ ...card, lastDay: card.lastDay + 5, due: NOON + 3 * DAY }) })).toBe(
      TOMORROW + 2 * DAY,
    ))
  test('is the minute at which a missed card returns', () =>
    expect(next({ cards: cardsOf({ ...card, state: 'relearning', due: NOON + 600_000 }) })).toBe(NOON + 600_000))
  test('is tomorrow for what the limits of today hold back, or the first day that is not off', () => {
    expect(next({})).toBe(TOMORROW)
    const weekdaysOff = 1 << new Date(NOON + DAY).getUTCDay()
    expect(next({ settings: { ...settings, weekdaysOff } })).toBe(TOMORROW + DAY)
  })
  test('is never, where nothing is left to ask', () => {
    expect(nextToDo(sessionInputOf([]))).toBeNull()
    expect(next({ cards: cardsOf({ ...card, suspended: true }) })).toBeNull()
  })
})

describe('the days to come', () => {
  test('begin with today as it is counted, and go on as planned', () => {
    const cards = cardsOf(cardInReview('s-1', 1, 1, 0), cardInReview('s-2', 2, 0, -2), cardInReview('s-3', 2, 0, -2))
    const input = sessionInputOf([packOfForms(3)], { cards })
    expect(comingDays(input, countsOfToday(input), 4).map(({ cards }) => cards)).toEqual([1, 0, 2, 0])
  })

  test('hold what was put off on the day after, and nothing that was set aside', () => {
    const today = studyDay(NOON, 0)
    const cards = cardsOf(
      { ...cardInReview('s-1', 1, 3, 2), buriedDay: today },
      { ...cardInReview('s-2', 1, 3, 2), suspended: true },
    )
    const input = sessionInputOf([packOfForms(2)], { cards })
    expect(comingDays(input, countsOfToday(input), 3).map(({ cards }) => cards)).toEqual([0, 1, 0])
    expect(nextToDo(input)).toBe(TOMORROW)
  })

  test('share out what has piled up', () => {
    const cards = cardsOf(...Array.from({ length: 100 }, (_, i) => cardInReview(`s-${i + 1}`, 30, 40, 10)))
    const input = sessionInputOf([packOfForms(100)], { cards })
    const counts = countsOfToday(input)
    const days = comingDays(input, counts, 10).map((row) => row.cards)
    expect(days[0]).toBe(counts.backlog?.perDay)
    expect(days[1]).toBe(counts.backlog?.perDay)
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(100)
  })
})
