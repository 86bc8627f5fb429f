import { describe, expect, test } from 'vitest'
import { MS_PER_DAY } from '#lib/base/index.ts'
import { nextMemory, studyDay, studyDayStart } from '#lib/scheduling/index.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, storedOf, undoOf } from '#lib/testing/entries.ts'
import { type CardState, cardKey, foldCards, newCard, replayCards, type StoredEntry } from './index.ts'

const F1 = cardKey('f1', 'forward')
const fold = (...entries: StoredEntry[]): CardState | undefined => foldCards(entries).get(F1)
const day = (n: number) => NOON + n * MS_PER_DAY
const server = { v: 1, deviceId: 'server', tzOffsetMin: 0, effectiveAt: NOON, at: NOON } as const

describe('one card', () => {
  test('a first good answer makes a card in review, due at a rollover', () => {
    const card = fold(storedOf(reviewOf(1)))
    expect(card).toMatchObject({ state: 'review', reps: 1, lapses: 0, factVersion: 1, lastAt: NOON })
    expect(card?.memory).toEqual(nextMemory(null, 0, 3))
    expect(card?.due).toBe(studyDayStart(studyDay(NOON, 0) + 2, 0))
  })

  test('elapsed days are study days of the learner, not days of UTC', () => {
    // 23:00 and 01:00 in Tokyo: two dates there, one study day, and one day of UTC.
    const late = Date.UTC(2026, 2, 1, 14)
    const tokyo = (n: number, at: number) => storedOf(reviewOf(n, { at, tzOffsetMin: 540 }))
    const once = nextMemory(null, 0, 3)
    expect(fold(tokyo(1, late), tokyo(2, late + 2 * 3_600_000))?.memory).toEqual(nextMemory(once, 0, 3))
    // 03:00 and 05:00 in Tokyo: one date and one day of UTC, two study days.
    const early = Date.UTC(2026, 2, 1, 18)
    expect(fold(tokyo(1, early), tokyo(2, early + 2 * 3_600_000))?.memory).toEqual(nextMemory(once, 1, 3))
  })

  test('only an again from review is a lapse', () => {
    const again = (n: number, at: number) => storedOf(reviewOf(n, { at, grades: [gradeOf('f1', 1)] }))
    expect(fold(again(1, NOON))).toMatchObject({ state: 'learning', lapses: 0, due: NOON + 600_000 })
    const lapsed = [storedOf(reviewOf(1)), again(2, day(2)), again(3, day(2) + 700_000)]
    expect(fold(...lapsed)).toMatchObject({ state: 'relearning', lapses: 1, reps: 3 })
  })

  test('the corrected time counts, not the wrong clock of the device', () => {
    const nextYear = day(365)
    expect(fold(storedOf(reviewOf(1, { at: nextYear }), NOON))).toEqual(fold(storedOf(reviewOf(1))))
  })

  test('practice moves nothing and makes no card', () => {
    const practice = storedOf(reviewOf(2, { at: day(1), context: 'practice' }))
    expect(fold(practice)).toBeUndefined()
    expect(fold(storedOf(reviewOf(1)), practice)).toEqual(fold(storedOf(reviewOf(1))))
  })

  test('suspend, unsuspend, bury and reset', () => {
    const answered = storedOf(reviewOf(1))
    expect(fold(storedOf(cardEntryOf(2, 'suspend')))).toMatchObject({ state: 'new', suspended: true })
    expect(fold(answered, storedOf(cardEntryOf(2, 'suspend')))?.suspended).toBe(true)
    expect(fold(answered, storedOf(cardEntryOf(2, 'suspend')), storedOf(cardEntryOf(3, 'unsuspend')))?.suspended).toBe(
      false,
    )
    expect(fold(answered, storedOf(cardEntryOf(2, 'bury')))?.buriedDay).toBe(studyDay(NOON, 0))
    const reset = storedOf(cardEntryOf(2, 'reset', 'f1', { at: day(1) }))
    expect(fold(answered, reset)).toMatchObject({ state: 'new', memory: null, reps: 0, due: day(1) })
    expect(fold(answered, reset, storedOf(reviewOf(3, { at: day(5) })))?.memory).toEqual(nextMemory(null, 0, 3))
  })
})

describe('undo', () => {
  const answer = storedOf(reviewOf(1))
  test('takes back the whole entry, however often it comes', () => {
    const both = storedOf(reviewOf(1, { grades: [gradeOf('f1', 3), gradeOf('f2', 1)] }))
    const undo = storedOf(undoOf(2, numberedId(1)))
    expect(foldCards([both, undo, undo, storedOf(undoOf(3, numberedId(1)))]).size).toBe(0)
  })

  test('waits for a target that comes later', () => {
    const undo = storedOf(undoOf(2, numberedId(1)))
    expect(foldCards([undo]).size).toBe(0)
    expect(foldCards([undo, answer]).size).toBe(0)
  })

  test('never takes back an undo, nor what the server wrote', () => {
    const undone = [answer, storedOf(undoOf(2, numberedId(1)))]
    expect(foldCards([...undone, storedOf(undoOf(3, numberedId(2)))]).size).toBe(0)
    const regrade: StoredEntry = {
      ...server,
      id: numberedId(9),
      seq: 1,
      kind: 'regrade',
      target: numberedId(1),
      grades: [gradeOf('f1', 1)],
    }
    const plain = fold(answer, regrade)
    expect(fold(answer, regrade, storedOf(undoOf(4, numberedId(9))))).toEqual(plain)
  })

  test('takes back a suspension', () => {
    const suspended = storedOf(cardEntryOf(2, 'suspend'))
    expect(fold(answer, suspended, storedOf(undoOf(3, numberedId(2))))?.suspended).toBe(false)
  })
})

describe('entries of the server', () => {
  const answer = storedOf(reviewOf(1))
  test('a changed answer is due now, and missing it first is no lapse', () => {
    const invalidate = (factVersion: number): StoredEntry => ({
      ...server,
      id: numberedId(9),
      seq: 1,
      effectiveAt: day(1),
      kind: 'invalidate',
      factId: 'f1',
      factVersion,
    })
    expect(fold(answer, invalidate(2))).toMatchObject({ due: day(1), state: 'relearning', reps: 1 })
    expect(fold(answer, invalidate(1))?.due).toBe(fold(answer)?.due)
    const missed = storedOf(reviewOf(3, { at: day(2), grades: [gradeOf('f1', 1, 2)] }))
    expect(fold(answer, invalidate(2), missed)?.lapses).toBe(0)
  })

  test('the last regrade of an answer is what it counts as', () => {
    const regrade = (n: number, rating: 1 | 4): StoredEntry => ({
      ...server,
      id: numberedId(90 + n),
      seq: n,
      kind: 'regrade',
      target: numberedId(1),
      grades: [gradeOf('f1', rating), gradeOf('f9', 1)],
    })
    const cards = foldCards([answer, regrade(2, 4), regrade(1, 1)])
    expect(cards.get(F1)?.memory).toEqual(nextMemory(null, 0, 4))
    expect(cards.size).toBe(1)
  })

  test('a desired retention holds for the answers after it', () => {
    const settings: StoredEntry = {
      ...server,
      id: numberedId(9),
      seq: 1,
      effectiveAt: day(1),
      kind: 'settings',
      weights: null,
      desiredRetention: 0.97,
      schedulerVersion: 6,
    }
    const second = storedOf(reviewOf(2, { at: day(2) }))
    expect(fold(answer, settings)).toEqual(fold(answer))
    expect(fold(answer, settings, second)?.due).toBeLessThan(fold(answer, second)?.due ?? 0)
  })

  test('weights hold for the whole log; weights that FSRS refuses count as none', () => {
    const settings = (weights: number[]): StoredEntry => ({
      ...server,
      id: numberedId(9),
      seq: 1,
      effectiveAt: day(1),
      kind: 'settings',
      weights,
      desiredRetention: 0.9,
      schedulerVersion: 6,
    })
    const weights = [
      0.3, 1.4, 5, 9, 6.4, 0.8, 3, 0.001, 1.8, 0.17, 0.8, 1.5, 0.06, 0.26, 1.6, 0.6, 1.9, 0.5, 0.1, 0.07, 0.2,
    ]
    expect(fold(answer, settings(weights))?.memory?.stability).toBeCloseTo(5, 6)
    expect(fold(answer, settings([1, 2]))).toEqual(fold(answer))
  })
})

test('a replay of some cards tells which are gone', () => {
  const entries = [storedOf(reviewOf(1)), storedOf(undoOf(2, numberedId(1)))]
  expect(replayCards([F1], entries)).toEqual(new Map([[F1, null]]))
  expect(newCard('f1', 'forward').memory).toBeNull()
})
