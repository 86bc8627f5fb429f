import { describe, expect, it } from 'vitest'
import { drained, seededRandom } from '#lib/base/index.ts'
import { madeLearner, POPULATION, type Policy, play, type Review, Tutor } from '#lib/exams/index.ts'
import { makeFsrs } from '#lib/scheduling/index.ts'
import { type ClassSoFar, classAhead, type LearnerSoFar, packedHistory } from './ahead.ts'

const FACTS = 60
const [BEGAN, TODAY, DUE] = [100, 107, 117]
const MINUTES = 5

/** Somebody whom the forecast has never seen, halfway between two of those it knows. */
const between = (at: number): number[] => {
  const [one = [], other = []] = [POPULATION[at], POPULATION[at + 1]]
  return one.map((weight, k) => (weight + (other[k] ?? weight)) / 2)
}

/** A learner who studies some minutes a day, as far as `TODAY`, and how they would go on. */
const learnerAt = (at: number) => {
  const never = Array.from({ length: FACTS }, () => ({ memory: null, day: null }))
  const random = (fact: number) => seededRandom(`${at} ${fact}`)
  const learner = madeLearner(makeFsrs(between(at)), never, [], 0.7, random)
  const log = never.map((): Review[] => [])
  const own = new Tutor({
    ...{ histories: log, population: POPULATION, random: seededRandom(`own ${at}`) },
    exams: [{ day: DUE, purpose: 'keep' }],
  })
  const policy: Policy = {
    order: (day) => own.order(day),
    answered: (fact, day, rating) => {
      own.answered(fact, day, rating)
      log[fact]?.push({ day, rating })
    },
  }
  const days = (count: number) => Array.from({ length: count }, () => MINUTES * 60)
  play(policy, learner, days(TODAY - BEGAN), BEGAN)
  const soFar: LearnerSoFar = {
    ...{ userId: `learner ${at}`, name: null, secondsADay: MINUTES * 60, secondsToday: 0 },
    histories: log.filter(({ length }) => length > 0).map((history) => packedHistory(history, TODAY)),
  }
  const share = () => never.reduce((sum, _, fact) => sum + learner.recallAt(fact, DUE), 0) / FACTS
  const idle = share()
  play(policy, learner, days(DUE - TODAY), TODAY)
  return { soFar, idle, recalled: share() }
}

const classOf = (learners: readonly LearnerSoFar[]): ClassSoFar => ({
  ...{ today: TODAY, due: DUE, facts: FACTS, all: learners.length, learners },
})

describe('the forecast of a class', () => {
  it('comes near what learners know who go on as they did, in nine of ten cases within its range, and near what they know who stop', () => {
    const some = Array.from({ length: POPULATION.length - 1 }, (_, at) => learnerAt(at))
    const { learners, middle } = drained(classAhead(classOf(some.map(({ soFar }) => soFar))))
    const rows = some.map((one) => ({ ...one, told: learners.find(({ userId }) => userId === one.soFar.userId) }))
    const off = rows.map(({ told, recalled }) => Math.abs((told?.expected ?? 0) - recalled))
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(0.05)
    const within = rows.filter(({ told, recalled }) => told && recalled >= told.low && recalled <= told.high).length
    expect(within / rows.length).toBeGreaterThan(0.85)
    expect(learners.every(({ low, high }) => high - low < 0.4)).toBe(true)
    for (const { told, idle } of rows) expect(Math.abs((told?.idle ?? 0) - idle)).toBeLessThan(0.15)
    expect(learners.map(({ expected }) => expected)).toEqual(
      learners.map(({ expected }) => expected).sort((a, b) => a - b),
    )
    expect(middle.expected).toBeGreaterThan(middle.idle + 0.05)
  })

  it('is what is known of those who give it no time, nothing of who has done nothing, and of nobody nothing', () => {
    const { soFar } = learnerAt(1)
    const idler = { ...soFar, secondsADay: 0 }
    const newcomer = { userId: 'new', name: 'Bo', histories: [], secondsADay: 0, secondsToday: 0 }
    const { learners } = drained(classAhead(classOf([idler, newcomer])))
    expect(learners[0]).toEqual({ userId: 'new', name: 'Bo', expected: 0, low: 0, high: 0, idle: 0 })
    expect(learners[1]?.expected).toBeCloseTo(learners[1]?.idle ?? 0, 2)
    expect(drained(classAhead(classOf([])))).toEqual({
      ...{ learners: [], middle: { expected: 0, idle: 0, low: 0, high: 0 } },
    })
  })

  it('goes on in small steps, and takes no answer of tomorrow for one of yesterday', () => {
    const { soFar } = learnerAt(2)
    const steps = [...classAhead(classOf([soFar, { ...soFar, userId: 'another' }]))]
    expect(steps.length).toBeGreaterThan(20)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
    const at = (ago: number) => {
      const histories = Array.from({ length: FACTS }, () => [ago, 3, 0, 1])
      return drained(classAhead({ ...classOf([{ ...soFar, histories }]), due: TODAY + 1 })).middle
    }
    expect(at(-1)).toEqual(at(0))
  })

  it('takes what was given today off today’s time', () => {
    const { soFar } = learnerAt(3)
    const eve = { ...classOf([]), due: TODAY + 1 }
    const at = (secondsToday: number) =>
      drained(classAhead({ ...eve, learners: [{ ...soFar, secondsToday }] })).middle.expected
    expect(at(0)).toBeGreaterThan(at(MINUTES * 60) + 0.01)
  })
})
