import type { GradeCell, GradeColumn, GradeRow } from '#lib/server/classes/grades.ts'

/** A cell as a browser gets it, of which there may be twenty thousand: mark, recall on the day, and what else is to be said. */
export type BookCell = readonly [mark: number | null, due: number | null, state: number]
export const GOING = 1
export const WAITING = 2

/** A learner as a browser gets them. */
export type BookRow = {
  readonly userId: string
  readonly name: string
  readonly isGuest: boolean
  /** Minutes in the last seven days. */
  readonly week: number
  readonly lastDay: number | null
  /** Why they need a word. */
  readonly words: readonly string[]
  readonly cells: readonly (BookCell | null)[]
}
export type BookColumn = Pick<GradeColumn, 'assignmentId' | 'kind' | 'title' | 'language' | 'date' | 'closesAt'>

const round = (share: number): number => Math.round(share * 1_000) / 1_000

export const bookCell = (cell: GradeCell | null): BookCell | null => {
  if (cell === null) return null
  if (cell.kind === 'study') return [round(cell.met), round(cell.due), 0]
  const state = (cell.going ? GOING : 0) + (cell.undecided ? WAITING : 0)
  return [cell.mark === null ? null : round(cell.mark), null, state]
}

export const bookRow = (row: GradeRow, name: string, words: readonly string[]): BookRow => ({
  ...{ userId: row.userId, name, isGuest: row.isGuest, lastDay: row.lastDay, words },
  ...{ week: Math.round(row.weekMs / 60_000), cells: row.cells.map(bookCell) },
})
