import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attemptEntryOf,
  cardEntryOf,
  examEntryOf,
  examOf,
  gradeOf,
  minutesEntryOf,
  numberedId,
  reviewOf,
  undoOf,
} from '#lib/testing/entries.ts'
import { clipGiven, GIVEN_BYTES_MAX, parseClientEntry, unacknowledged } from './index.ts'

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const reasonFor = (value: unknown): string => {
  const parsed = parseClientEntry(value)
  return parsed.ok ? 'taken' : parsed.error
}
const grades = (count: number) => Array.from({ length: count }, (_, i) => gradeOf(`f${i}`, 3))

describe('an entry that a device may send', () => {
  test.each([
    reviewOf(1),
    reviewOf(2, { grades: grades(20), form: 'order', mode: 'tap' }),
    reviewOf(3, { auto: null, mode: 'flip', given: '', attemptId: numberedId(9), context: 'practice' }),
    undoOf(4, numberedId(1)),
    cardEntryOf(5, 'suspend'),
    cardEntryOf(6, 'reset'),
    examEntryOf(7, examOf({ result: 0.71, said: { low: 0.6, expected: 0.7, high: 0.8 } })),
    examEntryOf(8, null),
    minutesEntryOf(9, [0, 20, 20, 20, 20, 20, 45], [{ date: '2028-02-29', minutes: 0 }]),
    attemptEntryOf(10, numberedId(30), ['q1', 'q2']),
  ])('is taken as it is: %#', (entry) => {
    expect(parseClientEntry(sent(entry))).toEqual({ ok: true, value: entry })
  })

  test.each<[string, unknown, string]>([
    ['nothing', null, 'not an object'],
    ['a list', [], 'not an object'],
    ['no kind', { ...reviewOf(1), kind: undefined }, 'bad kind'],
    ['a kind of the prototype', { ...reviewOf(1), kind: 'constructor' }, 'bad kind'],
    ["the server's kind", { ...reviewOf(1), kind: 'settings' }, 'bad kind'],
    ["the server's kind", { ...reviewOf(1), kind: 'regrade' }, 'bad kind'],
    ["the server's kind", { ...reviewOf(1), kind: 'invalidate' }, 'bad kind'],
    ['another version', { ...reviewOf(1), v: 2 }, 'bad v'],
    ['a bad id', { ...reviewOf(1), id: 'x' }, 'bad id'],
    ['seq 0', { ...reviewOf(1), seq: 0 }, 'bad seq'],
    ['half a seq', { ...reviewOf(1), seq: 1.5 }, 'bad seq'],
    ['a time as text', { ...reviewOf(1), at: '2026' }, 'bad at'],
    ['a time that no date can be', { ...reviewOf(1), at: 9e15 }, 'bad at'],
    ['a zone beyond the earth', { ...reviewOf(1), tzOffsetMin: 900 }, 'bad tzOffsetMin'],
    ['rating 0', { ...reviewOf(1), grades: [{ ...gradeOf('f', 3), rating: 0 }] }, 'grades: bad rating'],
    ['rating 2.5', { ...reviewOf(1), grades: [{ ...gradeOf('f', 3), rating: 2.5 }] }, 'grades: bad rating'],
    ['no grades', reviewOf(1, { grades: [] }), 'bad grades'],
    ['too many grades', reviewOf(1, { grades: grades(21) }), 'bad grades'],
    ['a fact twice', reviewOf(1, { grades: [gradeOf('f', 1), gradeOf('f', 2)] }), 'grades: a fact twice'],
    ['a fact version 0', reviewOf(1, { grades: [gradeOf('f', 1, 0)] }), 'grades: bad factVersion'],
    ['an unknown form', { ...reviewOf(1), form: 'essay' }, 'bad form'],
    ['too long an answer', reviewOf(1, { given: 'é'.repeat(1025) }), 'bad given'],
    ['a NUL', reviewOf(1, { given: 'a\0b' }), 'bad given'],
    ['half a surrogate pair', reviewOf(1, { given: 'a\ud800b' }), 'bad given'],
    ['a negative duration', reviewOf(1, { durationMs: -1 }), 'bad durationMs'],
    ['an unknown key', { ...reviewOf(1), note: 'x' }, 'unknown key note'],
    ["the server's time", unacknowledged(reviewOf(1)), 'unknown key effectiveAt'],
    [
      'an unknown key in a grade',
      { ...reviewOf(1), grades: [{ ...gradeOf('f', 3), due: 1 }] },
      'grades: unknown key due',
    ],
    ['an undo of nothing', { ...undoOf(1, 'x') }, 'bad target'],
    ['a date that no calendar has', examEntryOf(1, examOf({ date: '2026-02-30' })), 'bad exam'],
    ['an hour that no clock shows', examEntryOf(1, examOf({ time: '24:00' })), 'bad exam'],
    ['nothing to prepare for', examEntryOf(1, examOf({ parts: [] })), 'bad exam'],
    ['a goal beyond all', examEntryOf(1, examOf({ goal: 1.1 })), 'bad exam'],
    [
      'a weight below nothing',
      examEntryOf(1, examOf({ parts: [{ setId: 's', section: null, weight: -1 }] })),
      'bad exam',
    ],
    ['an unknown key in an exam', examEntryOf(1, { ...examOf(), note: 'x' } as never), 'bad exam'],
    ['six days a week', minutesEntryOf(1, [1, 2, 3, 4, 5, 6]), 'bad weekdays'],
    ['a day of 25 hours', minutesEntryOf(1, [1_500, 0, 0, 0, 0, 0, 0]), 'bad weekdays'],
    ['a test of no set', { ...attemptEntryOf(1, numberedId(3)), setIds: [] }, 'bad setIds'],
    ['no fact', { ...cardEntryOf(1, 'bury', '') }, 'bad factId'],
  ])('is refused with %s', (_what, value, reason) => {
    expect(reasonFor(value)).toBe(reason)
  })

  test('the limit of an answer is in bytes', () => {
    expect(reasonFor(reviewOf(1, { given: 'é'.repeat(1024) }))).toBe('taken')
  })

  test('a prototype cannot be slipped in, nor be read from', () => {
    const json = JSON.stringify(reviewOf(1)).replace('{', '{"__proto__":{"kind":"settings"},')
    expect(reasonFor(JSON.parse(json))).toBe('unknown key __proto__')
    expect(reasonFor(Object.create(reviewOf(1)))).toBe('bad kind')
    expect(Object.getPrototypeOf({})).not.toHaveProperty('kind')
  })

  test('anything at all is an answer, not an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        expect(parseClientEntry(value).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('a field that is left out is refused by its name', () => {
    for (const key of Object.keys(reviewOf(1)).filter((one) => one !== 'kind')) {
      const { [key]: _left, ...rest } = sent(reviewOf(1)) as Record<string, unknown>
      expect(reasonFor(rest)).toBe(`bad ${key}`)
    }
  })
})

describe('what was answered, fit for an entry', () => {
  test('option texts stand on lines of their own', () => expect(clipGiven(['a', 'b'])).toBe('a\nb'))
  test('whatever is typed can be stored, and what fits is kept whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(150), (text, times) => {
        const kept = clipGiven(text.repeat(times))
        expect(reasonFor(reviewOf(1, { given: kept }))).toBe('taken')
        const clean = text.repeat(times).replaceAll('\0', '')
        if (new TextEncoder().encode(clean).length <= GIVEN_BYTES_MAX) expect(kept).toBe(clean)
        else expect(clean.startsWith(kept)).toBe(true)
      }),
    )
  })
  test('half a surrogate pair is left out', () => expect(clipGiven('a\ud800b')).toBe('ab'))
})
