import { seededRandom } from '#lib/base/index.ts'
import { type CardState, cardKey, type Direction } from '#lib/log/index.ts'
import { retrievability, studyDay } from '#lib/scheduling/index.ts'
import type { Pack, PackFact } from './pack.ts'
import { askable } from './questions.ts'
import type { SessionInput } from './types.ts'

/** A card that could be asked, with what it is asked from. */
export type Candidate = {
  key: string
  fact: PackFact
  direction: Direction
  pack: Pack
  card: CardState | undefined
  /** Whether a question asks it by itself. */
  alone: boolean
}

/** What a learner could be asked now, each list in the order of asking. A fact stands in one direction only. */
export type Pool = {
  due: Candidate[]
  /** Never answered, or reset. */
  fresh: Candidate[]
  /** Answered, not due, not answered today: least likely remembered first. */
  ahead: Candidate[]
  /** Answered today and not due again, least likely remembered first. */
  doneToday: Candidate[]
  /** Facts that only a question of several facts asks, whatever their state. */
  joinedOnly: Candidate[]
}

/** How far a card is over its time, as a share of the time it was given (at least ten minutes). */
const relativeOverdue = (card: CardState, now: number): number =>
  (now - card.due) / Math.max(card.due - card.lastAt, 600_000)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whether an answered card is to be asked now. What was learnt is due all of its study day; what was just missed is due
 * to the minute.
 */
const isDue = (card: CardState, now: number, tzOffsetMin: number, rolloverHour: number): boolean => {
  if (!card.memory) return false
  const today = studyDay(now, tzOffsetMin, rolloverHour)
  return card.due <= now || (card.state === 'review' && studyDay(card.due, tzOffsetMin, rolloverHour) <= today)
}

const isAway = (card: CardState | undefined, today: number): boolean =>
  card !== undefined && (card.suspended || (card.buriedDay !== null && card.buriedDay >= today))

/** Every card of the sets that are studied, oldest set first; a fact of two sets counts in the first. */
const candidatesOf = ({ packs, enrolments, cards }: SessionInput): Candidate[] => {
  const studied = enrolments
    .filter((one) => !one.paused)
    .sort((a, b) => a.addedAt - b.addedAt || compareText(a.setId, b.setId))
  const byKey = new Map<string, Candidate>()
  for (const { setId } of studied) {
    const pack = packs.find((one) => one.setId === setId)
    if (!pack) continue
    const canAsk = askable(pack)
    const joined = new Set(pack.questions.flatMap(({ factIds }) => (factIds.length > 1 ? factIds : [])))
    for (const fact of pack.facts) {
      for (const direction of fact.directions) {
        const key = cardKey(fact.id, direction)
        const alone = canAsk(fact, direction)
        if (byKey.has(key) || !(alone || joined.has(fact.id))) continue
        byKey.set(key, { key, fact, direction, pack, card: cards.get(key), alone })
      }
    }
  }
  return [...byKey.values()]
}

/** Where a fact stands among those to begin: by its number, or at a place drawn by its id, the same on every device. */
const placeOf = ({ fact, pack }: Candidate): number => (pack.order === 'mixed' ? seededRandom(fact.id)() : fact.number)

/** The sets by turns, each in its order, so that two sets grow together. */
const bySetInTurn = (candidates: readonly Candidate[]): Candidate[] => {
  const bySet = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    bySet.set(candidate.pack.setId, [...(bySet.get(candidate.pack.setId) ?? []), candidate])
  }
  const queues = [...bySet.values()].map((queue) => queue.sort((a, b) => placeOf(a) - placeOf(b)))
  const longest = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, i) => queues.flatMap((queue) => queue[i] ?? [])).flat()
}

/** The first of each fact, and none whose other direction was asked today or stands in `taken`. */
const oneDirection = (candidates: readonly Candidate[], input: SessionInput, today: number, taken: Set<string>) =>
  candidates.filter(({ fact, direction }) => {
    const other = cardKey(fact.id, direction === 'forward' ? 'backward' : 'forward')
    const otherCard = input.cards.get(other)
    const askedToday = otherCard !== undefined && otherCard.reps > 0 && otherCard.lastDay === today
    if (askedToday || taken.has(fact.id)) return false
    taken.add(fact.id)
    return true
  })

export const poolOf = (input: SessionInput): Pool => {
  const { now, tzOffsetMin, settings } = input
  const today = studyDay(now, tzOffsetMin, settings.rolloverHour)
  const everywhere = candidatesOf(input).filter(({ card }) => !isAway(card, today))
  const here = everywhere.filter(({ alone }) => alone)
  const answered = here.flatMap((one) =>
    one.card?.memory ? [{ ...one, card: one.card, memory: one.card.memory }] : [],
  )
  const due = answered
    .filter(({ card }) => isDue(card, now, tzOffsetMin, settings.rolloverHour))
    .sort(
      (a, b) =>
        relativeOverdue(b.card, now) - relativeOverdue(a.card, now) ||
        a.card.due - b.card.due ||
        compareText(a.key, b.key),
    )
  const isDueKey = new Set(due.map(({ key }) => key))
  const recall = ({ card, memory }: (typeof answered)[number]) => retrievability(memory, today - card.lastDay)
  const later = answered
    .filter(({ key }) => !isDueKey.has(key))
    .map((one) => ({ one, recall: recall(one) }))
    .sort((a, b) => a.recall - b.recall || compareText(a.one.key, b.one.key))
    .map(({ one }) => one)
  const taken = new Set<string>()
  const only = (list: readonly Candidate[]) => oneDirection(list, input, today, taken)
  return {
    due: only(due),
    fresh: only(bySetInTurn(here.filter(({ card }) => !card?.memory))),
    ahead: only(later.filter(({ card }) => card.lastDay < today)),
    doneToday: only(later.filter(({ card }) => card.lastDay >= today)),
    joinedOnly: only(everywhere.filter(({ alone, card }) => !alone && !(card?.memory && card.lastDay >= today))),
  }
}
