import type { Random } from '#lib/base/index.ts'
import { DEFAULT_WEIGHTS, fsrsFor, makeFsrs, type Rating } from '#lib/scheduling/index.ts'
import { type Fit, fitWeights, type History, predictsBetter, type Review } from './fit.ts'
import { type Forecast, forecast, heldAfter } from './forecast.ts'
import { type Measure, Planner, type Policy } from './planner.ts'
import { type Prior, priorOf } from './prior.ts'

/** One in so many answers is a random check. */
const PROBE_EVERY = 6
/** What recall on the day of the exam counts beside recall a month later: for this exam, or to keep it afterwards. */
const EXAM_SHARES = { exam: 0.5, keep: 0.2 } as const
export type Purpose = keyof typeof EXAM_SHARES

export type TutorOptions = {
  readonly histories: readonly History[]
  readonly examDay: number
  readonly purpose: Purpose
  readonly measures?: readonly Measure[]
  /** Weights of other learners, at least two. */
  readonly population: readonly (readonly number[])[]
  readonly random: Random
}

/**
 * Plans and forecasts for one learner and one exam. `learn` fits the memory model to what was answered so far: the forecast
 * goes by the fit and its doubt, the plan by weights that have shown on the later part of the log that they predict better.
 */
export class Tutor implements Policy {
  private readonly histories: Review[][]
  private readonly options: TutorOptions
  private readonly prior: Prior
  private readonly planner: Planner
  private weights: readonly number[] = DEFAULT_WEIGHTS
  private fit: Fit

  constructor(options: TutorOptions) {
    this.options = options
    const { histories, examDay, purpose, measures, population, random } = options
    this.histories = histories.map((history) => [...history])
    this.prior = priorOf(population)
    this.fit = fitWeights([], this.prior)
    const model = fsrsFor(null)
    this.planner = new Planner(
      histories.map((history) => heldAfter(model, history)),
      {
        ...{ model, examDay, random, examShare: EXAM_SHARES[purpose], probeEvery: PROBE_EVERY },
        ...(measures ? { measures } : {}),
      },
    )
  }

  order(day: number): readonly number[] {
    return this.planner.order(day)
  }

  answered(fact: number, day: number, rating: Rating): void {
    this.planner.answered(fact, day, rating)
    this.histories[fact]?.push({ day, rating })
  }

  learn(): void {
    const met = this.histories.filter(({ length }) => length > 0)
    this.fit = fitWeights(met, this.prior, this.fit.z)
    if (!predictsBetter(met, this.prior, this.weights)) return
    this.weights = this.fit.weights
    const model = makeFsrs(this.weights)
    this.planner.relearn(
      model,
      this.histories.map((history) => heldAfter(model, history)),
    )
  }

  /** `secondsByDay`: of each day from today to the exam. */
  forecast(today: number, secondsByDay: readonly number[], seed: string): Forecast {
    const { examDay, purpose, measures, population } = this.options
    return forecast({
      ...{ histories: this.histories, today, examDay, secondsByDay, seed },
      ...{ prior: this.prior, population, fit: this.fit },
      planner: { model: makeFsrs(this.weights), examShare: EXAM_SHARES[purpose], probeEvery: PROBE_EVERY },
      ...(measures ? { measures } : {}),
    })
  }
}
