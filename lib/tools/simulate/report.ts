import type { LearnerRuns, Told } from './run.ts'
import { OURS } from './run.ts'
import type { Scenario } from './scenarios.ts'

/** Points are percent; `error` is the standard error over learners, of `ahead` over the same learners in pairs. */
export type PolicyFigures = {
  readonly policy: string
  readonly score: number
  readonly error: number
  readonly minutes: number
  readonly later: number
  /** Ours less this one, in points. */
  readonly ahead: number
  readonly aheadError: number
}
export type ToldFigures = { readonly meanError: number; readonly bias: number; readonly cover: number }
export type Report = {
  readonly world: string
  readonly scenario: Scenario
  readonly learners: number
  readonly policies: readonly PolicyFigures[]
  readonly forecast: { readonly eve: ToldFigures; readonly middle: ToldFigures; readonly first: ToldFigures }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const standardError = (values: readonly number[]): number => {
  const middle = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length)
}
const points = (share: number): number => Math.round(share * 10_000) / 100

const toldFigures = (told: readonly Told[]): ToldFigures => ({
  meanError: points(mean(told.map(({ error }) => Math.abs(error)))),
  bias: points(mean(told.map(({ error }) => error))),
  cover: points(mean(told.map(({ covered }) => (covered ? 1 : 0)))),
})

export const reportOf = (world: string, scenario: Scenario, runs: readonly LearnerRuns[]): Report => {
  const names = [...Object.keys(runs[0]?.rivals ?? {}), OURS]
  const ofPolicy = (name: string) => runs.flatMap(({ rivals, ours }) => (name === OURS ? ours : (rivals[name] ?? [])))
  const ours = ofPolicy(OURS)
  const policies = names.map((policy): PolicyFigures => {
    const sat = ofPolicy(policy)
    const ahead = sat.map(({ score }, at) => (ours[at]?.score ?? 0) - score)
    return {
      policy,
      ...{
        score: points(mean(sat.map(({ score }) => score))),
        error: points(standardError(sat.map(({ score }) => score))),
      },
      minutes: Math.round(mean(sat.map(({ minutes }) => minutes))),
      later: points(mean(sat.map(({ later }) => later))),
      ...{ ahead: points(mean(ahead)), aheadError: points(standardError(ahead)) },
    }
  })
  const told = (when: 'eve' | 'middle' | 'first') => toldFigures(runs.map(({ ours: { [when]: one } }) => one))
  return {
    ...{ world, scenario, learners: runs.length, policies },
    forecast: { eve: told('eve'), middle: told('middle'), first: told('first') },
  }
}
