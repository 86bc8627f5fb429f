import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedUntil, type LivePlace, type LiveStep, stepped, stepsAt, takesAnswer, worthOf } from './index.ts'

const STEPS: readonly LiveStep[] = ['start', 'show', 'next', 'end']

describe('a round', () => {
  it('goes from question to question and to its end', () => {
    const way: LiveStep[] = ['start', 'show', 'next', 'show', 'end']
    const places: LivePlace[] = [{ phase: 'waiting', place: 0 }]
    for (const step of way) places.push(stepped(places.at(-1) as LivePlace, step, 2) as LivePlace)
    expect(places.map(({ phase, place }) => `${phase} ${place}`)).toEqual([
      ...['waiting 0', 'asking 0', 'shown 0', 'asking 1', 'shown 1', 'over 1'],
    ])
  })

  it('can be ended at any time until it is over, and has no step past its last question', () => {
    expect(stepsAt({ phase: 'shown', place: 1 }, 2)).toEqual(['end'])
    expect(stepsAt({ phase: 'shown', place: 0 }, 2)).toEqual(['next', 'end'])
    expect(stepsAt({ phase: 'over', place: 1 }, 2)).toEqual([])
    expect(stepped({ phase: 'asking', place: 0 }, 'end', 2)).toEqual({ phase: 'over', place: 0 })
  })

  it('never goes back, and the same step taken twice is taken once', () => {
    const ranks = { waiting: 0, asking: 1, shown: 2, over: 3 }
    const rank = ({ phase, place }: LivePlace) =>
      phase === 'over' ? Number.POSITIVE_INFINITY : place * 4 + ranks[phase]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS)), fc.integer({ min: 1, max: 5 }), (steps, questions) => {
        let at: LivePlace = { phase: 'waiting', place: 0 }
        for (const step of steps) {
          const to = stepped(at, step, questions)
          if (to === null) continue
          expect(rank(to)).toBeGreaterThan(rank(at))
          expect(to.place).toBeLessThan(questions)
          expect(stepped(to, step, questions)).toBeNull()
          at = to
        }
      }),
    )
  })
})

describe('a countdown', () => {
  it('ends a question for everybody, but for what was under way', () => {
    expect(askedUntil(1_000, { limitSeconds: 20 })).toBe(21_000)
    expect(askedUntil(1_000, {})).toBeNull()
    expect(takesAnswer(0, { limitSeconds: 20 }, 22_000)).toBe(true)
    expect(takesAnswer(0, { limitSeconds: 20 }, 22_001)).toBe(false)
    expect(takesAnswer(0, {}, 1e12)).toBe(true)
  })
})

describe('a right answer', () => {
  it('is worth the same whenever it comes, unless speed is to count', () => {
    expect(worthOf({ limitSeconds: 20 }, 19_000)).toBe(1)
    expect(worthOf({ speed: true }, 19_000)).toBe(1)
    const fast = (spentMs: number) => worthOf({ speed: true, limitSeconds: 20 }, spentMs)
    expect([fast(0), fast(10_000), fast(20_000), fast(22_000)]).toEqual([1, 0.75, 0.5, 0.5])
  })
})
