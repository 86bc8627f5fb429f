import { generate } from '#lib/questions/index.ts'
import { proseOf } from './bench/prose.ts'

/**
 * `bench-generator.ts WORDS ROUNDS`: generates from so much prose, warm, and prints what that costs as JSON. Its own time on
 * the processor is counted, the collector's included, so that other work on the machine adds nothing.
 */
const [words = 0, rounds = 1] = process.argv.slice(2).map(Number)

const round = (text: string): number => {
  const begun = process.cpuUsage()
  const done = generate({ text, format: 'markdown' })
  if (!done.ok) throw new Error(done.error.message)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / done.value.document.words
}

const warm = proseOf(10_000)
for (let n = 0; n < 3; n++) round(warm)
const text = proseOf(words)
const microsecondsAWord = Array.from({ length: rounds }, () => round(text))
process.stdout.write(JSON.stringify({ microsecondsAWord, peakBytes: process.resourceUsage().maxRSS * 1_024 }))
