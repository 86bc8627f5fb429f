/**
 * FSRS-6 in plain numbers, by its published formulae (open-spaced-repetition, "The Algorithm"), rounded to eight decimals
 * where ts-fsrs rounds, so that both give the same memory to the last digit. `model.test.ts` holds it to that.
 */
export type Curve = { decay: number; factor: number }

/** The default weights of FSRS-6. */
export const DEFAULT_WEIGHTS: readonly number[] = [
  ...[0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629],
  ...[1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542],
]

const S_MIN = 0.001
const S_MAX = 36_500
const FIRST_S_MIN = 0.1
/** What each weight may be; others are drawn to the nearest. */
const RANGES: readonly (readonly [number, number])[] = [
  ...([0, 1, 2, 3] as const).map(() => [S_MIN, 100] as const),
  ...([
    [1, 10],
    [0.001, 4],
    [0.001, 4],
    [0.001, 0.75],
    [0, 4.5],
    [0, 0.8],
    [0.001, 3.5],
  ] as const),
  ...([
    [0.001, 5],
    [0.001, 0.25],
    [0.001, 0.9],
    [0, 4],
    [0, 1],
    [1, 6],
    [0, 2],
    [0, 2],
    [0.01, 0.8],
    [0.1, 0.8],
  ] as const),
]

const round = (value: number): number => Math.round(value * 1e8) / 1e8
const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max)

type M = { stability: number; difficulty: number }

/** The model with its weights: 21 finite numbers. */
export class Fsrs {
  private readonly w: readonly number[]
  private readonly curve: Curve

  constructor(weights: readonly number[]) {
    this.w = RANGES.map(([min, max], i) => clamp(weights[i] ?? 0, min, max))
    const decay = -this.at(20)
    this.curve = { decay, factor: round(Math.exp(decay ** -1 * Math.log(0.9)) - 1) }
  }

  private at(i: number): number {
    return this.w[i] as number
  }

  /** R(t, S) = (1 + f·t/S)^(-w20), f = 0.9^(-1/w20) - 1. */
  recall(days: number, stability: number): number {
    return round((1 + (this.curve.factor * days) / stability) ** this.curve.decay)
  }

  /** What an interval is, as a multiple of stability, at this chance of recall. */
  modifier(retention: number): number {
    return round((retention ** (1 / this.curve.decay) - 1) / this.curve.factor)
  }

  first(rating: number): M {
    const difficulty = clamp(this.firstDifficulty(rating), 1, 10)
    return { difficulty, stability: Math.max(this.at(rating - 1), FIRST_S_MIN) }
  }

  /** After a rating `days` whole days later; 0 is the same day. */
  next({ stability: s, difficulty: d }: M, days: number, rating: number): M {
    const stability =
      days === 0
        ? this.sameDay(s, rating)
        : rating === 1
          ? this.forgotten(s, d, this.recall(days, s))
          : this.recalled(s, d, this.recall(days, s), rating)
    return { difficulty: this.nextDifficulty(d, rating), stability }
  }

  private firstDifficulty(rating: number): number {
    return round(this.at(4) - Math.exp((rating - 1) * this.at(5)) + 1)
  }

  private nextDifficulty(d: number, rating: number): number {
    const moved = d + round((-this.at(6) * (rating - 3) * (10 - d)) / 9)
    return clamp(round(this.at(7) * this.firstDifficulty(4) + (1 - this.at(7)) * moved), 1, 10)
  }

  private sameDay(s: number, rating: number): number {
    const k = s ** -this.at(19) * Math.exp(this.at(17) * (rating - 3 + this.at(18)))
    return round(clamp(s * (rating >= 2 ? Math.max(k, 1) : k), S_MIN, S_MAX))
  }

  private forgotten(s: number, d: number, r: number): number {
    const lost = this.at(11) * d ** -this.at(12) * ((s + 1) ** this.at(13) - 1) * Math.exp((1 - r) * this.at(14))
    const most = s / Math.exp(this.at(17) * this.at(18))
    return clamp(round(most), S_MIN, round(clamp(lost, S_MIN, S_MAX)))
  }

  private recalled(s: number, d: number, r: number, rating: number): number {
    const hard = rating === 2 ? this.at(15) : 1
    const easy = rating === 4 ? this.at(16) : 1
    const grown =
      s * (1 + Math.exp(this.at(8)) * (11 - d) * s ** -this.at(9) * (Math.exp((1 - r) * this.at(10)) - 1) * hard * easy)
    return round(clamp(grown, S_MIN, S_MAX))
  }
}

/** A model that is kept nowhere: a fit makes thousands of them. */
export const makeFsrs = (weights: readonly number[]): Fsrs => new Fsrs(weights)
