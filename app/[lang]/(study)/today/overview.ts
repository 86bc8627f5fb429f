import { dueForecast, minutesFor, secondsPerAnswer, type Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { ROLLOVER_HOUR, studyDay, studyDayStart } from '#lib/scheduling/index.ts'
import { buildSession, type SessionCounts, studiedToday } from '#lib/session/index.ts'

export type Overview = SessionCounts & {
  /** Sets that are studied now. */
  documents: number
  /** When there is something to do next, where nothing is due now: an instant, or null when nothing will be. */
  next: number | null
  /** Today and the six days after: the study day, and the minutes that are due on it as things stand. */
  week: { day: number; minutes: number }[]
}

type Told = Pick<Learner, 'packs' | 'refs' | 'cards' | 'entries' | 'settings'>

const medianSeconds = (learner: Told): number => {
  const { flip, type, tap } = secondsPerAnswer(learner.entries)
  return (flip + type + tap) / 3
}

/** The next instant at which a card falls due, or at which the new facts of another day begin. */
const nextOf = ({ packs, cards }: Told, today: Required<Today>): number | null => {
  const dues = [...cards.values()].filter((card) => !card.suspended && card.due > today.now).map((card) => card.due)
  const asked = new Set([...cards.values()].filter((card) => card.reps > 0).map((card) => card.factId))
  const fresh = packs.some((pack) => pack.facts.some((fact) => !asked.has(fact.id)))
  const day = studyDay(today.now, today.tzOffsetMin, today.rolloverHour)
  const tomorrow = studyDayStart(day + 1, today.tzOffsetMin, today.rolloverHour)
  const next = Math.min(...dues, ...(fresh ? [tomorrow] : []))
  return Number.isFinite(next) ? next : null
}

/** What today holds for a learner, and what the week after it will. */
export const overviewOf = (learner: Told, { rolloverHour = ROLLOVER_HOUR, ...rest }: Today): Overview => {
  const today = { ...rest, rolloverHour }
  const seconds = medianSeconds(learner)
  const { counts } = buildSession({
    packs: learner.packs,
    enrolments: learner.refs,
    cards: learner.cards,
    today: studiedToday(learner.entries, today.now, today.tzOffsetMin, rolloverHour),
    settings: learner.settings,
    now: today.now,
    tzOffsetMin: today.tzOffsetMin,
    seed: 'today',
    limits: { items: 1 },
    secondsPerAnswer: seconds,
  })
  const week = dueForecast(learner.cards.values(), 7, today).map(({ day, due }, index) => ({
    day,
    minutes: index === 0 ? counts.minutes : minutesFor(due, seconds),
  }))
  return {
    ...counts,
    documents: learner.refs.filter(({ paused }) => !paused).length,
    next: counts.due + counts.new > 0 ? null : nextOf(learner, today),
    week,
  }
}
