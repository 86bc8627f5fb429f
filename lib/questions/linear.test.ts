import { expect, test } from 'vitest'
import { generate } from './index.ts'

const SYLLABLES = 'ba ke li mo nu ra se ti vo za'.split(' ')

/** A name of its own for every number. */
const nameOf = (n: number): string => {
  const word = String(n)
    .padStart(5, '0')
    .replace(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
const yearOf = (n: number): number => 1100 + ((n * 131) % 900)

const prose = (n: number): string =>
  [
    `The Kingdom of ${nameOf(n)} defeated the Kingdom of ${nameOf(n + 40_000)} in ${yearOf(n)}.`,
    `Marie ${nameOf(n)} Smith, also known as ${nameOf(n + 20_000)}, was born in London in ${yearOf(n)}.`,
    `The ${nameOf(n)} ${nameOf(n + 1)} Organization was founded by ${nameOf(n + 60_000)} Smith in ${yearOf(n + 7)}.`,
  ].join(' ')
const lines = (count: number, line: (n: number) => string, between: string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join(between)

const LEAD = 'This is what is known of the towns of the land, and of those who have lived in them.'
const documents: Record<string, { count: number; text: (count: number) => string }> = {
  'names that are ever new': { count: 110, text: (count) => lines(count, prose, '\n\n') },
  'one paragraph': { count: 110, text: (count) => lines(count, prose, ' ') },
  'one name in every sentence': {
    count: 500,
    text: (count) => lines(count, (n) => `In ${yearOf(n)}, France signed a treaty with ${nameOf(n)}.`, ' '),
  },
  'a glossary': {
    count: 500,
    text: (count) =>
      `${LEAD}\n\n${lines(count, (n) => `- ${nameOf(n)}: a kind of tree that is found in the land`, '\n')}`,
  },
  headings: {
    count: 1_200,
    text: (count) =>
      `${LEAD}\n\n${lines(count, (n) => `## The town of ${nameOf(n)}\n\n- It is in the land of ${nameOf(n)}`, '\n\n')}`,
  },
  'headings without an empty line': {
    count: 5_000,
    text: (count) => `${LEAD}\n\n${lines(count, (n) => `# The town of ${nameOf(n)} in the land`, '\n')}`,
  },
  'a table': {
    count: 700,
    text: (count) =>
      `${LEAD}\n\n| Town | Year |\n|---|---|\n${lines(count, (n) => `| the town of ${nameOf(n)} | in the year ${yearOf(n)} |`, '\n')}`,
  },
  'one sentence again and again': { count: 500, text: (count) => lines(count, () => prose(1), '\n') },
}

const milliseconds = (text: string, format: 'markdown' | 'text'): number => {
  const begun = performance.now()
  expect(generate({ text, format }).ok).toBe(true)
  return performance.now() - begun
}

/** The least of a few rounds: whatever else the machine does can only add to it. */
const least = (rounds: number, once: () => number): number => Math.min(...Array.from({ length: rounds }, once))

const TIMES = 16
/** A cost that grows with the length is sixteenfold, one that grows with its square 256-fold; some is fixed. */
const MOST = TIMES * 2.5
/** Below this the clock says more of the machine than of the work. */
const FLOOR_MS = 15

test.each(Object.entries(documents))(
  'costs no more a word in a long text than in a short one: %s',
  (name, { count, text }) => {
    const format = name === 'headings without an empty line' ? 'text' : 'markdown'
    const short = text(count / 4)
    const long = text(count * (TIMES / 4))
    milliseconds(short, format)
    const ratio =
      least(2, () => milliseconds(long, format)) /
      Math.max(
        FLOOR_MS,
        least(3, () => milliseconds(short, format)),
      )
    expect(ratio).toBeLessThan(MOST)
  },
  60_000,
)
