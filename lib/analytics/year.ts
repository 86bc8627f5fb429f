import { seededRandom } from '#lib/base/index.ts'
import type { CardState } from '#lib/log/index.ts'
import { fsrsFor, type Rating, TYPICAL } from '#lib/scheduling/index.ts'

const INTERVAL_MAX = 36_500

/**
 * Answers that each of the days ahead would ask, today the first, if everything were answered when it falls due and nothing new
 * begun: each card is recalled or missed by chance, as its memory says, and what is missed is asked twice. `retention`: at which
 * chance of recall it falls due. The same seed gives the same days.
 */
export const daysAhead = (
  cards: Iterable<Pick<CardState, 'memory' | 'lastDay' | 'suspended'>>,
  { today, days, retention, seed }: { today: number; days: number; retention: number; seed: string },
): number[] => {
  const model = fsrsFor(null)
  const modifier = model.modifier(retention)
  const random = seededRandom(seed)
  const load = Array.from({ length: days }, () => 0)
  const { recalled } = TYPICAL
  const end = today + days
  for (const card of cards) {
    if (!card.memory || card.suspended) continue
    let { memory, lastDay: last } = { memory: card.memory, lastDay: card.lastDay }
    for (;;) {
      const interval = Math.min(INTERVAL_MAX, Math.max(1, Math.round(memory.stability * modifier)))
      const day = Math.max(today, last + interval)
      if (day >= end) break
      const missed = random() >= model.recall(day - last, memory.stability)
      const luck = random()
      const rating: Rating = missed ? 1 : luck < recalled[2] ? 2 : luck < recalled[2] + recalled[3] ? 3 : 4
      memory = model.next(memory, day - last, rating)
      if (missed) memory = model.next(memory, 0, 3)
      load[day - today] = (load[day - today] as number) + (missed ? 2 : 1)
      last = day
    }
  }
  return load
}
