import type { Flag, ItemAnalysis } from './types.ts'

/** The most pressing first. That everyone had it right is good to know and needs no look. */
const PRESSING: readonly Flag['kind'][] = [
  ...(['everyone-missed', 'wrong-key-suspected', 'nearly-everyone-missed'] as const),
  ...(['does-not-tell-apart', 'hard', 'dead-options'] as const),
]

const pressOf = ({ flags }: ItemAnalysis): number =>
  Math.min(...flags.map(({ kind }) => PRESSING.indexOf(kind)).filter((place) => place >= 0))

/** Those that count and need a look, the most pressing first and of equals the one that fewest had right; the others are left out. */
export const toLookAt = (items: readonly ItemAnalysis[]): ItemAnalysis[] =>
  items
    .filter((item) => item.counts && pressOf(item) < PRESSING.length)
    .sort((a, b) => pressOf(a) - pressOf(b) || (a.facility.value ?? 1) - (b.facility.value ?? 1))
