import type { Level } from '#lib/analytics/index.ts'
import { t } from '#words'

export type { Level }

export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]
const WORDS = [
  'common.levelNew',
  'common.levelFading',
  'common.levelShaky',
  'common.levelHolding',
  'common.levelSolid',
] as const

export const levelWord = (level: Level): string => t(WORDS[level])

/** "5 solid, 4 holding, 7 new": every level that occurs, the best first. */
export const levelCounts = (levels: readonly Level[]): string =>
  [...LEVELS]
    .reverse()
    .map((level) => ({ level, n: levels.filter((each) => each === level).length }))
    .filter(({ n }) => n > 0)
    .map(({ level, n }) => `${n} ${levelWord(level).toLowerCase()}`)
    .join(', ')

/** The widest map a phone can draw with cells that can still be told apart. */
const CELLS_MAX = 72

/** A cell of a map; `at` is its place among all facts drawn. */
export type Cell = { at: number; level: Level }

/**
 * What a map draws: one cell a fact, or, where a document holds more facts than a phone has room for, one cell for each
 * few facts of a section, at the mean of their levels rounded down. Sections without facts are left out.
 */
export const cellsOf = (groups: readonly (readonly Level[])[], cellsMax = CELLS_MAX): Cell[][] => {
  const each = Math.max(1, Math.ceil(groups.flat().length / cellsMax))
  let before = 0
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const cells: Cell[] = []
      for (let from = 0; from < group.length; from += each) {
        const part = group.slice(from, from + each)
        const mean = part.reduce<number>((sum, level) => sum + level, 0) / part.length
        cells.push({ at: before + from, level: Math.floor(mean) as Level })
      }
      before += group.length
      return cells
    })
}
