import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { squareFor } from './qr.ts'

const ADDRESS = 'https://footnote.example/enter#ABCD2345'

/** The modules that a path fills, painted back. */
const painted = ({ size, path }: { size: number; path: string }): boolean[][] => {
  const grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  return grid
}

describe('the square for a camera', () => {
  it('has every dark module and no other', () => {
    expect(painted(squareFor(ADDRESS))).toEqual(encode(ADDRESS, { ecc: 'M', border: 4 }).data)
  })

  it('stands in four modules of white', () => {
    const grid = painted(squareFor(ADDRESS))
    const edges = [...grid.slice(0, 4), ...grid.slice(-4), ...grid.map((row) => [...row.slice(0, 4), ...row.slice(-4)])]
    expect(edges.flat()).not.toContain(true)
    expect(grid[4]?.[4]).toBe(true)
  })
})
