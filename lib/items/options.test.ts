import { describe, expect, it } from 'vitest'
import { itemOf, takenBy } from '#lib/testing/quizzes.ts'
import { analyse, type Item, toLookAt } from './index.ts'

const options = ['A', 'B', 'C', 'D'].map((text) => ({ text, isKey: text === 'A' }))

/** Who chose what, the strongest first; a second question makes the order of the people. */
const chosen = (letters: string, strength = (place: number) => 1 - place / letters.length): Item[] => {
  const given = (place: number) => (letters[place] === '-' ? null : (letters[place] ?? null))
  const places = [...letters].map((_, place) => place)
  return [
    itemOf(
      'asked',
      takenBy(
        [...letters].map((letter) => Number(letter === 'A')),
        given,
      ),
      { options },
    ),
    itemOf('strength', takenBy(places.map(strength))),
  ]
}
const first = (items: Item[]) => {
  const [found] = analyse(items).items
  if (!found) throw new Error('no item')
  return found
}

describe('options', () => {
  it('are counted for all, and for the strongest and weakest 27 %', () => {
    // 27 % of eleven are three: A A B at the top, C B C at the bottom.
    const told = first(chosen('AABAABD-CBC'))
    expect(told).toMatchObject({ asked: 11, right: 4, missed: 7, unanswered: 1, groupSize: 3 })
    expect(told.options?.map((each) => [each.text, each.chosen, each.strong, each.weak])).toEqual([
      ['A', 4, expect.closeTo(2 / 3), 0],
      ['B', 3, expect.closeTo(1 / 3), expect.closeTo(1 / 3)],
      ['C', 2, 0, expect.closeTo(2 / 3)],
      ['D', 1, 0, 0],
    ])
    expect(told.wrong).toEqual([
      { given: 'B', count: 3 },
      { given: 'C', count: 2 },
      { given: 'D', count: 1 },
    ])
  })

  it('have no groups below ten people', () => {
    const told = first(chosen('AABABBCDA'))
    expect(told.groupSize).toBeNull()
    expect(told.options?.[0]).toMatchObject({ strong: null, weak: null })
  })

  it('share the places of a group among those who tie at its border', () => {
    // Three places of ten, all alike: each person stands in them with 0.3, whatever the order.
    const told = first(chosen('AAAAAABBBB', () => 0.5))
    expect(told.options?.slice(0, 2).map(({ strong, weak }) => [strong, weak])).toEqual([
      [expect.closeTo(0.6), expect.closeTo(0.6)],
      [expect.closeTo(0.4), expect.closeTo(0.4)],
    ])
  })

  it('work where one in twenty chose them', () => {
    const told = first(chosen(`${'A'.repeat(17)}BCC`))
    expect(told.options?.map(({ works }) => works)).toEqual([null, true, true, false])
    expect(told.efficiency).toBeCloseTo(2 / 3)
    expect(first(chosen(`${'A'.repeat(18)}BCC`)).options?.[1]?.works).toBe(false)
  })
})

describe('written answers', () => {
  const given = ['Loe', 'loe ', 'Lo e', ' LOE', 'Anset', 'loe ', null, '']
  const [told] = analyse([
    itemOf(
      'typed',
      takenBy([0, 0, 0, 0, 1, 0, 0, 0], (place) => given[place] ?? null),
    ),
  ]).items

  it('that differ in case and spaces alone are one, as most wrote it', () => {
    expect(told?.wrong).toEqual([
      { given: 'loe ', count: 4 },
      { given: 'Lo e', count: 1 },
    ])
    expect(told).toMatchObject({ unanswered: 2, options: null, efficiency: null })
  })

  it('are five at most, and arranged ones are told whole', () => {
    const orders = [['a', 'b'], ['b', 'a'], ['b', 'a'], ['c'], ['d'], ['e'], ['f'], ['g']]
    const [arranged] = analyse([
      itemOf(
        'order',
        takenBy([1, 0, 0, 0, 0, 0, 0, 0], (place) => orders[place] ?? null),
      ),
    ]).items
    expect(arranged?.wrong[0]).toEqual({ given: ['b', 'a'], count: 2 })
    expect(arranged?.wrong).toHaveLength(5)
  })
})

const kinds = (items: Item[]) => first(items).flags.map(({ kind }) => kind)
/** A question that was answered right by so many of so many, whoever they are. */
const rightBy = (right: number, asked: number) => [
  itemOf('asked', takenBy(Array.from({ length: asked }, (_, place) => Number(place < right)))),
]

describe('flags', () => {
  it.each<[number, number, string[]]>([
    [0, 1, []],
    [0, 2, ['everyone-missed']],
    [2, 2, ['everyone-right']],
    [1, 9, []],
    [1, 10, ['nearly-everyone-missed']],
    [2, 10, []],
    [4, 16, ['hard']],
    [2, 20, ['nearly-everyone-missed']],
    [5, 20, ['hard']],
    [6, 20, []],
    [149, 500, ['hard']],
    [150, 500, []],
  ])('%i right of %i', (right, asked, expected) => expect(kinds(rightBy(right, asked))).toEqual(expected))

  it('suspect the key where the strong prefer a distractor by more than chance', () => {
    // Four of fifteen make the group: four of four is beyond chance, three of four is not.
    expect(first(chosen('BBBBAAAAAAAAACD')).flags[0]).toEqual({
      ...{ kind: 'wrong-key-suspected', by: 'strong', option: 'B' },
    })
    expect(kinds(chosen('BBBAAAAAAAAAACD'))).not.toContain('wrong-key-suspected')
    // Three of three in a group of twelve's are not.
    expect(kinds(chosen('BBBAAAAAAACD'))).not.toContain('wrong-key-suspected')
  })

  it('suspect what counts as right where those who have it right know less of the rest, surely', () => {
    const reversed = (asked: number) => [
      itemOf('asked', takenBy(Array.from({ length: asked }, (_, place) => Number(place >= asked / 2)))),
      itemOf('rest', takenBy(Array.from({ length: asked }, (_, place) => 1 - place / asked))),
    ]
    expect(first(reversed(20)).flags).toEqual([{ kind: 'wrong-key-suspected', by: 'discrimination' }])
    expect(kinds(reversed(8))).toEqual([])
  })

  it('say that an item does not tell apart only where so many answers say it', () => {
    const unrelated = (asked: number) => [
      itemOf('asked', takenBy(Array.from({ length: asked }, (_, place) => place % 2))),
      itemOf('rest', takenBy(Array.from({ length: asked }, (_, place) => (Math.floor(place / 2) % 10) / 10))),
    ]
    // r is 0; 1.96 / √(n − 3) falls below artanh 0.2 from 97 people on.
    expect(kinds(unrelated(80))).toEqual([])
    expect(kinds(unrelated(120))).toEqual(['does-not-tell-apart'])
    // Where nearly everyone has it right there is nobody left to tell apart.
    const [easy, rest] = unrelated(400)
    const shares = (easy?.taken ?? []).map((_, place) => Number(place % 20 !== 0))
    expect(kinds([itemOf('easy', takenBy(shares)), ...(rest ? [rest] : [])])).toEqual([])
  })

  it('call options dead only where the interval does, and not where nearly nobody missed the item', () => {
    const missed = (asked: number) => `${'A'.repeat(asked - asked / 5)}${'B'.repeat(asked / 5)}`
    expect(kinds(chosen(missed(60)))).toEqual([])
    expect(first(chosen(missed(100))).flags).toEqual([{ kind: 'dead-options', options: ['C', 'D'] }])
    expect(kinds(chosen(`${'A'.repeat(190)}${'B'.repeat(10)}`))).toEqual([])
  })
})

it('what needs a look comes first where it presses most, then where fewest had it right', () => {
  const asked = (right: number, itemId: string) =>
    itemOf(itemId, takenBy(Array.from({ length: 20 }, (_, place) => Number(place < right))))
  const dropped = { ...asked(0, 'dropped'), counts: false }
  const all = [asked(20, 'all'), asked(5, 'few'), dropped, asked(10, 'half'), asked(4, 'fewer'), asked(0, 'none')]
  const { items } = analyse(all)
  expect(toLookAt(items).map(({ itemId }) => itemId)).toEqual(['none', 'fewer', 'few'])
})
