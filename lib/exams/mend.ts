import { type Fsrs, MISSED_SECONDS, RECALLED_SECONDS } from '#lib/scheduling/index.ts'
import { type Held, recallOn, step } from './planner.ts'

/** From this chance of recall on the morning a fact counts as mended. */
const MENDED = 0.85
const SITTINGS_MAX = 5

/** By less than this it is not worth saying. */
const GAIN_MIN = 0.03

/**
 * Seconds that a fact needs until it is likely to be recalled on the exam's morning, or as likely as some sittings make it: they
 * lie evenly over the days left, the first as likely missed as its memory says and the others taken to succeed. Null: they
 * would add next to nothing.
 */
export const secondsToMend = (model: Fsrs, held: Held, today: number, examDay: number): number | null => {
  const days = Math.max(1, examDay - today)
  const recall = recallOn(model, held, today)
  const before = recallOn(model, held, examDay)
  const first = recall * RECALLED_SECONDS + (1 - recall) * MISSED_SECONDS
  let best: { there: number; seconds: number } | null = null
  for (let sittings = 1; sittings <= Math.min(days, SITTINGS_MAX); sittings++) {
    let now = held
    for (let at = 0; at < sittings; at++) {
      const day = today + Math.floor((at * days) / sittings)
      now = { memory: step(model, now, day, at === 0 && recall < 0.5 ? 1 : 3), day }
    }
    const there = recallOn(model, now, examDay)
    const seconds = first + (sittings - 1) * RECALLED_SECONDS
    if (there >= MENDED) return seconds
    if (there > (best?.there ?? before) + GAIN_MIN) best = { there, seconds }
  }
  return best?.seconds ?? null
}
