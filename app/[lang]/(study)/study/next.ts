import type { Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { type CardState, cardKey } from '#lib/log/index.ts'
import { studyDay, studyDayStart } from '#lib/scheduling/index.ts'

/** When a card can be asked: from the beginning of its study day, but what was just missed only at its minute. */
const askableFrom = (card: CardState, { tzOffsetMin, rolloverHour }: Today): number =>
  card.state === 'review'
    ? studyDayStart(studyDay(card.due, tzOffsetMin, rolloverHour), tzOffsetMin, rolloverHour)
    : card.due

/** The next instant with something to study: a card falls due, or the limits of another day begin. Null: nothing will. */
export const nextAt = ({ packs, cards }: Pick<Learner, 'packs' | 'cards'>, today: Today): number | null => {
  const { now, tzOffsetMin, rolloverHour } = today
  const keys = packs.flatMap((pack) =>
    pack.facts.flatMap((fact) => fact.directions.map((direction) => cardKey(fact.id, direction))),
  )
  const tomorrow = studyDayStart(studyDay(now, tzOffsetMin, rolloverHour) + 1, tzOffsetMin, rolloverHour)
  const times = keys.flatMap((key) => {
    const card = cards.get(key)
    if (card?.suspended) return []
    const from = card?.memory ? askableFrom(card, today) : tomorrow
    return [from > now ? from : tomorrow]
  })
  const next = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  return Number.isFinite(next) ? next : null
}
