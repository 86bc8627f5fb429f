import type { Random } from '#lib/base/index.ts'
import { DEFAULT_WEIGHTS, makeFsrs, type Rating } from '#lib/scheduling/index.ts'
import { type Fit, fitWeights, type History, predictsBetter, type Review } from './fit.ts'
import { type How, heldAfter, type Outlook, outlookInSteps } from './forecast.ts'
import { secondsToMend } from './mend.ts'
import { Planner, type Policy, type Target } from './planner.ts'
import { type Prior, priorOf } from './prior.ts'

/** One in so many answers is a random check. */
const PROBE_EVERY = 6
/** What recall on the day of the exam counts beside recall a month later: for this exam, or to keep it afterwards. */
const EXAM_SHARES = { exam: 0.5, keep: 0.2 } as const
export type Purpose = keyof typeof EXAM_SHARES

/** So many answers say what there is to know of a learner, and a phone fits weights to them in a moment. */
const LEARN_FROM_MAX = 4_000

/** The histories that were added to last, as many as hold so many answers. */
const latest = (histories: readonly History[], answers: number): History[] => {
  const met = histories.filter(({ length }) => length > 0)
  const inOrder = [...met].sort((a, b) => (b.at(-1)?.day ?? 0) - (a.at(-1)?.day ?? 0))
  let left = answers
  const kept = new Set(
    inOrder.filter(({ length }, at) => {
      left -= length
      return at === 0 || left >= 0
    }),
  )
  // In the order that they have: the sums of a fit come out the same to the last digit.
  return met.filter((history) => kept.has(history))
}

export type ExamAhead = {
  /** The study day on whose morning it is. */
  readonly day: number
  readonly purpose: Purpose
  /** What each fact counts in it; absent: all alike. */
  readonly weights?: readonly number[]
}

/** What was learnt of a learner: the weights that plans go by, and the fit that forecasts go by. */
export type Learnt = { readonly weights: readonly number[]; readonly fit: Fit }

export type TutorOptions = {
  readonly histories: readonly History[]
  readonly exams: readonly ExamAhead[]
  readonly paces?: readonly number[]
  /** Weights of other learners, at least two. */
  readonly population: readonly (readonly number[])[]
  /** From an earlier day; absent: nothing yet. */
  readonly learnt?: Learnt
  readonly random: Random
}

/**
 * Plans and forecasts for one learner and their exams. `learn` fits the memory model to what was answered so far: the forecast
 * goes by the fit and its doubt, the plan by weights that have shown on the later part of the log that they predict better.
 */
export class Tutor implements Policy {
  private readonly histories: Review[][]
  private readonly options: TutorOptions
  private readonly targets: readonly Target[]
  private readonly prior: Prior
  private readonly planner: Planner
  private known: Learnt

  constructor(options: TutorOptions) {
    this.options = options
    const { histories, exams, paces, population, learnt, random } = options
    this.histories = histories.map((history) => [...history])
    this.prior = priorOf(population)
    this.known = learnt ?? { weights: DEFAULT_WEIGHTS, fit: fitWeights([], this.prior) }
    this.targets = exams.map(({ purpose, ...exam }) => ({ ...exam, examShare: EXAM_SHARES[purpose] }))
    const model = makeFsrs(this.known.weights)
    this.planner = new Planner(
      histories.map((history) => heldAfter(model, history)),
      { model, targets: this.targets, random, probeEvery: PROBE_EVERY, ...(paces ? { paces } : {}) },
    )
  }

  get learnt(): Learnt {
    return this.known
  }

  order(day: number): readonly number[] {
    return this.planner.order(day)
  }

  answered(fact: number, day: number, rating: Rating): void {
    this.planner.answered(fact, day, rating)
    this.histories[fact]?.push({ day, rating })
  }

  learn(): void {
    const met = latest(this.histories, LEARN_FROM_MAX)
    const fit = fitWeights(met, this.prior, this.known.fit.z)
    const better = predictsBetter(met, this.prior, this.known.weights)
    this.known = { fit, weights: better ? fit.weights : this.known.weights }
    if (!better) return
    const model = makeFsrs(fit.weights)
    this.planner.relearn(
      model,
      this.histories.map((history) => heldAfter(model, history)),
    )
  }

  /** Seconds that would mend a fact by an exam, on top of the plan; null: it cannot be by then. */
  secondsToMend(fact: number, today: number, examDay: number): number | null {
    const held = this.planner.held[fact]
    return held ? secondsToMend(makeFsrs(this.known.weights), held, today, examDay) : null
  }

  /** What is ahead from `today` on. `secondsByDay`: of each day from today to the last exam. */
  outlook(today: number, secondsByDay: readonly number[], seed: string, how: How = {}): Generator<number, Outlook> {
    const { paces, population } = this.options
    const { weights, fit } = this.known
    const { prior, targets, histories } = this
    return outlookInSteps({
      ...{ histories, today, secondsByDay, seed, prior, population, fit, ...how },
      planner: { model: makeFsrs(weights), targets, probeEvery: PROBE_EVERY, ...(paces ? { paces } : {}) },
    })
  }
}
