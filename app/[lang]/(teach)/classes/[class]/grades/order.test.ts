import { describe, expect, it } from 'vitest'
import { type BookRow, bookCell, GOING, WAITING } from './cells.ts'
import { ordered, type Sorting, turned } from './order.ts'

const row = (name: string, mark: number | null, week: number, lastDay: number | null): BookRow => ({
  ...{ userId: name, name, isGuest: false, week, lastDay, words: [], cells: [mark === null ? null : [mark, null, 0]] },
})
const rows = [row('Ada', 0.5, 10, 7), row('Bo', null, 30, null), row('Cy', 0.9, 10, 9), row('Dee', 0.5, 0, 8)]
const names = (sorting: Sorting) =>
  ordered(rows, sorting)
    .map(({ name }) => name.charAt(0))
    .join('')

describe('the order of a gradebook', () => {
  it.each<[Sorting, string]>([
    [{ key: 'name', down: false }, 'ABCD'],
    [{ key: 'name', down: true }, 'DCBA'],
    [{ key: 0, down: false }, 'ADCB'],
    [{ key: 0, down: true }, 'CADB'],
    [{ key: 'week', down: true }, 'BACD'],
    [{ key: 'last', down: false }, 'ADCB'],
    [{ key: 'last', down: true }, 'CDAB'],
  ])('by %j is %s: whoever has nothing comes last', (sorting, expected) => expect(names(sorting)).toBe(expected))

  it('turns round at the second press', () => {
    const once = turned({ key: 'name', down: false }, 2)
    expect(once).toEqual({ key: 2, down: false })
    expect(turned(once, 2)).toEqual({ key: 2, down: true })
    expect(turned(turned(once, 2), 2)).toEqual({ key: 2, down: false })
  })
})

describe('a cell as a browser gets it', () => {
  const quiz = { points: null, outOf: null, attempts: 1, passed: null, lastAt: null, spentMs: 0, weekMs: 0 }
  it('says the mark, the recall and what is going on', () => {
    expect(bookCell(null)).toBeNull()
    const study = { met: 1 / 3, today: 0.5, due: 0.21239, answers: 3, selfRated: null, spentMs: 1 }
    expect(bookCell({ kind: 'study', ...study })).toEqual([0.333, 0.212, 0])
    expect(bookCell({ kind: 'quiz', ...quiz, mark: null, going: true, undecided: true })).toEqual([
      null,
      null,
      GOING + WAITING,
    ])
    expect(bookCell({ kind: 'quiz', ...quiz, mark: 1, going: false, undecided: true })).toEqual([1, null, WAITING])
  })
})
