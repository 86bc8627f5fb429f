import { DEFAULT_WEIGHTS, Fsrs } from './fsrs.ts'

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4
/** `stability`: days until the chance of recall has fallen to 90 %. `difficulty`: 1 (easy) to 10. */
export type Memory = { stability: number; difficulty: number }
/** The 21 parameters of FSRS-6, or null for the published defaults. */
export type Weights = readonly number[] | null

/** FSRS with its interval modifiers by desired retention, which cost two powers each and hardly ever differ. */
type Model = { fsrs: Fsrs; modifiers: Map<number, number> }

const MODELS = new Map<string, Model>()

/** The model for these weights; weights that FSRS-6 refuses count as the defaults, so that a fold never throws. */
const modelFor = (weights: Weights): Model => {
  const key = weights === null ? '' : weights.join()
  const known = MODELS.get(key)
  if (known) return known
  const model = { fsrs: makeModel(weights), modifiers: new Map<number, number>() }
  MODELS.set(key, model)
  return model
}

const makeModel = (weights: Weights): Fsrs => {
  const usable = weights !== null && weights.length === DEFAULT_WEIGHTS.length && weights.every(Number.isFinite)
  return new Fsrs(usable ? weights : DEFAULT_WEIGHTS)
}

/** The model itself, for whoever asks it thousands of times in a row. */
export const fsrsFor = (weights: Weights): Fsrs => modelFor(weights).fsrs

/**
 * Memory after an answer, by FSRS-6. `memory` is null before the first answer; `elapsedDays` are whole study days since
 * the last one, 0 on the same study day. Elapsed days below zero (a clock that went back) count as 0.
 */
export const nextMemory = (
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  weights: Weights = null,
): Memory => {
  const { fsrs } = modelFor(weights)
  return memory === null ? fsrs.first(rating) : fsrs.next(memory, Math.max(0, elapsedDays), rating)
}

/** Chance of recall, 0–1, `elapsedDays` after the last answer (may be fractional): (1 + f·t/S)^(-w20). */
export const retrievability = (memory: Memory, elapsedDays: number, weights: Weights = null): number =>
  modelFor(weights).fsrs.recall(Math.max(0, elapsedDays), memory.stability)

/** Longest interval ever given: a hundred years. */
const INTERVAL_DAYS_MAX = 36_500

/** Whole days until the chance of recall falls to `desiredRetention` (0.7–0.99): at least 1, no fuzz. */
export const intervalDays = (memory: Memory, desiredRetention: number, weights: Weights = null): number => {
  const retention = Math.min(0.99, Math.max(0.7, desiredRetention))
  const model = modelFor(weights)
  const modifier = model.modifiers.get(retention) ?? model.fsrs.modifier(retention)
  model.modifiers.set(retention, modifier)
  return Math.min(INTERVAL_DAYS_MAX, Math.max(1, Math.round(memory.stability * modifier)))
}
