/** One line of `npm run bench -- --json`. `ratio` = ours / theirs, and reaches its `goal` from the side that `better` names. */
export type Figure = {
  name: string
  ours: number
  /** What ours is measured against; 'goal' for an absolute bound. */
  peer: string
  theirs: number
  ratio: number
  better: 'higher' | 'lower'
  goal: number
  unit: string
  /** Rounds measured; a figure is the median of them. */
  n: number
  /** (max − min) / median of our rounds. */
  spread: number
}

type Measured = { name: string; unit: string; peer: string; better: Figure['better']; goal: number }

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** A figure from rounds that were taken in turn, ours then theirs, in one run. */
export const figure = (what: Measured, ours: readonly number[], theirs: readonly number[]): Figure => {
  const [mine, other] = [median(ours), median(theirs)]
  return {
    name: what.name,
    ours: rounded(mine),
    peer: what.peer,
    theirs: rounded(other),
    ratio: rounded(mine / other),
    better: what.better,
    goal: what.goal,
    unit: what.unit,
    n: ours.length,
    spread: rounded((Math.max(...ours) - Math.min(...ours)) / mine),
  }
}

/** An absolute goal, told as a ratio of 1. */
export const absolute = (what: Omit<Measured, 'peer' | 'goal'>, ours: readonly number[], bound: number): Figure =>
  figure({ ...what, peer: 'goal', goal: 1 }, ours, [bound])
