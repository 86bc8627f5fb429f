import { describe, expect, it } from 'vitest'
import { isSlipping } from '#lib/log/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { cardInReview, cardsOf, packOfRows } from '#lib/testing/session.ts'
import { onShelf, shelfOf } from './index.ts'

const TODAY = { now: NOON, tzOffsetMin: 0, rolloverHour: 4 }
const pack = packOfRows(4)
const [first, second, third, fourth] = pack.facts.map(({ id }) => id)

const shelf = () => {
  const due = cardInReview(first ?? '', 5, 6, 1)
  const later = cardInReview(second ?? '', 50, 1, -49)
  const slipping = { ...cardInReview(third ?? '', 3, 1, -2), lapses: 5 }
  const asleep = { ...cardInReview(fourth ?? '', 5, 6, 0), suspended: true }
  return shelfOf([pack, { ...pack, setId: 'again' }], cardsOf(due, later, slipping, asleep), TODAY)
}

describe('the shelf', () => {
  it('has every card once, by where it stands', () => {
    const rows = shelf()
    expect(rows).toHaveLength(pack.facts.length * 2)
    const forward = rows.filter(({ direction }) => direction === 'forward').map(({ standing }) => standing)
    expect(forward).toEqual(['due', 'learnt', 'slipping', 'suspended'])
    expect(rows.filter(({ direction }) => direction === 'backward').every(({ standing }) => standing === 'new')).toBe(
      true,
    )
    expect(new Set(rows.map(({ setId }) => setId))).toEqual(new Set([pack.setId]))
  })

  it('knows what keeps slipping, until it holds after all', () => {
    const card = { ...cardInReview(first ?? '', 3, 1, 0), lapses: 4 }
    expect([isSlipping(card), isSlipping({ ...card, lapses: 3 }), isSlipping(undefined)]).toEqual([true, false, false])
    expect(isSlipping({ ...card, memory: { stability: 21, difficulty: 5 } })).toBe(false)
  })

  it('is searched by words, standing and set', () => {
    const rows = shelf()
    const none = { words: '', standing: null, setId: null, tag: null }
    expect(onShelf(rows, none)).toEqual(rows)
    expect(onShelf(rows, { ...none, standing: 'due' }).map(({ factId }) => factId)).toEqual([first])
    const [row] = rows
    expect(onShelf(rows, { ...none, words: row?.statement.toUpperCase() ?? '' }).length).toBeGreaterThan(0)
    expect(onShelf(rows, { ...none, words: 'no such words' })).toEqual([])
    expect(onShelf(rows, { ...none, setId: 'again' })).toEqual([])
    const tags = { [first ?? '']: ['exam', 'hard'] }
    expect(new Set(onShelf(rows, { ...none, tag: 'exam' }, tags).map(({ factId }) => factId))).toEqual(new Set([first]))
    expect(onShelf(rows, { ...none, tag: 'other' }, tags)).toEqual([])
  })

  it('of a hundred thousand cards is filtered in a moment', () => {
    const many = packOfRows(50_000)
    const rows = shelfOf([many], new Map(), TODAY)
    expect(rows).toHaveLength(100_000)
    expect(
      onShelf(rows, { words: rows[77]?.statement ?? '', standing: 'new', setId: null, tag: null }).length,
    ).toBeGreaterThan(0)
  })
})
