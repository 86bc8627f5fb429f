import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rating } from '#lib/scheduling/index.ts'
import {
  type Aims,
  factStandings,
  quizMark,
  type Reason,
  readAnew,
  reasonsFor,
  recallOf,
  type SeenAnswer,
  standingOf,
  weekOf,
} from './index.ts'

const answer = (factId: string, day: number, rating: Rating = 3, change: Partial<SeenAnswer> = {}): SeenAnswer => ({
  ...{ factId, day, rating, selfRated: false, spentMs: 4_000, guess: 0 },
  ...change,
})

describe('a standing', () => {
  it('takes a fact’s first answer of a day as its evidence, and counts them all', () => {
    const one = standingOf([answer('f', 10), answer('f', 10, 1, { selfRated: true }), answer('f', 12)])
    const other = standingOf([answer('f', 10), answer('f', 12)])
    expect(one).toMatchObject({ answers: 3, selfRated: 1, spentMs: 12_000, lastDay: 12 })
    expect(one.memories[0]?.slice(0, 3)).toEqual(other.memories[0]?.slice(0, 3))
  })

  it('tells how much was done in the last week, seen from any later day', () => {
    const { memories } = standingOf([answer('f', 10), answer('f', 14), answer('f', 15), answer('f', 20)])
    const [memory] = memories
    expect(memory && [20, 21, 24, 27].map((today) => weekOf(memory, today))).toEqual([12_000, 8_000, 4_000, 0])
  })

  it('forgets with time, never recalls more than was met, and is empty where nothing was answered', () => {
    expect(recallOf(standingOf([]).memories, 3, 20)).toBe(0)
    expect(recallOf([], 0, 20)).toBe(0)
    const answers = fc.array(
      fc.record({
        ...{ factId: fc.constantFrom('a', 'b', 'c'), day: fc.integer({ min: 1, max: 30 }), selfRated: fc.boolean() },
        ...{ rating: fc.constantFrom<Rating>(1, 2, 3, 4), spentMs: fc.integer({ min: 0, max: 9_000 }) },
        guess: fc.constant(0),
      }),
    )
    fc.assert(
      fc.property(answers, fc.integer({ min: 30, max: 60 }), (some, day) => {
        const { memories, lastDay, spentMs } = standingOf(some)
        const [now, later] = [recallOf(memories, 3, day), recallOf(memories, 3, day + 9)]
        expect(later).toBeLessThanOrEqual(now)
        expect(now).toBeLessThanOrEqual(memories.length / 3)
        expect(lastDay).toBe(some.length === 0 ? null : Math.max(...some.map((one) => one.day)))
        expect(memories.reduce((sum, memory) => sum + memory[3], 0)).toBe(spentMs)
      }),
    )
  })

  it('is the same whether all of it or only what moved is read anew', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(answers, answers, fc.subarray(['a', 'b', 'c']), (before, after, factIds) => {
        const moved = new Set(factIds)
        const some = (pairs: typeof before, of: (factId: string) => boolean) =>
          pairs.filter(([factId]) => of(factId)).map(([factId, day]) => answer(factId, day))
        const old = standingOf(some(before, () => true))
        const still = some(before, (factId) => !moved.has(factId))
        const fresh = some(after, (factId) => moved.has(factId))
        const sorted = ({ memories, ...rest }: typeof old) => ({ ...rest, memories: [...memories].sort() })
        expect(sorted(readAnew(old, moved, fresh))).toEqual(sorted(standingOf([...still, ...fresh])))
      }),
    )
  })

  it('is told by fact too, and both ways of adding up agree', () => {
    const [ada, bo] = [standingOf([answer('a', 10), answer('b', 11, 1)]), standingOf([answer('a', 12)])]
    const facts = factStandings(['a', 'b', 'c'], [ada.memories, bo.memories], 14, 20)
    expect(facts.map(({ factId, met }) => [factId, met])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 0],
    ])
    const mean = facts.reduce((sum, one) => sum + one.due, 0) / 3
    expect(mean).toBeCloseTo((recallOf(ada.memories, 3, 20) + recallOf(bo.memories, 3, 20)) / 2, 12)
    expect(factStandings(['a'], [], 14, 20)).toEqual([{ factId: 'a', met: 0, today: 0, due: 0 }])
  })
})

describe('the mark of a quiz', () => {
  const NOW = 1_000_000_000
  const attempt = (number: number, points: number | null, change = {}) => ({
    ...{ number, points, outOf: points === null ? null : 4, asks: 4, undecided: 0, startedAt: NOW - 600_000 },
    ...{ handedInAt: points === null ? null : NOW, ...change },
  })
  const best = { counts: 'best', pass: 0.6 } as const

  it('is that of the attempts that were handed in, with the points of the one that counts', () => {
    const all = [attempt(3, null, { undecided: 1 }), attempt(1, 3), attempt(2, 1), attempt(0, 4)]
    expect(quizMark(all, best, NOW)).toMatchObject({
      ...{ mark: 0.75, points: 3, outOf: 4, attempts: 2, going: true, undecided: true, passed: true, lastAt: NOW },
    })
    expect(quizMark(all, { counts: 'last', pass: 0.6 }, NOW)).toMatchObject({ mark: 0.25, points: 1, passed: false })
    expect(quizMark(all, { counts: 'mean', pass: null }, NOW)).toMatchObject({ mark: 0.5, points: null, passed: null })
  })

  it('is none for whoever only looked or has just begun', () => {
    const none = { mark: null, points: null, attempts: 0, passed: null, lastAt: null, spentMs: 0 }
    expect(quizMark([attempt(0, 4)], best, NOW)).toMatchObject({ ...none, going: false })
    expect(quizMark([attempt(1, null)], best, NOW)).toMatchObject({ ...none, going: true })
  })

  it('takes time from start to end, of an open page no more than two minutes a question', () => {
    const week = 7 * 86_400_000
    const all = [attempt(1, 2), attempt(2, 2, { startedAt: NOW - week - 999_000_000, handedInAt: NOW - week })]
    expect(quizMark(all, best, NOW)).toMatchObject({ spentMs: 480_000 + 480_000, weekMs: 480_000 })
  })
})

describe('whoever needs a word', () => {
  const DAY = 86_400_000
  const study = { assignmentId: 's', from: 90, due: 110, met: 1, recallOnDay: 0.9 }
  const quiz = { assignmentId: 'q', closesAt: 99 * DAY, attempts: 1, going: false, passed: true, lastAt: 98 * DAY }
  const kinds = (change: Partial<Aims>): Reason['kind'][] =>
    reasonsFor({
      ...{ now: 100 * DAY, today: 100, joinedAt: 0, lastDay: 99, studies: [study], quizzes: [quiz] },
      ...change,
    }).map(({ kind }) => kind)

  it.each<[string, Reason['kind'][], Partial<Aims>]>([
    ['who keeps up', [], {}],
    ['who has done nothing', ['nothing-yet'], { lastDay: null, quizzes: [] }],
    ['who has had it since yesterday', [], { lastDay: null, studies: [{ ...study, from: 99 }], quizzes: [] }],
    ['who is behind by more than a quarter', ['behind'], { studies: [{ ...study, met: 0.2, recallOnDay: 0.1 }] }],
    ['who is behind by less', [], { studies: [{ ...study, met: 0.3 }] }],
    ['who forgets', ['low-forecast'], { studies: [{ ...study, recallOnDay: 0.4 }] }],
    ['who forgets what has just been set', [], { studies: [{ ...study, from: 95, recallOnDay: 0.4 }] }],
    ['who forgot what is over', [], { studies: [{ ...study, due: 99, recallOnDay: 0.4 }] }],
    ['who left off long ago what is over', [], { studies: [{ ...study, due: 92, met: 0.1 }] }],
    ['who was away', ['quiet'], { lastDay: 93 }],
    ['who was away with nothing ahead', [], { lastDay: 80, studies: [{ ...study, due: 99 }] }],
    ['who missed a quiz', ['missed-quiz'], { quizzes: [{ ...quiz, attempts: 0, passed: null, lastAt: null }] }],
    ['who is still at it', [], { quizzes: [{ ...quiz, attempts: 0, passed: null, lastAt: null, going: true }] }],
    ['who came later', [], { joinedAt: 99.5 * DAY, quizzes: [{ ...quiz, attempts: 0, lastAt: null, passed: null }] }],
    ['who failed one', ['failed-quiz'], { quizzes: [{ ...quiz, passed: false }] }],
    ['who tries again', [], { quizzes: [{ ...quiz, passed: false, going: true }] }],
    ['who failed one long ago', [], { quizzes: [{ ...quiz, passed: false, lastAt: 80 * DAY }] }],
  ])('%s: %j', (_, expected, change) => expect(kinds(change)).toEqual(expected))

  it('is told the most urgent first', () => {
    const all = {
      studies: [
        { ...study, recallOnDay: 0.2 },
        { ...study, met: 0 },
      ],
      quizzes: [{ ...quiz, passed: false }],
    }
    expect(kinds({ ...all, lastDay: 90 })).toEqual(['failed-quiz', 'behind', 'quiet', 'low-forecast'])
  })
})
