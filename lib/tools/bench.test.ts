import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { bin } from './setup/run.mjs'

/** Of a bare page's scripts. */
const REACHED = 1.25

// The pages moved a folder down, one for each language, and the bench ended with 1 for want of the one it weighs.
it('the bench weighs the study route beside a bare page and prints nothing but its figures', () => {
  const [node = '', ...tsx] = bin('tsx/dist/cli.mjs')
  const command = [...tsx, '--conditions=react-server', 'lib/tools/bench.ts', 'bytes', '--json']
  const { status, stdout, stderr } = spawnSync(node, command, { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const figures: unknown = JSON.parse(stdout)
  const numbers = Object.fromEntries(
    ['ours', 'theirs', 'ratio', 'goal', 'n', 'spread'].map((key) => [key, expect.any(Number)]),
  )
  const words = Object.fromEntries(['name', 'peer', 'better', 'unit'].map((key) => [key, expect.any(String)]))
  expect(figures).toEqual([{ ...numbers, ...words }])
  // Bytes are the same on every machine. They once rose past the goal by a catalogue that the error page brought along.
  // The bench tells how far its goal is; this holds what was reached.
  const [{ ratio = Number.POSITIVE_INFINITY } = {}] = figures as { ratio: number }[]
  expect(ratio).toBeLessThanOrEqual(REACHED)
}, 600_000)
