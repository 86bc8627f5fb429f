import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { POPULATION } from '#lib/exams/index.ts'
import { reportOf } from './report.ts'
import { runLearner } from './run.ts'
import { fsrsWorld, tracesWorld } from './worlds.ts'

const SCENARIO = { facts: 60, days: 7, minutes: 4 }
const runs = (truth: typeof fsrsWorld) =>
  POPULATION.slice(0, 4).map((weights, index) =>
    runLearner(SCENARIO, truth, weights, POPULATION.slice(4), `tested ${index}`),
  )

describe('a simulated exam', () => {
  it('is the same each time, and ours is well ahead of reviews first in either world', () => {
    for (const truth of [fsrsWorld, tracesWorld]) {
      const first = reportOf('w', SCENARIO, runs(truth))
      expect(reportOf('w', SCENARIO, runs(truth))).toEqual(first)
      const rival = first.policies.find(({ policy }) => policy === 'FSRS .90, reviews first')
      expect(rival?.ahead).toBeGreaterThan(3)
      expect(first.policies.find(({ policy }) => policy === 'ours')).toMatchObject({ ahead: 0, aheadError: 0 })
    }
  })

  it('has its standard error over pairs of the same learner', () => {
    const told = { error: 0.02, covered: true }
    const run = (ours: number, theirs: number) => ({
      rivals: { other: { score: theirs, later: 0, minutes: 1 } },
      ours: { score: ours, later: 0, minutes: 1, eve: told, middle: told, first: { error: -0.04, covered: false } },
    })
    const { policies, forecast } = reportOf('w', SCENARIO, [run(0.9, 0.8), run(0.5, 0.4), run(0.7, 0.6)])
    expect(policies[0]).toMatchObject({ policy: 'other', score: 60, error: 11.55, ahead: 10, aheadError: 0 })
    expect(forecast.eve).toEqual({ meanError: 2, bias: 2, cover: 100 })
    expect(forecast.first).toEqual({ meanError: 4, bias: -4, cover: 0 })
  })

  it.each([
    ['no JSON', 'weights', /cannot be read as JSON/],
    ['no learners', '[]', /holds no learners/],
    ['a learner without all weights', JSON.stringify([POPULATION[0], [1, 2]]), /something else at place 2/],
  ])('says what is wrong with a file of %s', (_, text, said) => {
    const file = join(mkdtempSync(join(tmpdir(), 'footnote-learners-')), 'learners.json')
    writeFileSync(file, text)
    const args = ['--import', 'tsx', '--conditions=react-server', 'lib/tools/simulate-exam.ts', '--learners', file]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
  })
})
