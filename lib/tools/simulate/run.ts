import { drained, seededRandom } from '#lib/base/index.ts'
import { LATER_DAYS, type MadeLearner, Planner, type Policy, play, type Range, Tutor } from '#lib/exams/index.ts'
import { fsrsFor, makeFsrs } from '#lib/scheduling/index.ts'
import { RIVALS } from './rivals.ts'
import type { Scenario } from './scenarios.ts'
import type { Truth } from './worlds.ts'

/** Shares of the facts, 0 to 1, but for `minutes`. */
export type Sat = { readonly score: number; readonly later: number; readonly minutes: number }
/** A forecast beside what came of it. */
export type Told = { readonly error: number; readonly covered: boolean }
export type Prepared = Sat & { readonly eve: Told; readonly middle: Told; readonly first: Told }

export type LearnerRuns = { readonly rivals: Readonly<Record<string, Sat>>; readonly ours: Prepared }

export const OURS = 'ours'
const ORACLE = 'oracle'
/** Reported beside the rest: it has its minutes when they count most, and the month after it is the worst. */
const CRAM = 'all in the last two days'

const sat = (learner: MadeLearner, { facts, days }: Scenario, seconds: number): Sat => {
  const mean = (day: number) =>
    Array.from({ length: facts }, (_, fact) => learner.recallAt(fact, day)).reduce((sum, one) => sum + one, 0) / facts
  return { score: mean(days), later: mean(days + LATER_DAYS), minutes: seconds / 60 }
}

/** One learner through a scenario, by every policy, with the same luck in each. */
export const runLearner = (
  scenario: Scenario,
  truth: Truth,
  weights: readonly number[],
  population: readonly (readonly number[])[],
  seed: string,
): LearnerRuns => {
  const { facts, days, minutes } = scenario
  const daily = Array.from({ length: days }, () => minutes * 60)
  const late = daily.map((_, day) => (day >= days - 2 ? (minutes * 60 * days) / 2 : 0))
  const never = Array.from({ length: facts }, () => ({ memory: null, day: null }))
  const greedy = (model: ReturnType<typeof makeFsrs>) =>
    new Planner(never, { model, targets: [{ day: days, examShare: 0.5 }], random: seededRandom(seed) })
  const through = (policy: Policy, secondsByDay: readonly number[]): Sat => {
    const learner = truth(weights, facts, seed)
    return sat(learner, scenario, play(policy, learner, secondsByDay, 0).seconds)
  }
  const rivals: Record<string, Sat> = {}
  for (const [name, make] of Object.entries(RIVALS)) rivals[name] = through(make(facts), daily)
  rivals[CRAM] = through(greedy(fsrsFor(null)), late)
  rivals[ORACLE] = through(greedy(makeFsrs(weights)), daily)
  return { rivals, ours: prepare(scenario, truth(weights, facts, seed), daily, population, seed) }
}

/** Day by day, as a phone does it: study, learn of the answers, and say what to expect. */
const prepare = (
  scenario: Scenario,
  learner: MadeLearner,
  daily: readonly number[],
  population: readonly (readonly number[])[],
  seed: string,
): Prepared => {
  const { facts, days } = scenario
  const histories = Array.from({ length: facts }, () => [])
  const random = seededRandom(`${seed} checks`)
  const tutor = new Tutor({ histories, exams: [{ day: days, purpose: 'exam' }], population, random })
  const tell = (day: number): Range => {
    const [told] = drained(tutor.outlook(day, daily.slice(day), `${seed} ${day}`)).exams
    if (!told) throw new Error('An exam has a forecast')
    return told
  }
  const first = tell(0)
  let middle = first
  let seconds = 0
  for (const [day, budget] of daily.entries()) {
    if (day === days >> 1) middle = tell(day)
    seconds += play(tutor, learner, [budget], day).seconds
    tutor.learn()
  }
  const eve = tell(days)
  const end = sat(learner, scenario, seconds)
  const told = ({ expected, low, high }: Range): Told => ({
    error: expected - end.score,
    covered: low <= end.score && end.score <= high,
  })
  return { ...end, eve: told(eve), middle: told(middle), first: told(first) }
}
