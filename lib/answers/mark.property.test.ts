import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '#lib/testing/runs.ts'
import { editDistance } from './distance.ts'
import { mark, normalise } from './index.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 12 })
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const typed = (key: string) => ({ form: 'typed' as const, key, accepted: [key] })
const months = 'January February March April May June July August September October November December'.split(' ')
const date = fc.record({
  day: fc.integer({ min: 1, max: 31 }),
  month: fc.nat(11),
  year: fc.integer({ min: 1000, max: 2999 }),
})
type Day = { day: number; month: number; year: number }
const formats: ((day: Day) => string)[] = [
  ({ day, month, year }) => `${day} ${months[month]} ${year}`,
  ({ day, month, year }) => `${months[month]} ${day}, ${year}`,
  ({ day, month, year }) => `the ${day}th of ${months[month]?.slice(0, 3)} ${year}`,
  ({ day, month, year }) => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  ({ day, month, year }) => `${day}/${month + 1}/${year}`,
]
const format = fc.constantFrom(...formats)

describe('marking what is typed', () => {
  test('takes any answer itself, in any case and with any spacing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(normalise(text) !== '')
        expect(mark(typed(text), text)).toMatchObject({ verdict: 'right', nearly: false })
        expect(mark(typed(text), `  ${text} `).verdict).toBe('right')
      }),
      { numRuns: runs(500) },
    )
  })

  test('takes any whole number in digits, with separators, and no other number', () => {
    const number = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(mark(typed(String(one)), one.toLocaleString('en')).verdict).toBe('right')
        expect(mark(typed(one.toLocaleString('en')), String(one)).verdict).toBe('right')
        if (one !== other) expect(mark(typed(String(one)), String(other)).verdict).toBe('wrong')
        if (one !== other) expect(mark(typed(`the pact of ${one}`), `the pact of ${other}`).verdict).toBe('wrong')
      }),
      { numRuns: runs(500) },
    )
  })

  test('takes a date in any form, and no other date, nor a part of it', () => {
    fc.assert(
      fc.property(date, date, format, format, (one, other, write, read) => {
        expect(mark(typed(write(one)), read(one)).verdict).toBe('right')
        expect(mark(typed(write(one)), String(one.year)).verdict).toBe('wrong')
        const isSame =
          one.year === other.year &&
          [one.day, one.month + 1].sort().join() === [other.day, other.month + 1].sort().join()
        if (!isSame) expect(mark(typed(write(one)), read(other)).verdict).toBe('wrong')
      }),
      { numRuns: runs(500) },
    )
  })

  test('passes nothing for a slip that is more than two letters off', () => {
    fc.assert(
      fc.property(phrase, phrase, (key, given) => {
        const { nearly } = mark(typed(key), given)
        if (nearly) expect(editDistance(normalise(given), normalise(key))).toBeLessThanOrEqual(3)
      }),
      { numRuns: runs(1000) },
    )
  })

  test('passes a doubled letter inside a long word, but not another known answer', () => {
    const long = fc.string({ unit: fc.constantFrom(...'bcdfghklmprst'), minLength: 6, maxLength: 14 })
    fc.assert(
      fc.property(long, fc.nat(), (key, place) => {
        const at = 1 + (place % (key.length - 1))
        const given = key.slice(0, at) + key.charAt(at) + key.slice(at)
        expect(mark(typed(key), given)).toMatchObject({ verdict: 'right', nearly: true })
        expect(mark(typed(key), given, [], [given]).verdict).toBe('wrong')
        expect(mark(typed(key), given, [['x', given]]).verdict).toBe('wrong')
        expect(mark(typed(key), given, [[key, given]])).toMatchObject({ verdict: 'right', nearly: false })
      }),
    )
  })

  test('gives rows that spell what was given and what the text says', () => {
    fc.assert(
      fc.property(phrase, phrase, (key, given) => {
        const { diff } = mark(typed(key), given)
        if (!diff) return
        const spell = (row: (typeof diff)[number]) => row.map(({ text }) => text).join('')
        expect(diff.map(spell)).toEqual([given, key])
        expect(diff[0].every(({ text, kind }) => kind !== 'missing' || text === '')).toBe(true)
      }),
    )
  })
})

describe('the distance', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abcd', 'abdc', 1],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['𠮷', '吉', 1],
  ])('%s to %s is %i', (a, b, expected) => expect(editDistance(a, b)).toBe(expected))

  test('is symmetric, 0 only for equals, and cut off above a limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, max) => {
        const distance = editDistance(a, b)
        expect(editDistance(b, a)).toBe(distance)
        expect(distance === 0).toBe(a === b)
        expect(editDistance(a, b, max)).toBe(Math.min(distance, max + 1))
      }),
    )
  })
})
