import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUuid, seededRandom, shuffled, uuidv7 } from './index.ts'

describe('ids', () => {
  test('are UUIDs of version 7 that sort by the time of making', () => {
    const time = fc.integer({ min: 0, max: 2 ** 47 })
    fc.assert(
      fc.property(time, time, fc.string(), (one, other, seed) => {
        const random = seededRandom(seed)
        const [a, b] = [uuidv7(one, random), uuidv7(other, random)]
        expect(isUuid(a) && a[14] === '7').toBe(true)
        expect(Number.parseInt(a.replace('-', '').slice(0, 12), 16)).toBe(one)
        if (one !== other) expect(a < b).toBe(one < other)
      }),
    )
  })
  test('made in one millisecond differ', () => {
    const random = seededRandom('x')
    expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(1, random))).size).toBe(10_000)
  })
  test('made in one millisecond sort by their count', () => {
    const made = [0, 1, 2, 9, 10, 4_095].map((count) => uuidv7(1, seededRandom(`${count}`), count))
    expect([...made].sort()).toEqual(made)
    expect(made.every(isUuid)).toBe(true)
  })
  test.each([
    null,
    1,
    '',
    'x',
    '00000000-0000-7000-8000-00000000000G',
    '00000000-0000-7000-c000-000000000000',
    '00000000-0000-7000-8000-00000000000A',
  ])('%s is no id', (value) => expect(isUuid(value)).toBe(false))
})

describe('chance', () => {
  test('repeats itself from the same seed and lies in [0, 1)', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)]
        for (let i = 0; i < 20; i++) {
          const value = one()
          expect(value).toBe(other())
          expect(value >= 0 && value < 1).toBe(true)
        }
      }),
    )
  })
  test('is even enough to be called so', () => {
    const random = seededRandom('even')
    const tally = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 10_000; i++) {
      const place = Math.floor(random() * 10)
      tally[place] = (tally[place] ?? 0) + 1
    }
    expect(Math.min(...tally)).toBeGreaterThan(900)
  })
  test('shuffles without loss and without touching what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items]
        const mixed = shuffled(items, seededRandom(seed))
        expect(items).toEqual(before)
        expect([...mixed].sort()).toEqual([...before].sort())
      }),
    )
  })
})
