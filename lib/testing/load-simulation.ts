import { seededRandom } from '#lib/base/index.ts'
import { type CardState, cardKey, newCard } from '#lib/log/index.ts'
import { nextSchedule, retrievability, studyDay } from '#lib/scheduling/index.ts'
import { plannedDays } from '#lib/session/index.ts'
import { NOON } from './entries.ts'

const DAY = 86_400_000
const SETTINGS = { newPerDayMax: 10, reviewsPerDayMax: 9999, desiredRetention: 0.9, rolloverHour: 4 }

export type LoadOutcome = {
  /** Standard deviation of the reviews of a day over the last two thirds of the time, and their mean. */
  deviation: number
  mean: number
  /** Mean chance of recall when a card was asked. */
  retention: number
  /** Cards that met their learner on a day off. */
  onDaysOff: number
}

/** What takes part in a day: those planned for it, or those whose own interval is over. */
type Balance = 'planned' | 'as due'

/**
 * A learner who begins `newADay` facts every day that is not off, and answers what comes by chance as FSRS-6 expects. With
 * `as due` each card is asked on its own day, or the first one after it that is not off.
 */
export const simulateLoad = (
  { days, newADay, weekdaysOff }: { days: number; newADay: (day: number) => number; weekdaysOff: number },
  balance: Balance,
): LoadOutcome => {
  const random = seededRandom('load')
  let cards = new Map<string, CardState>()
  const loads: number[] = []
  let recalled = 0
  let asked = 0
  let onDaysOff = 0
  for (let i = 0; i < days; i++) {
    const now = NOON + i * DAY
    const today = studyDay(now, 0)
    const isOff = ((weekdaysOff >> new Date(now).getUTCDay()) & 1) === 1
    const settings = { ...SETTINGS, weekdaysOff }
    const known = [...cards].map(([key, card]) => ({ key, card, enrolment: {} }))
    const planned =
      balance === 'planned' ? plannedDays(known, { now, tzOffsetMin: 0, settings, done: 0 }) : new Map<string, number>()
    const due = known.filter(
      ({ key, card }) => (planned.get(key) ?? (isOff ? today + 1 : studyDay(card.due, 0))) <= today,
    )
    if (isOff) onDaysOff += due.length
    const next = new Map(cards)
    const answer = (key: string, card: CardState, chance: number) => {
      const rating = random() < chance ? 3 : 1
      const after = nextSchedule(card, rating, now, { desiredRetention: 0.9, tzOffsetMin: 0 })
      // A missed card is learnt again within the same session.
      const settled = rating === 1 ? nextSchedule(after, 3, now, { desiredRetention: 0.9, tzOffsetMin: 0 }) : after
      next.set(key, { ...card, ...settled })
    }
    for (const { key, card } of due) {
      const chance = card.memory ? retrievability(card.memory, today - card.lastDay) : 0
      recalled += chance
      asked += 1
      answer(key, card, chance)
    }
    for (let n = 0; n < (isOff ? 0 : newADay(i)); n++) {
      const id = `f${i}-${n}`
      answer(cardKey(id, 'forward'), newCard(id, 'forward'), 0.75)
    }
    cards = next
    if (i >= days / 3 && !isOff) loads.push(due.length)
  }
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length
  const deviation = Math.sqrt(loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / loads.length)
  return { deviation, mean, retention: recalled / asked, onDaysOff }
}
