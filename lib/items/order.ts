import { PRESSING } from './flags.ts'
import type { ItemAnalysis } from './types.ts'

const pressOf = ({ flags: [first] }: ItemAnalysis): number => (first ? PRESSING.indexOf(first.kind) : PRESSING.length)

/** Those that count and need a look, the most pressing first and of equals the one that fewest had right; the others are left out. */
export const toLookAt = (items: readonly ItemAnalysis[]): ItemAnalysis[] =>
  items
    .filter((item) => item.counts && pressOf(item) < PRESSING.indexOf('everyone-right'))
    .sort((a, b) => pressOf(a) - pressOf(b) || (a.facility.value ?? 1) - (b.facility.value ?? 1))
