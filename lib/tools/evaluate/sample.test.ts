import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#lib/base/index.ts'
import { quotas, stratified } from './sample.ts'

describe('quotas', () => {
  test.each([
    [[10, 2, 10], 12, [5, 2, 5]],
    [[5, 5, 5], 4, [2, 1, 1]],
    [[1, 2], 9, [1, 2]],
    [[0, 3], 2, [0, 2]],
    [[], 5, []],
  ])('of %j for %i', (available, size, drawn) => {
    expect(quotas(available, size)).toEqual(drawn)
  })

  test('draw what was asked for, never more than there is, and evenly', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 12 }), fc.nat({ max: 300 }), (available, size) => {
        const drawn = quotas(available, size)
        const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
        expect(sum(drawn)).toBe(Math.min(size, sum(available)))
        expect(drawn.every((count, i) => count <= (available[i] ?? 0))).toBe(true)
        const unspent = drawn.filter((count, i) => count < (available[i] ?? 0))
        expect(unspent.every((count) => Math.max(...drawn) - count <= 1)).toBe(true)
      }),
    )
  })
})

test('a stratified sample is decided by its seed, and draws nothing twice', () => {
  const items = Array.from({ length: 30 }, (_, i) => `${'abc'[i % 3]}${i}`)
  const draw = (seed: string) => stratified(items, (item) => item.slice(0, 1), 9, seededRandom(seed))
  expect(draw('1')).toEqual(draw('1'))
  expect(draw('1')).not.toEqual(draw('2'))
  expect(new Set(draw('1')).size).toBe(9)
  expect(draw('1').map((item) => item.slice(0, 1))).toEqual([...'aaabbbccc'])
})
