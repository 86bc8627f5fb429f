/** Milliseconds of processor time that a piece of work takes, whatever else the machine does. */
export const workOf = (once: () => void): number => {
  const before = process.cpuUsage().user
  once()
  return (process.cpuUsage().user - before) / 1_000
}

const ROUNDS = 3
/** Below this the clock says more of the machine than of the work. */
const FLOOR_MS = 120
const DOUBLINGS_MOST = 9

/** Disturbances only add, so the least of a few rounds is the truest. */
const least = (once: () => void): number => Math.min(...Array.from({ length: ROUNDS }, () => workOf(once)))

/**
 * How the cost grows when the length does fourfold: 4 for a linear one, 16 for a quadratic. Starts at `length` and doubles
 * until the work is long enough to be measured; work that never is comes to 0.
 */
export const growthOf = (length: number, work: (length: number) => () => void): number => {
  for (let at = length, step = 0; step < DOUBLINGS_MOST; at *= 2, step++) {
    const once = work(at)
    if (workOf(once) < FLOOR_MS) continue
    return least(work(at * 4)) / least(once)
  }
  return 0
}
