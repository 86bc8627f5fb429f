import { describe, expect, it } from 'vitest'
import { cellsOf, type Level, levelCounts } from './level.ts'

describe('the map of a document', () => {
  const drawn = (groups: Level[][], cellsMax?: number) =>
    cellsOf(groups, cellsMax).map((group) => group.map(({ level }) => level))

  it('draws a cell a fact while there is room, and no empty section', () => {
    expect(drawn([[4, 0], [], [1, 2]])).toEqual([
      [4, 0],
      [1, 2],
    ])
  })

  it('draws one cell for several facts of a section where there is none, never better than their mean', () => {
    expect(drawn([[4, 4, 4, 0, 0, 1], [3]], 4)).toEqual([[4, 2, 0], [3]])
    expect(drawn([Array.from({ length: 500 }, () => 2 as const)]).flat().length).toBeLessThanOrEqual(72)
  })

  it('says its levels in words, the best first', () => {
    expect(levelCounts([0, 4, 4, 1])).toBe('2 solid, 1 fading, 1 new')
  })
})
