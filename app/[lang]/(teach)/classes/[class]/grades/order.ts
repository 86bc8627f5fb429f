import type { BookRow } from './cells.ts'

/** What the rows go by: a column of the gradebook by its place, or one of those beside it. */
export type SortKey = number | 'name' | 'week' | 'last'
export type Sorting = { readonly key: SortKey; readonly down: boolean }

/** Where a row stands; null: nowhere, after all others whichever way round. */
const placeOf = (row: BookRow, key: SortKey, at: number): number | null => {
  if (key === 'name') return at
  if (key === 'week') return row.week
  if (key === 'last') return row.lastDay
  return row.cells[key]?.[0] ?? null
}

/** Rows in order. They are given in that of their names, which also decides between equals. */
export const ordered = (rows: readonly BookRow[], { key, down }: Sorting): BookRow[] => {
  const placed = rows.map((row, at) => ({ row, at, value: placeOf(row, key, at) }))
  placed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.at - b.at
    return (down ? b.value - a.value : a.value - b.value) || a.at - b.at
  })
  return placed.map(({ row }) => row)
}

/** What a head does when it is pressed: the least first, then the other way round. */
export const turned = (before: Sorting, key: SortKey): Sorting => ({ key, down: before.key === key && !before.down })
