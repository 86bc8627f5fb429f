import { describe, expect, it } from 'vitest'
import { itemOf, takenBy } from '#lib/testing/quizzes.ts'
import { analyse, type Estimate } from './index.ts'

const near = (value: number, low: number, high: number): Estimate => ({
  value: expect.closeTo(value, 5),
  low: expect.closeTo(low, 5),
  high: expect.closeTo(high, 5),
})

/*
 *        one two three four   total
 *   p0    1   1    1    1       4
 *   p1    1   1    1    0       3
 *   p2    1   1    0    0       2
 *   p3    1   0    0    0       1
 *   p4    0   0    0    0       0
 */
const table = [
  itemOf('one', takenBy([1, 1, 1, 1, 0])),
  itemOf('two', takenBy([1, 1, 1, 0, 0])),
  itemOf('three', takenBy([1, 1, 0, 0, 0])),
  itemOf('four', takenBy([1, 0, 0, 0, 0])),
]

describe('a table worked by hand', () => {
  const { items, whole } = analyse(table)

  it('has the facilities of its columns', () => {
    expect(items.map(({ facility }) => facility.value)).toEqual([0.8, 0.6, 0.4, 0.2])
    // Wilson, z² = 3.841459, 4 of 5: (0.8 + 0.384146 ± 1.959964 · √(0.032 + 0.038415)) / 1.768292.
    expect(items[0]?.facility).toEqual(near(0.8, 0.375535, 0.963776))
  })

  it('has the correlations of each column with the rest', () => {
    // two: 1 1 1 0 0 beside 3 2 1 1 0, means 0.6 and 1.4; Σxy 1.8, Σx² 1.2, Σy² 5.2; r = 1.8 / √6.24.
    // artanh r = 0.908843, ± 1.959964 / √2 = 1.385904; tanh −0.477061 and tanh 2.294747.
    expect(items[1]?.discrimination).toEqual(near(0.720577, -0.443886, 0.979888))
    // one: 1 1 1 1 0 beside 3 2 1 0 0; Σxy 1.2, Σx² 0.8, Σy² 6.8; r = 1.2 / √5.44. four mirrors it, three mirrors two.
    expect(items[0]?.discrimination.value).toBeCloseTo(0.514496, 5)
    expect(items[3]?.discrimination.value).toBeCloseTo(0.514496, 5)
    expect(items[2]?.discrimination.value).toBeCloseTo(0.720577, 5)
  })

  it('has the reliability of its rows', () => {
    // Variances of the columns 0.2, 0.3, 0.3, 0.2, of the totals 2.5; α = 4/3 · (1 − 1 / 2.5) = 0.8.
    // ln 0.2 ± 1.959964 · √(8 / (3 · 3)) = −1.609438 ± 1.847872.
    expect(whole.alpha).toEqual(near(0.8, -0.269263, 0.968485))
    // √2.5 / 4 of the shares; 0.395285 · √0.2.
    expect(whole).toMatchObject({ takers: 5, items: 4, mean: 0.5, complete: true, dichotomous: true })
    expect(whole.sd).toBeCloseTo(0.395285, 5)
    expect(whole.sem).toBeCloseTo(0.176777, 5)
  })
})

describe('where nothing can be told', () => {
  const none = { value: null, low: null, high: null }

  it('of two people there is no correlation and no reliability', () => {
    const { items, whole } = analyse([itemOf('one', takenBy([1, 0])), itemOf('two', takenBy([1, 0]))])
    expect(items[0]?.discrimination).toEqual(none)
    expect(whole).toMatchObject({ alpha: none, sem: null })
  })

  it('of three there is a correlation, and no interval; nor of a perfect one', () => {
    const three = analyse([itemOf('one', takenBy([1, 0, 0])), itemOf('two', takenBy([1, 0, 1]))])
    expect(three.items[0]?.discrimination).toEqual({ value: expect.closeTo(0.5, 10), low: null, high: null })
    const alike = analyse([itemOf('one', takenBy([1, 0, 1, 0, 1])), itemOf('two', takenBy([1, 0, 1, 0, 1]))])
    expect(alike.items[0]?.discrimination).toEqual({ value: expect.closeTo(1, 10), low: null, high: null })
    expect(alike.whole).toMatchObject({ alpha: { value: expect.closeTo(1, 10), low: null, high: null } })
  })

  it('an item that all have alike tells nobody apart, and rounding makes no difference of it', () => {
    const thirds = itemOf('thirds', takenBy([1 / 3, 1 / 3, 1 / 3, 1 / 3]))
    const { items } = analyse([thirds, itemOf('two', takenBy([1, 0, 1, 0]))])
    expect(items[0]?.discrimination).toEqual(none)
    expect(items[1]?.discrimination).toEqual(none)
  })

  it('of nobody, of one person and of no item there are no figures', () => {
    expect(analyse([]).whole).toMatchObject({ takers: 0, mean: null, sd: null, alpha: none })
    const { items, whole } = analyse([itemOf('one', []), itemOf('two', takenBy([1]))])
    expect(items[0]).toMatchObject({ asked: 0, facility: none, flags: [] })
    expect(whole).toMatchObject({ takers: 1, items: 1, mean: 1, sd: null })
  })
})

describe('where not all are asked the same', () => {
  it('the rest is the share right of what each was asked, and there is no alpha', () => {
    const [a, b, c, d, e] = takenBy([1, 0, 1, 0, 1])
    // Rests: p0 1/1, p1 0/2, p2 1/2, p3 0/1, p4 0/1; Σxy 0.6, Σx² 1.2, Σy² 0.8 (means 0.6 and 0.3).
    const { items, whole } = analyse([
      itemOf('all', takenBy([1, 0, 1, 0, 1])),
      itemOf(
        'some',
        [a, b, c].flatMap((one) => (one ? [one] : [])),
      ),
      itemOf(
        'others',
        [b, c, d, e].flatMap((one) => (one ? [{ ...one, share: 0 }] : [])),
      ),
    ])
    expect(items[0]?.discrimination.value).toBeCloseTo(0.6 / Math.sqrt(1.2 * 0.8), 10)
    expect(whole).toMatchObject({ complete: false, alpha: { value: null }, sem: null, takers: 5, items: 3 })
  })

  it('whoever was asked nothing else is in no correlation', () => {
    const alone = itemOf('one', takenBy([1, 0, 1, 0, 0]))
    const two = itemOf('two', takenBy([1, 1, 0, 0]))
    expect(analyse([alone, two]).items[0]?.discrimination.value).toBe(0)
  })
})

it('a question that was dropped is measured, and is in nobody’s rest or total', () => {
  const dropped = itemOf('dropped', takenBy([0, 0, 0, 1, 1]), { counts: false })
  const { items, whole } = analyse([...table, dropped])
  const without = analyse(table)
  expect(items.slice(0, 4)).toEqual(without.items)
  expect(whole).toEqual(without.whole)
  // 0 0 0 1 1 beside 4 3 2 1 0; Σxy −3, Σx² 1.2, Σy² 10.
  expect(items[4]?.discrimination.value).toBeCloseTo(-3 / Math.sqrt(12), 10)
})
