import type { Learner } from '#lib/client/index.ts'
import {
  buildSession,
  type DayPlanner,
  keepGoing,
  type Pack,
  SECONDS_PER_ANSWER,
  type SessionItem,
} from '#lib/session/index.ts'
import { inputOf } from '../_view/input.ts'

/** What the address asks for: `?minutes=3`, `?set=ID`, `?facts=ID,ID`, `?more=1` (go on whatever is due). */
export type StudyRequest = { minutes: number | null; facts: readonly string[]; set: string | null; more: boolean }

const BATCH = 20

export const requestOf = (search: string): StudyRequest => {
  const query = new URLSearchParams(search)
  const minutes = Number(query.get('minutes'))
  return {
    minutes: Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, 120) : null,
    facts: (query.get('facts') ?? '').split(',').filter(Boolean),
    set: query.get('set'),
    more: query.get('more') === '1',
  }
}

const onlyFacts = (pack: Pack, facts: ReadonlySet<string>): Pack => ({
  ...pack,
  facts: pack.facts.filter((fact) => facts.has(fact.id)),
  questions: pack.questions.filter((question) => question.factIds.every((id) => facts.has(id))),
})

/** Questions for what is due and new, or for what the address names; those are asked whether they are due or not. */
export const planSession = (
  learner: Pick<Learner, 'packs' | 'refs' | 'cards' | 'entries' | 'settings'>,
  request: StudyRequest,
  now: number,
  seed: string,
  plan: DayPlanner | null = null,
): SessionItem[] => {
  const facts = new Set(request.facts)
  const packs = learner.packs
    .filter((pack) => request.set === null || pack.setId === request.set)
    .map((pack) => (facts.size > 0 ? onlyFacts(pack, facts) : pack))
    .filter((pack) => pack.facts.length > 0)
  const whole = inputOf({ ...learner, packs }, now, seed, plan)
  const seconds = whole.secondsPerAnswer ?? SECONDS_PER_ANSWER
  const items = request.minutes ? Math.max(1, Math.round((request.minutes * 60) / seconds)) : BATCH
  const input = { ...whole, limits: { items } }
  if (request.more || facts.size > 0) return keepGoing(input).items
  const built = buildSession(input)
  // Who names a set means to study it: where the day's limits leave nothing, they give way.
  return built.items.length === 0 && request.set !== null ? keepGoing(input).items : built.items
}
