import type { CardState } from '#lib/log/index.ts'
import { daysOff, type Ideal, intervalDays, NO_DAYS_OFF, spreadOverDays, studyDay } from '#lib/scheduling/index.ts'
import type { Enrolment, SessionSettings } from './types.ts'

/** Days ahead among which the load is evened out. */
const HORIZON_DAYS = 35

export type Where = {
  now: number
  tzOffsetMin: number
  settings: SessionSettings
  /** Cards answered today. */
  done: number
}

type Planned = { key: string; card: CardState; enrolment: Pick<Enrolment, 'desiredRetention'> }

/** The study day that the memory itself asks for: the log's, or that of the set's own retention. */
const idealOf = ({ key, card, enrolment }: Planned, { settings, tzOffsetMin }: Where): Ideal => {
  const due = studyDay(card.due, tzOffsetMin, settings.rolloverHour)
  const own = enrolment.desiredRetention ?? null
  const day = own === null || !card.memory ? due : card.lastDay + intervalDays(card.memory, own)
  return { key, day, intervalDays: day - card.lastDay }
}

/**
 * The study day on which each known card is to be asked, by its key: even over the days, and none on a day off. Cards that
 * were just missed are left out: they come back to the minute. Beyond the next weeks each stays where its memory wants it.
 */
export const plannedDays = (cards: readonly Planned[], where: Where): Map<string, number> => {
  const today = studyDay(where.now, where.tzOffsetMin, where.settings.rolloverHour)
  const ideals = cards.filter(({ card }) => card.state === 'review').map((one) => idealOf(one, where))
  const near = ideals.filter(({ day }) => day <= today + HORIZON_DAYS)
  const { weekdaysOff, datesOff } = { ...NO_DAYS_OFF, ...where.settings }
  const isOff = daysOff({ weekdaysOff, datesOff })
  const spread = spreadOverDays(near, { today, isOff, done: where.done })
  return new Map(ideals.map(({ key, day }) => [key, spread.get(key) ?? day]))
}
