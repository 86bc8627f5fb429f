import { type Random, seededRandom } from '#lib/base/index.ts'
import { type Fsrs, makeFsrs } from '#lib/scheduling/index.ts'
import { normal } from './chance.ts'
import { type Fit, type History, scaleOf } from './fit.ts'
import { madeLearner } from './learner.ts'
import { solveUpper } from './linear.ts'
import { type Held, type Measure, Planner, step } from './planner.ts'
import { play } from './play.ts'
import { type Prior, weightsAt } from './prior.ts'

/** How facts are taken to differ beyond what the model knows: of log stability and of difficulty, the standard deviation. */
const SPREAD = { stability: 0.5, difficulty: 0.7 }
const SAMPLES = 40
/** By how much a learner may lie further from the fit than its own error says, since no model is quite true. */
const DOUBT = 1.35
/** Below so many answers on later days a learner is taken for one of the population, whole. */
const KNOWN_FROM = 12
const LOW = 0.05
const HIGH = 0.95
/** Where a fact's own factor may lie, in standard deviations, and how often it does (three-point Gauss–Hermite). */
const POINTS = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
] as const

export type Ahead = {
  /** By fact; empty where it was never met. */
  readonly histories: readonly History[]
  /** The study day that comes next, and on whose morning the exam is. */
  readonly today: number
  readonly examDay: number
  /** Of each day from today to the exam. */
  readonly secondsByDay: readonly number[]
  /** What the plan goes by, as it stands. */
  readonly planner: { readonly model: Fsrs; readonly examShare: number; readonly probeEvery: number }
  readonly measures?: readonly Measure[]
  readonly prior: Prior
  readonly population: readonly (readonly number[])[]
  readonly fit: Fit
  readonly seed: string
}

export type Forecast = {
  /** Share of the facts' weight that is expected to be recalled on the morning of the exam, with its 90 % range. */
  readonly expected: number
  readonly low: number
  readonly high: number
  /** What each possible learner came to, in ascending order: the chance of a goal is the share that reaches it. */
  readonly samples: readonly number[]
  /** The expected chance of recall of each fact. */
  readonly byFact: readonly number[]
}

export const heldAfter = (model: Fsrs, history: History): Held =>
  history.reduce<Held>((held, { day, rating }) => ({ memory: step(model, held, day, rating), day }), {
    memory: null,
    day: null,
  })

/** A possible learner: drawn from the population while little is known, else from what their answers allow. */
const possible = ({ prior, population, fit }: Ahead, at: number, random: Random) => {
  const someone = population[at % population.length]
  if (fit.evidence < KNOWN_FROM && someone) return { model: makeFsrs(someone), scale: 1 }
  const draw = solveUpper(
    fit.precision,
    Float64Array.from(fit.z, () => normal(random)),
  )
  const z = fit.z.map((value, k) => value + DOUBT * (draw[k] as number))
  return { model: makeFsrs(weightsAt(prior, z)), scale: scaleOf(z) }
}

/** A factor on the stability of one fact, drawn by how well it explains that fact's own answers. */
const factorFor = (model: Fsrs, scale: number, history: History, random: Random): number => {
  const chances = POINTS.map(([z, share]) => {
    const factor = scale * Math.exp(SPREAD.stability * z)
    let held: Held = { memory: null, day: null }
    let likelihood: number = share
    for (const { day, rating, guess = 0 } of history) {
      if (held.memory !== null && held.day !== null && day > held.day) {
        const p = guess + (1 - guess) * model.recall(day - held.day, held.memory.stability * factor)
        likelihood *= rating > 1 ? p : 1 - p
      }
      held = { memory: step(model, held, day, rating), day }
    }
    return likelihood
  })
  let left = random() * chances.reduce((sum, each) => sum + each, 0)
  for (const [at, chance] of chances.entries()) {
    left -= chance
    if (left < 0) return Math.exp(SPREAD.stability * (POINTS[at]?.[0] ?? 0))
  }
  return 1
}

const weighted = (values: readonly number[], measures: readonly Measure[] | undefined): number => {
  let [sum, all] = [0, 0]
  for (const [fact, value] of values.entries()) {
    const weight = measures?.[fact]?.weight ?? 1
    sum += value * weight
    all += weight
  }
  return all === 0 ? 0 : sum / all
}

/**
 * What would be recalled on the morning of the exam if the plan were kept: each of some possible learners studies the days
 * that are left by the plan, which does not know who they are.
 */
export const forecast = (ahead: Ahead): Forecast => {
  const { histories, today, examDay, secondsByDay, planner, measures, seed } = ahead
  const random = seededRandom(seed)
  const believed = histories.map((history) => heldAfter(planner.model, history))
  const byFact = histories.map(() => 0)
  const samples = Array.from({ length: SAMPLES }, (_, at) => {
    const { model, scale } = possible(ahead, at, random)
    const held = histories.map((history) => heldAfter(model, history))
    const factors = histories.map((history) =>
      history.length > 1 ? factorFor(model, scale, history, random) : Math.exp(SPREAD.stability * normal(random)),
    )
    const learner = madeLearner(model, held, factors, SPREAD.difficulty, () => random, scale)
    const policy = new Planner(believed, { ...planner, examDay, random, ...(measures ? { measures } : {}) })
    play(policy, learner, secondsByDay, today)
    const recalls = histories.map((_, fact) => learner.recallAt(fact, examDay))
    for (const [fact, recall] of recalls.entries()) byFact[fact] = (byFact[fact] as number) + recall / SAMPLES
    return weighted(recalls, measures)
  }).sort((a, b) => a - b)
  const at = (share: number): number => samples[Math.round(share * (SAMPLES - 1))] as number
  return { expected: weighted(byFact, measures), low: at(LOW), high: at(HIGH), samples, byFact }
}
