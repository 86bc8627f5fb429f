/** How often a property is tried: `count` times, and a multiple of it in `npm run test:long`. */
export const runs = (count: number): number => count * Number(process.env.FOOTNOTE_RUNS ?? 1)
