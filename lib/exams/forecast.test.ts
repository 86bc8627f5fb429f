import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drained, seededRandom } from '#lib/base/index.ts'
import { DEFAULT_WEIGHTS, makeFsrs } from '#lib/scheduling/index.ts'
import { fitWeights, logLoss, predictsBetter, type Review, scaleOf } from './fit.ts'
import type { Forecast } from './forecast.ts'
import { madeLearner } from './learner.ts'
import { cholesky, solve } from './linear.ts'
import { play } from './play.ts'
import { POPULATION } from './population.ts'
import { priorOf, weightsAt } from './prior.ts'
import { Tutor } from './tutor.ts'

const [someone = [], ...others] = POPULATION
const prior = priorOf(others)

/** What somebody answers who sees every fact each `gap` days. */
const logsOf = (weights: readonly number[], facts: number, times: number, gap: number, seed: string): Review[][] => {
  const never = Array.from({ length: facts }, () => ({ memory: null, day: null }))
  const learner = madeLearner(makeFsrs(weights), never, [], 0, (fact) => seededRandom(`${seed} ${fact}`))
  const logs = never.map((): Review[] => [])
  for (let time = 0; time < times; time++)
    for (const [fact, log] of logs.entries()) {
      const day = time * gap + (fact % gap)
      log.push({ day, rating: learner.ask(fact, day, 0).rating })
    }
  return logs
}

it('solves what is symmetric and positive definite', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number), { minLength: 3, maxLength: 3 }), (rows) => {
      const matrix = rows.map((one, i) =>
        Float64Array.from(rows, (other, j) =>
          one.reduce((sum, v, k) => sum + v * (other[k] as number), i === j ? 1 : 0),
        ),
      )
      const x = solve(cholesky(matrix), Float64Array.of(1, 2, 3))
      for (const [i, row] of matrix.entries())
        expect(row.reduce((sum, v, k) => sum + v * (x[k] as number), 0)).toBeCloseTo(i + 1, 6)
    }),
  )
})

describe('a fit of one’s own weights', () => {
  it('is the population’s middle while nothing was answered', () => {
    const { weights, z, evidence } = fitWeights([], prior)
    expect(evidence).toBe(0)
    expect(Math.max(...z.map(Math.abs))).toBe(0)
    expect(weights).toEqual(weightsAt(prior, z))
  })

  it('predicts a learner’s other answers better than the middle and than the default weights', () => {
    for (const [index, weights] of POPULATION.slice(0, 4).entries()) {
      const own = priorOf(POPULATION.filter((_, at) => at !== index))
      const fit = fitWeights(logsOf(weights, 60, 6, 4, 'train'), own)
      const unseen = logsOf(weights, 200, 6, 3, 'test')
      const loss = logLoss(fit.weights, unseen, scaleOf(fit.z))
      expect(loss).toBeLessThan(logLoss(weightsAt(own, fitWeights([], own).z), unseen))
      expect(loss).toBeLessThan(logLoss(DEFAULT_WEIGHTS, unseen))
    }
  })

  it('takes over only where it predicts the last part of the log no worse, and never on a few answers', () => {
    expect(predictsBetter(logsOf(someone, 60, 6, 4, 'a'), prior, DEFAULT_WEIGHTS)).toBe(true)
    // Weights that have seen the whole log are not to be beaten on its end by ones that have not.
    const log = logsOf(someone, 60, 6, 4, 'a')
    expect(predictsBetter(log, prior, fitWeights(log, prior).weights)).toBe(false)
    expect(predictsBetter(logsOf(someone, 5, 2, 4, 'a'), prior, DEFAULT_WEIGHTS)).toBe(false)
  })

  it('goes less by what it trusts less', () => {
    const far = ({ z }: { z: Float64Array }) => Math.hypot(...z)
    const log = logsOf(someone, 40, 4, 5, 'b')
    const doubted = log.map((each) => each.map((review) => ({ ...review, trust: 0.25 })))
    expect(far(fitWeights(doubted, prior))).toBeLessThan(far(fitWeights(log, prior)))
    expect(logLoss(DEFAULT_WEIGHTS, doubted)).toBeCloseTo(logLoss(DEFAULT_WEIGHTS, log), 9)
  })

  it('takes a right answer among few options for less than a typed one', () => {
    const tapped = logsOf(someone, 40, 4, 5, 'b').map((log) => log.map((review) => ({ ...review, guess: 0.5 })))
    const typed = tapped.map((log) => log.map(({ day, rating }) => ({ day, rating })))
    expect(scaleOf(fitWeights(tapped, prior).z)).toBeLessThan(scaleOf(fitWeights(typed, prior).z))
  })
})

const forecastOf = (tutor: Tutor, today: number, secondsByDay: readonly number[]): Forecast => {
  const [first] = drained(tutor.outlook(today, secondsByDay, 's')).exams
  if (!first) throw new Error('No exam')
  return first
}

it('learns from the latest answers only, where there are very many', () => {
  const logs = logsOf(someone, 400, 30, 4, 'long')
  const tutorOf = (histories: readonly Review[][]) => {
    const tutor = new Tutor({ histories, exams: [], population: others, random: seededRandom('t') })
    tutor.learn()
    return tutor.learnt.fit
  }
  const all = tutorOf(logs)
  expect(all.evidence).toBeLessThanOrEqual(4_000)
  expect(all.evidence).toBeGreaterThan(3_000)
})

describe('a forecast', () => {
  const tutorFor = (logs: readonly Review[][], examDay: number, weights?: readonly number[]) => {
    const tutor = new Tutor({
      ...{ histories: logs, population: others, random: seededRandom('t') },
      exams: [{ day: examDay, purpose: 'exam', ...(weights ? { weights } : {}) }],
    })
    tutor.learn()
    return tutor
  }

  it('is nothing where nothing was met and no minute is left', () => {
    const { expected, low, high } = forecastOf(tutorFor([[], []], 3), 3, [])
    expect([expected, low, high]).toEqual([0, 0, 0])
  })

  it('is wide on the first day, and narrow where much was answered', () => {
    const never = Array.from({ length: 60 }, () => [])
    const first = forecastOf(
      tutorFor(never, 20),
      0,
      Array.from({ length: 20 }, () => 300),
    )
    const late = forecastOf(tutorFor(logsOf(someone, 60, 5, 4, 'c'), 20), 20, [])
    expect(first.low).toBeLessThan(first.expected)
    expect(first.high).toBeGreaterThan(first.expected)
    expect(late.high - late.low).toBeLessThan((first.high - first.low) / 2)
  })

  it('rises with the minutes of a day, and counts what counts for more', () => {
    const logs = Array.from({ length: 80 }, () => [] as Review[])
    const at = (minutes: number) =>
      forecastOf(
        tutorFor(logs, 7),
        0,
        Array.from({ length: 7 }, () => minutes * 60),
      ).expected
    expect(at(8)).toBeGreaterThan(at(4) + 0.05)
    const known: Review[] = [{ day: 0, rating: 4 }]
    const weigh = (weights: readonly number[]) => forecastOf(tutorFor([known, []], 2, weights), 2, []).expected
    expect(weigh([3, 1])).toBeGreaterThan(weigh([1, 3]) + 0.3)
  })

  it('comes near what a learner of its own kind knows on the morning', () => {
    const never = Array.from({ length: 100 }, () => ({ memory: null, day: null }))
    const learner = madeLearner(makeFsrs(someone), never, [], 0, (fact) => seededRandom(`m${fact}`))
    const tutor = tutorFor(
      never.map(() => []),
      14,
    )
    for (let day = 0; day < 14; day++) {
      play(tutor, learner, [480], day)
      tutor.learn()
    }
    const { low, high } = forecastOf(tutor, 14, [])
    const known = never.reduce((sum, _, fact) => sum + learner.recallAt(fact, 14), 0) / 100
    expect(known).toBeGreaterThan(low - 0.03)
    expect(known).toBeLessThan(high + 0.03)
  })
})
