import { describe, expect, it } from 'vitest'
import { band, linear, path, pieces } from './chart.ts'

describe('the geometry of a drawing', () => {
  it('maps a domain onto a range, upside down too', () => {
    const y = linear([0.5, 1], [130, 20])
    expect([y(0.5), y(0.75), y(1)]).toEqual([130, 75, 20])
    expect(linear([1, 1], [4, 9])(1)).toBe(4)
  })
  it('draws a line through its points', () => {
    expect(
      path([
        [0, 1.26],
        [2, 3],
      ]),
    ).toBe('M0 1.3L2 3')
    expect(path([])).toBe('')
  })
  it('outlines a band along its upper edge and back', () => {
    expect(
      band([
        [0, 9, 1],
        [5, 8, 2],
      ]),
    ).toBe('M0 1L5 2L5 8L0 9Z')
    expect(band([])).toBe('')
  })
  it('cuts a row where a value is missing', () => {
    expect(pieces([1, 0, 0, 2, 3, 0], (n) => n > 0)).toEqual([[1], [2, 3]])
  })
})
