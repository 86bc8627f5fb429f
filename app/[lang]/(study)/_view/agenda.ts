import type { Agenda, AgendaInput } from '#lib/agenda/index.ts'
import { agendaOf } from '#lib/agenda/index.ts'
import { learntOf } from '#lib/client/foresight.ts'
import type { Learner } from '#lib/client/index.ts'
import { todayAt } from './time.ts'

export type Studying = Pick<Learner, 'account' | 'packs' | 'cards' | 'entries' | 'settings' | 'assignments'>

/** What a learner's exams are reckoned from, now. */
export const agendaInputOf = (learner: Studying, now: number): AgendaInput => {
  const { account, packs, cards, entries, settings, assignments } = learner
  const userId = account?.userId ?? ''
  const { tzOffsetMin } = todayAt(now, settings)
  const learnt = learntOf(userId)?.learnt ?? null
  return { packs, cards, entries, settings, assignments, now, tzOffsetMin, seed: userId, learnt }
}

/** What a learner's exams ask of them; null: none is ahead. */
export const agendaNow = (learner: Studying, now: number): Agenda | null => agendaOf(agendaInputOf(learner, now))
