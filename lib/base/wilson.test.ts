import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from './index.ts'

describe('a share', () => {
  it('has the interval of Wilson', () => {
    // 81 of 263: E. B. Wilson's interval as in Newcombe 1998, table I.
    const { low, high } = wilson(81, 263)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
    const none = wilson(0, 20)
    expect([none.low, none.high.toFixed(4)]).toEqual([0, '0.1611'])
  })

  it('has an interval that holds the share and narrows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (asked, part) => {
        const right = Math.round(asked * part)
        const one = wilson(right, asked)
        const four = wilson(right * 4, asked * 4)
        expect(one.low).toBeLessThanOrEqual(right / asked + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(right / asked - 1e-12)
        expect(four.high - four.low).toBeLessThan(one.high - one.low)
      }),
    )
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})
