import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { POPULATION } from '#lib/exams/index.ts'
import { DEFAULT_WEIGHTS } from '#lib/scheduling/index.ts'
import { type Report, reportOf } from './simulate/report.ts'
import { runLearner } from './simulate/run.ts'
import { nameOf, SCENARIOS } from './simulate/scenarios.ts'
import { fsrsWorld, tracesWorld } from './simulate/worlds.ts'

/**
 * `npm run --silent simulate:exam -- [--learners FILE] [--json]`: how an exam ends for simulated learners by ours and by
 * other policies. FILE: a JSON list of sets of 21 weights of FSRS-6. A learner is never in the population that the forecast
 * starts from: without a file each of the shipped ones stands out of it in turn.
 */
const WORLDS = { 'FSRS-6': fsrsWorld, traces: tracesWorld } as const

const { values: asked } = parseArgs({ options: { learners: { type: 'string' }, json: { type: 'boolean' } } })

const isWeights = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length === DEFAULT_WEIGHTS.length && value.every(Number.isFinite)

const learnersIn = (file: string): number[][] => {
  const fail = (why: string): never => {
    console.error(`${file} ${why}. It has to be a JSON list of lists of ${DEFAULT_WEIGHTS.length} numbers.`)
    process.exit(1)
  }
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return fail('cannot be read as JSON')
  }
  if (!Array.isArray(value) || value.length === 0) return fail('holds no learners')
  const wrong = value.findIndex((one) => !isWeights(one))
  return wrong < 0 ? value : fail(`has something else at place ${wrong + 1}`)
}

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((weight, at) => weight === other[at])

const learners = asked.learners === undefined ? POPULATION : learnersIn(asked.learners)
const reports: Report[] = []
for (const [world, truth] of Object.entries(WORLDS))
  for (const scenario of SCENARIOS) {
    console.error(`${world}, ${nameOf(scenario)} …`)
    const runs = learners.map((weights, index) => {
      const others = POPULATION.filter((other) => !same(other, weights))
      return runLearner(scenario, truth, weights, others, `learner ${index}`)
    })
    reports.push(reportOf(world, scenario, runs))
  }

const pad = (value: string | number, width: number): string => String(value).padStart(width)
const table = ({ world, scenario, policies, forecast, learners: n }: Report): string =>
  [
    `${nameOf(scenario)}, world ${world}, ${n} learners`,
    `  ${'policy'.padEnd(26)} score ±  se   minutes  +30 d   ours ahead ± se`,
    ...policies.map(
      ({ policy, score, error, minutes, later, ahead, aheadError }) =>
        `  ${policy.padEnd(26)} ${pad(score.toFixed(1), 5)} ±${pad(error.toFixed(1), 4)} ${pad(minutes, 8)} ${pad(later.toFixed(1), 7)} ${pad(ahead.toFixed(2), 10)} ± ${aheadError.toFixed(2)}`,
    ),
    ...Object.entries(forecast).map(
      ([when, { meanError, bias, cover }]) =>
        `  forecast, ${when.padEnd(6)} mean error ${meanError.toFixed(1)}, bias ${bias.toFixed(1)}, 90 % range covers ${Math.round(cover)} %`,
    ),
  ].join('\n')
console.log(asked.json ? JSON.stringify(reports, null, 2) : reports.map(table).join('\n\n'))
