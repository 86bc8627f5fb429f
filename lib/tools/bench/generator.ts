import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bin, ROOT } from '../setup/run.mjs'
import { absolute, type Figure, figure } from './figure.ts'

const WORDS_A_SECOND = 10_000
const MEGABYTES_MOST = 600
const LINEAR = 1.3
const SHORT = 10_000
const ROUNDS: Readonly<Record<number, number>> = { 10000: 7, 100000: 3, 1000000: 1 }

type Cost = { microsecondsAWord: number[]; peakBytes: number }

/** What a text of so many words costs, in a process of its own. */
const costOf = (words: number): Cost => {
  const [node = '', ...tsx] = bin('tsx/dist/cli.mjs')
  const command = [...tsx, '--conditions=react-server', join(ROOT, 'lib/tools/bench-generator.ts')]
  const { status, stdout, stderr } = spawnSync(node, [...command, String(words), String(ROUNDS[words] ?? 1)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Generating from ${words} words failed: ${stderr}`)
  return JSON.parse(stdout) as Cost
}

const named = (words: number): string => words.toLocaleString('en-US')

const linear = (words: number, cost: Cost, short: Cost): Figure =>
  figure(
    {
      name: `generator cost at ${named(words)} words`,
      unit: 'µs/word',
      peer: `at ${named(SHORT)} words`,
      better: 'lower',
      goal: LINEAR,
    },
    cost.microsecondsAWord,
    short.microsecondsAWord,
  )

/** The whole way from a text to questions, warm, on one core: its speed, how its cost grows, and what it holds. */
export const generator = async (): Promise<Figure[]> => {
  const [short, middle, long] = [costOf(SHORT), costOf(100_000), costOf(1_000_000)]
  return [
    absolute(
      { name: 'generator speed', unit: 'words/s', better: 'higher' },
      short.microsecondsAWord.map((cost) => 1_000_000 / cost),
      WORDS_A_SECOND,
    ),
    linear(100_000, middle, short),
    linear(1_000_000, long, short),
    absolute(
      { name: 'generator peak memory at 1,000,000 words', unit: 'MB', better: 'lower' },
      [long.peakBytes / 1_000_000],
      MEGABYTES_MOST,
    ),
  ]
}
