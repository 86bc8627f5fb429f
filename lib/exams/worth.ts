import {
  FIRST_SECONDS,
  type Fsrs,
  type Memory,
  MISSED_SECONDS,
  RATINGS,
  type Rating,
  RECALLED_SECONDS,
  TYPICAL,
} from '#lib/scheduling/index.ts'

/** What minutes are spent for. */
export type Aim = {
  /** Days from the study day in question to the exam. */
  readonly examInDays: number
  /** The share that counts for the exam itself; the rest is for `LATER_DAYS` after it. */
  readonly examShare: number
}

/** Recall is looked at again this long after an exam. */
export const LATER_DAYS = 30

/** A missed answer and the second pass of the same sitting, which is taken for good. */
export const afterMiss = (model: Fsrs, memory: Memory | null, elapsedDays: number): Memory =>
  model.next(memory === null ? model.first(1) : model.next(memory, elapsedDays, 1), 0, 3)

const after = (model: Fsrs, memory: Memory, elapsedDays: number, rating: Rating): Memory =>
  rating === 1 ? afterMiss(model, memory, elapsedDays) : model.next(memory, elapsedDays, rating)

/** Recall on the day of the exam and later, in the proportion of the aim. */
const valueAt = (model: Fsrs, { examInDays, examShare }: Aim, stability: number, sinceDays: number): number =>
  examShare * model.recall(examInDays + sinceDays, stability) +
  (1 - examShare) * model.recall(examInDays + LATER_DAYS + sinceDays, stability)

/**
 * What asking a fact now is worth: the recall it is expected to add at the aim, for each second it is expected to take.
 * `elapsedDays`: since the last answer.
 * [(1-R)·V(S'1) + R·Σ q_g·V(S'g) - V(S)] / [(1-R)·c1 + R·Σ q_g·c_g], V being recall at the exam and 30 days later.
 */
export const reviewWorth = (model: Fsrs, aim: Aim, memory: Memory, elapsedDays: number): number => {
  const recall = model.recall(elapsedDays, memory.stability)
  const value = (rating: Rating) => valueAt(model, aim, after(model, memory, elapsedDays, rating).stability, 0)
  const { recalled } = TYPICAL
  const kept = recalled[2] * value(2) + recalled[3] * value(3) + recalled[4] * value(4)
  const gained = (1 - recall) * value(1) + recall * kept - valueAt(model, aim, memory.stability, elapsedDays)
  return gained / ((1 - recall) * MISSED_SECONDS + recall * RECALLED_SECONDS)
}

/** The same of a fact that was never met, which counts as not known: Σ p_g·V(S0(g)) / E[c]. */
export const firstWorth = (model: Fsrs, aim: Aim): number => {
  let gained = 0
  for (const rating of RATINGS) {
    const memory = rating === 1 ? afterMiss(model, null, 0) : model.first(rating)
    gained += TYPICAL.first[rating] * valueAt(model, aim, memory.stability, 0)
  }
  return gained / FIRST_SECONDS
}
