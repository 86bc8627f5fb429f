import { type Random, seededRandom } from '#lib/base/index.ts'
import { type Fsrs, makeFsrs } from '#lib/scheduling/index.ts'
import { normal } from './chance.ts'
import { type Fit, type History, scaleOf } from './fit.ts'
import { type MadeLearner, madeLearner } from './learner.ts'
import { solveUpper } from './linear.ts'
import { type Held, Planner, type PlannerOptions, step } from './planner.ts'
import { play, type World } from './play.ts'
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

/** `groups`: facts that are told of together.
 * `samples`: how many learners are tried. `paired`: each fact has its own luck, whatever the minutes, so that two outlooks compare. */
export type How = {
  readonly samples?: number
  readonly paired?: boolean
  readonly groups?: readonly (readonly number[])[]
}

export type Ahead = How & {
  /** By fact; empty where it was never met. */
  readonly histories: readonly History[]
  /** The study day that comes next. */
  readonly today: number
  /** Of each day from today to the last exam. */
  readonly secondsByDay: readonly number[]
  /** What the plan goes by, as it stands. */
  readonly planner: Omit<PlannerOptions, 'random'>
  readonly prior: Prior
  readonly population: readonly (readonly number[])[]
  readonly fit: Fit
  readonly seed: string
}

/** A share of an exam's weight, with its 90 % range. */
export type Range = { readonly expected: number; readonly low: number; readonly high: number }

/** What would be recalled on the morning of one exam. */
export type Forecast = Range & {
  /** What each possible learner came to, in ascending order: the chance of a goal is the share that reaches it. */
  readonly samples: readonly number[]
  /** The expected chance of recall of each fact, and the chance that it is met by then. */
  readonly byFact: readonly number[]
  readonly met: readonly number[]
  /** If nothing more were studied. */
  readonly idle: Range
  /** Of each group; all 0 where nothing of it counts. */
  readonly byGroup: readonly Range[]
}

/** What a day is expected to hold: facts met for the first time, facts asked again, and the time they take. */
export type DayAhead = {
  readonly day: number
  readonly first: number
  readonly again: number
  readonly seconds: number
}

export type Outlook = { readonly exams: readonly Forecast[]; readonly days: readonly DayAhead[] }

/** What is held of a fact after its answers, oldest first and one a study day. */
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
    for (const { day, rating, guess = 0, trust = 1 } of history) {
      if (held.memory !== null && held.day !== null && day > held.day) {
        const p = guess + (1 - guess) * model.recall(day - held.day, held.memory.stability * factor)
        likelihood *= (rating > 1 ? p : 1 - p) ** trust
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

const weighted = (values: readonly number[], weights: readonly number[] | undefined): number => {
  let [sum, all] = [0, 0]
  for (const [fact, value] of values.entries()) {
    const weight = weights?.[fact] ?? 1
    sum += value * weight
    all += weight
  }
  return all === 0 ? 0 : sum / all
}

/** The mean and the 90 % range of what the samples came to, which this puts in order. */
const rangeOf = (samples: number[]): Range => {
  samples.sort((a, b) => a - b)
  const at = (share: number): number => samples[Math.round(share * (samples.length - 1))] as number
  const expected = samples.reduce((sum, each) => sum + each, 0) / samples.length
  return { expected, low: at(LOW), high: at(HIGH) }
}

/** A learner who takes note of what is asked of them. */
class Watched implements World {
  private readonly learner: MadeLearner
  private readonly tally: { first: number; again: number; seconds: number }[]
  private readonly today: number
  readonly met: boolean[]

  constructor(learner: MadeLearner, met: boolean[], tally: Watched['tally'], today: number) {
    this.learner = learner
    this.met = met
    this.tally = tally
    this.today = today
  }

  ask(fact: number, day: number, spentSeconds: number) {
    const answer = this.learner.ask(fact, day, spentSeconds)
    const row = this.tally[day - this.today]
    if (row) {
      row[this.met[fact] ? 'again' : 'first'] += 1
      row.seconds += answer.seconds
    }
    this.met[fact] = true
    return answer
  }
}

/**
 * What would be recalled on the mornings of the exams if the plan were kept: each of some possible learners studies the days
 * that are left by the plan, which does not know who they are. Yields the share that is done.
 */
export function* outlookInSteps(ahead: Ahead): Generator<number, Outlook> {
  const { histories, today, secondsByDay, planner, seed, samples: count = SAMPLES, paired = false, groups = [] } = ahead
  const { targets } = planner
  const random = seededRandom(seed)
  const believed = histories.map((history) => heldAfter(planner.model, history))
  const tally = secondsByDay.map(() => ({ first: 0, again: 0, seconds: 0 }))
  const rows = targets.map(() => ({
    ...{ samples: [] as number[], idle: [] as number[], byGroup: groups.map((): number[] => []) },
    ...{ byFact: histories.map(() => 0), met: histories.map(() => 0) },
  }))
  const inOrder = [...targets.entries()].sort(([, a], [, b]) => a.day - b.day)
  for (let at = 0; at < count; at++) {
    const { model, scale } = possible(ahead, at, random)
    const held = histories.map((history) => heldAfter(model, history))
    const factors = histories.map((history) =>
      history.length > 1 ? factorFor(model, scale, history, random) : Math.exp(SPREAD.stability * normal(random)),
    )
    const own = (fact: number) => (paired ? seededRandom(`${seed} ${at} ${fact}`) : random)
    const learner = madeLearner(model, held, factors, SPREAD.difficulty, own, scale)
    const met = histories.map(({ length }) => length > 0)
    const watched = new Watched(learner, met, tally, today)
    const policy = new Planner(believed, { ...planner, random: paired ? seededRandom(`${seed} ${at}`) : random })
    const recallsAt = (day: number) => histories.map((_, fact) => learner.recallAt(fact, day))
    for (const [index, { day, weights }] of targets.entries()) rows[index]?.idle.push(weighted(recallsAt(day), weights))
    let from = today
    for (const [index, { day, weights }] of inOrder) {
      play(policy, watched, secondsByDay.slice(from - today, Math.max(from, day) - today), from)
      from = Math.max(from, day)
      const recalls = recallsAt(day)
      const row = rows[index]
      row?.samples.push(weighted(recalls, weights))
      for (const [group, facts] of groups.entries())
        row?.byGroup[group]?.push(
          weighted(
            facts.map((fact) => recalls[fact] as number),
            facts.map((fact) => weights?.[fact] ?? 1),
          ),
        )
      for (const [fact, recall] of recalls.entries()) {
        if (row) row.byFact[fact] = (row.byFact[fact] as number) + recall / count
        if (row && met[fact]) row.met[fact] = (row.met[fact] as number) + 1 / count
      }
    }
    yield (at + 1) / count
  }
  return {
    exams: rows.map(({ samples, idle, byFact, met, byGroup }) => ({
      ...{ ...rangeOf(samples), samples, byFact, met },
      ...{ idle: rangeOf(idle), byGroup: byGroup.map(rangeOf) },
    })),
    days: tally.map(({ first, again, seconds }, index) => ({
      day: today + index,
      ...{ first: first / count, again: again / count, seconds: seconds / count },
    })),
  }
}
