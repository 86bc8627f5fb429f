import { type Fsrs, MISSED_SECONDS, RECALLED_SECONDS } from '#lib/scheduling/index.ts'
import { type Held, step } from './planner.ts'

/** From this chance of recall on the morning a fact counts as mended. */
const MENDED = 0.85
const SITTINGS_MAX = 5

/**
 * Seconds that a fact needs until it is likely to be recalled on the exam's morning: so many sittings, evenly over the days left,
 * the first as likely missed as its memory says and the others taken to succeed. Null: it would not be by then.
 */
export const secondsToMend = (model: Fsrs, held: Held, today: number, examDay: number): number | null => {
  const days = Math.max(1, examDay - today)
  const recall = held.memory === null || held.day === null ? 0 : model.recall(today - held.day, held.memory.stability)
  for (let sittings = 1; sittings <= Math.min(days, SITTINGS_MAX); sittings++) {
    let now = held
    for (let at = 0; at < sittings; at++) {
      const day = today + Math.floor((at * days) / sittings)
      now = { memory: step(model, now, day, at === 0 && recall < 0.5 ? 1 : 3), day }
    }
    const there = now.memory && now.day !== null ? model.recall(examDay - now.day, now.memory.stability) : 0
    if (there < MENDED) continue
    return recall * RECALLED_SECONDS + (1 - recall) * MISSED_SECONDS + (sittings - 1) * RECALLED_SECONDS
  }
  return null
}
