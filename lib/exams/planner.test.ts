import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/base/index.ts'
import { fsrsFor, type Rating } from '#lib/scheduling/index.ts'
import { madeLearner } from './learner.ts'
import { secondsToMend } from './mend.ts'
import { type Held, Planner } from './planner.ts'
import { play } from './play.ts'
import { firstWorth, reviewWorth } from './worth.ts'

const model = fsrsFor(null)
const NEVER: Held = { memory: null, day: null }
const target = { day: 14, examShare: 0.5 }
const plain = { model, targets: [target], random: seededRandom('plan') }
const aim = { examInDays: 14, examShare: 0.5 }

describe('what asking is worth', () => {
  const memory = { stability: 3, difficulty: 5 }

  it('is more for what was never met than for what is still known', () => {
    expect(firstWorth(model, aim)).toBeGreaterThan(reviewWorth(model, aim, memory, 3))
  })

  it('grows while a fact is being forgotten, and is next to nothing for one that was just asked', () => {
    const after = [0, 1, 3, 6].map((days) => reviewWorth(model, aim, memory, days))
    expect(after).toEqual([...after].sort((a, b) => a - b))
    expect(after[0]).toBeLessThan(firstWorth(model, aim) / 10)
  })

  it('is never said of a memory that would be lasting anyway', () => {
    const lasting = { stability: 5_000, difficulty: 2 }
    expect(reviewWorth(model, aim, lasting, 30)).toBeLessThan(reviewWorth(model, aim, memory, 3) / 20)
  })
})

describe('a plan', () => {
  it('asks what counts for more and what takes less time first', () => {
    const options = { ...plain, targets: [{ ...target, weights: [1, 2, 2] }], paces: [1, 1, 4] }
    expect(new Planner([NEVER, NEVER, NEVER], options).order(0)).toEqual([1, 0, 2])
  })

  it('shares a day among exams by what each fact counts in them, and forgets those that are over', () => {
    const targets = [
      { ...target, day: 4, weights: [1, 0, 1] },
      { ...target, day: 9, weights: [0, 1, 1] },
    ]
    const planner = new Planner([NEVER, NEVER, NEVER], { ...plain, targets })
    expect(planner.order(0)[0]).toBe(2)
    expect(planner.order(3)).toHaveLength(3)
    expect(planner.order(4)).toEqual([1, 2])
    expect(planner.order(9)).toEqual([])
  })

  it('holds each fact once at most, none that was asked today, and among six about one at random', () => {
    const facts = fc.array(fc.record({ stability: fc.double({ min: 0.1, max: 90, noNaN: true }), ago: fc.nat(20) }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(facts, fc.nat(30), (rows, fresh) => {
        const held: Held[] = [
          ...rows.map(({ stability, ago }) => ({ memory: { stability, difficulty: 5 }, day: 20 - ago })),
          ...Array.from({ length: fresh }, () => NEVER),
        ]
        const options = { ...plain, targets: [{ ...target, day: 30 }], probeEvery: 6, random: seededRandom('x') }
        const order = new Planner(held, options).order(20)
        expect(new Set(order).size).toBe(order.length)
        expect(order.some((fact) => held[fact]?.day === 20)).toBe(false)
        const without = new Planner(held, { ...options, probeEvery: 0 }).order(20)
        expect([...order].sort()).toEqual([...without].sort())
      }),
    )
  })

  it('lets a probe come before its turn', () => {
    const held: Held[] = Array.from({ length: 40 }, (_, at) => ({
      memory: { stability: 1 + at, difficulty: 5 },
      day: 0,
    }))
    const by = (probeEvery: number) => new Planner(held, { ...plain, probeEvery }).order(5)
    expect(by(6)).not.toEqual(by(0))
    expect(by(6).slice(0, 4)).toEqual(by(0).slice(0, 4))
  })

  it('goes on by another model from the same past', () => {
    const planner = new Planner([NEVER], plain)
    planner.answered(0, 0, 3)
    const other = fsrsFor([
      ...Array.from({ length: 4 }, () => 50),
      5,
      1,
      3,
      0,
      1.5,
      0.1,
      1,
      2,
      0.1,
      0.3,
      2,
      0.2,
      3,
      0.5,
      0.1,
      0.1,
      0.2,
    ])
    const before = planner.worths(7)[0] as number
    planner.relearn(other, [{ memory: other.first(3), day: 0 }])
    expect(planner.worths(7)[0]).toBeLessThan(before)
  })
})

describe('studying by a plan', () => {
  const learner = () =>
    madeLearner(
      model,
      Array.from({ length: 30 }, () => NEVER),
      [],
      0,
      (fact) => seededRandom(`l${fact}`),
    )

  it('ends a day with the answer that uses up its minutes, and leaves a day off alone', () => {
    const asked: { day: number; rating: Rating }[] = []
    const planner = new Planner(
      Array.from({ length: 30 }, () => NEVER),
      plain,
    )
    const policy = {
      order: (day: number) => planner.order(day),
      answered: (fact: number, day: number, rating: Rating) => {
        planner.answered(fact, day, rating)
        asked.push({ day, rating })
      },
    }
    const { answers, seconds } = play(policy, learner(), [100, 0, 100], 3)
    expect(answers).toBe(asked.length)
    expect(new Set(asked.map(({ day }) => day))).toEqual(new Set([3, 5]))
    expect(seconds).toBeGreaterThanOrEqual(200)
    expect(seconds).toBeLessThan(200 + 2 * 32)
  })

  it('meets with the same luck however it is ordered', () => {
    const [one, other] = [learner(), learner()]
    for (let fact = 0; fact < 30; fact++) one.ask(fact, 0, 0)
    for (let fact = 29; fact >= 0; fact--) other.ask(fact, 0, 0)
    for (let fact = 0; fact < 30; fact++) expect(one.recallAt(fact, 9)).toBe(other.recallAt(fact, 9))
  })
})

describe('what mends a fact', () => {
  it('is more the less is known, and nothing where it is known anyway', () => {
    const known = { memory: { stability: 400, difficulty: 3 }, day: 10 }
    const shaky = { memory: { stability: 3, difficulty: 5 }, day: 8 }
    expect(secondsToMend(model, known, 10, 24)).toBeLessThan(20)
    const [of, never] = [secondsToMend(model, shaky, 10, 40) ?? 0, secondsToMend(model, NEVER, 10, 40) ?? 0]
    expect(of).toBeGreaterThan(12)
    expect(never).toBeGreaterThan(of)
  })
})
