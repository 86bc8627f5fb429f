import { minutesFor } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import {
  comingDays,
  countsOfToday,
  type DayPlanner,
  nextToDo,
  SECONDS_PER_ANSWER,
  type SessionCounts,
} from '#lib/session/index.ts'
import { inputOf } from '../_view/input.ts'

export type Overview = SessionCounts & {
  /** Sets that are studied now. */
  documents: number
  /** When there is something to do next, where nothing is due now: an instant, or null when nothing will be. */
  next: number | null
  /** Today and the six days after: the study day, and the minutes that it asks for as things stand. */
  week: { day: number; minutes: number }[]
}

/** What today holds for a learner, and what the week after it will. */
export const overviewOf = (
  learner: Pick<Learner, 'packs' | 'refs' | 'cards' | 'entries' | 'settings'>,
  now: number,
  plan: DayPlanner | null = null,
  minutesOn: ((day: number) => number) | null = null,
): Overview => {
  const input = inputOf(learner, now, '', plan)
  const counts = countsOfToday(input)
  const week = comingDays(input, counts, 7).map(({ day, cards }, index) => ({
    day,
    // With an exam ahead a day asks what it has minutes for.
    minutes: minutesOn && index > 0 ? minutesOn(day) : minutesFor(cards, input.secondsPerAnswer ?? SECONDS_PER_ANSWER),
  }))
  return {
    ...counts,
    documents: learner.refs.filter(({ paused }) => !paused).length,
    next: counts.due + counts.new > 0 ? null : nextToDo(input),
    week,
  }
}
