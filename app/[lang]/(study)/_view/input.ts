import type { Learner } from '#lib/client/index.ts'
import { type DayPlanner, type SessionInput, studiedToday } from '#lib/session/index.ts'
import { todayAt } from './time.ts'

/** What a learner's questions are chosen from, now. */
export const inputOf = (
  { packs, refs, cards, entries, settings }: Pick<Learner, 'packs' | 'refs' | 'cards' | 'entries' | 'settings'>,
  now: number,
  seed = '',
  plan: DayPlanner | null = null,
): SessionInput => {
  const { tzOffsetMin } = todayAt(now, settings)
  const { secondsPerAnswer, ...today } = studiedToday(entries, now, tzOffsetMin, settings.rolloverHour)
  return {
    ...{ packs, enrolments: refs, cards, today, settings, now, tzOffsetMin, seed, secondsPerAnswer },
    limits: { items: 1 },
    ...(plan ? { plan } : {}),
  }
}
