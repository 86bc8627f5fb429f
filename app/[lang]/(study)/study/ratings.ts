import type { Rating } from '#lib/log/index.ts'

/** The ratings offered, in the order of their buttons and keys. */
export const RATINGS: Record<2 | 4, readonly Rating[]> = { 2: [1, 3], 4: [1, 2, 3, 4] }
