import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreement } from './kappa.ts'
import { wilson } from './wilson.ts'

describe('wilson', () => {
  // z = 1.959964, z² = 3.841459. For 8 of 10: centre (0.8 + 0.192073) / 1.384146, half 1.416019 · √(0.016 + 0.0096036).
  test.each([
    [8, 10, 0.490162, 0.943318],
    [90, 100, 0.825634, 0.944771],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
  ])('%i of %i', (yes, n, low, high) => {
    const share = wilson(yes, n)
    expect(share.low).toBeCloseTo(low, 5)
    expect(share.high).toBeCloseTo(high, 5)
  })

  test('says nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual({ n: 0, yes: 0, share: null, low: null, high: null })
  })

  test('holds the share, stays within 0 and 1, and mirrors', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        const { low, high, share } = wilson(yes, n)
        const bounds = [0, low, share, high, 1].map(Number)
        expect([...bounds].sort((a, b) => a - b)).toEqual(bounds)
        expect(wilson(n - yes, n).high).toBeCloseTo(1 - Number(low), 10)
      }),
    )
  })
})

describe('agreement', () => {
  const pairs = (both: number, onlyA: number, onlyB: number, neither: number) => [
    ...Array.from({ length: both }, () => [true, true] as const),
    ...Array.from({ length: onlyA }, () => [true, false] as const),
    ...Array.from({ length: onlyB }, () => [false, true] as const),
    ...Array.from({ length: neither }, () => [false, false] as const),
  ]

  test('is what two raters have beyond chance', () => {
    // Observed 35/50; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5; (0.7 − 0.5) / 0.5.
    expect(agreement(pairs(20, 5, 10, 15))).toEqual({ n: 50, share: 0.7, kappa: expect.closeTo(0.4, 10) })
    // Always at odds: observed 0, by chance 0.5.
    expect(agreement(pairs(0, 5, 5, 0))).toEqual({ n: 10, share: 0, kappa: -1 })
  })

  test('has no kappa where chance alone would always agree, and none of nothing', () => {
    expect(agreement(pairs(7, 0, 0, 0))).toEqual({ n: 7, share: 1, kappa: null })
    expect(agreement([])).toEqual({ n: 0, share: null, kappa: null })
  })

  test('is the same whoever is called the first, and 1 where all are alike', () => {
    const counts = fc.nat({ max: 40 })
    fc.assert(
      fc.property(counts, counts, counts, counts, (a, b, c, d) => {
        expect(agreement(pairs(a, b, c, d)).kappa ?? 2).toBeCloseTo(agreement(pairs(a, c, b, d)).kappa ?? 2, 10)
        expect(agreement(pairs(a + 1, 0, 0, d + 1)).kappa).toBeCloseTo(1, 10)
      }),
    )
  })
})
