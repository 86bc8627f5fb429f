import { seededRandom } from '#lib/base/index.ts'
import { type CardState, cardKey, type Direction } from '#lib/log/index.ts'
import { retrievability, studyDay } from '#lib/scheduling/index.ts'
import { sentenceOf } from './apart.ts'
import type { Pack, PackFact } from './pack.ts'
import { plannedDays } from './planned.ts'
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
  /** Shown as a card that is turned over, where it can be. */
  flip: boolean
  /** Names the sentence that states it; facts of one are kept apart on a day. */
  sentence: string | null
}

/** What a learner could be asked now, each list in the order of asking. A fact stands in one direction only. */
export type Pool = {
  /** Everything that is known, due or not, put off for today or not. */
  known: Candidate[]
  /** The study day that a known card is planned for. */
  dayOf: (candidate: Candidate) => number
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
 * Whether an answered card is to be asked now. What was learnt is due all of the study day that it is planned for; what was
 * just missed is due to the minute.
 */
const isDue = (card: CardState, day: number, today: number, now: number): boolean =>
  card.state === 'review' ? day <= today : card.memory !== null && card.due <= now

const isAway = (card: CardState | undefined, today: number): boolean =>
  card !== undefined && (card.suspended || (card.buriedDay !== null && card.buriedDay >= today))

/** Every card of the sets that are studied, oldest set first; a fact of two sets counts in the first. */
const candidatesOf = ({ packs, enrolments, cards, settings, flip }: SessionInput): Candidate[] => {
  const studied = enrolments
    .filter((one) => !one.paused)
    .sort((a, b) => a.addedAt - b.addedAt || compareText(a.setId, b.setId))
  const byKey = new Map<string, Candidate>()
  for (const { setId, answering } of studied) {
    const pack = packs.find((one) => one.setId === setId)
    if (!pack) continue
    const canAsk = askable(pack)
    const joined = new Set(pack.questions.flatMap(({ factIds }) => (factIds.length > 1 ? factIds : [])))
    for (const fact of pack.facts) {
      for (const direction of fact.directions) {
        const key = cardKey(fact.id, direction)
        const alone = canAsk(fact, direction)
        if (byKey.has(key) || !(alone || joined.has(fact.id))) continue
        const flips = flip ?? (answering ?? settings.answering) === 'cards'
        const sentence = sentenceOf(pack, fact.id)
        byKey.set(key, { key, fact, direction, pack, card: cards.get(key), alone, flip: flips, sentence })
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

/** Keeps what must not be asked on one day apart: both directions of a fact and, unless told otherwise, facts of one sentence. */
class Apart {
  private readonly facts = new Set<string>()
  private readonly sentences = new Map<string, string>()
  private readonly sentencesToo: boolean

  constructor(everywhere: readonly Candidate[], today: number, sentencesToo: boolean) {
    this.sentencesToo = sentencesToo
    for (const { fact, sentence, card } of everywhere)
      if (sentence !== null && card && card.reps > 0 && card.lastDay === today && !this.sentences.has(sentence))
        this.sentences.set(sentence, fact.id)
  }

  /** The first of each fact and sentence, and none of which the other direction or a neighbour was asked today. */
  only(candidates: readonly Candidate[], input: SessionInput, today: number): Candidate[] {
    return candidates.filter(({ fact, direction, sentence, card }) => {
      const other = input.cards.get(cardKey(fact.id, direction === 'forward' ? 'backward' : 'forward'))
      const otherToday = other !== undefined && other.reps > 0 && other.lastDay === today
      if (otherToday || this.facts.has(fact.id)) return false
      const begunToday = card !== undefined && card.reps > 0 && card.lastDay === today
      if (this.sentencesToo && sentence !== null && !begunToday) {
        if ((this.sentences.get(sentence) ?? fact.id) !== fact.id) return false
        this.sentences.set(sentence, fact.id)
      }
      this.facts.add(fact.id)
      return true
    })
  }
}

/** `apart`: facts of one sentence wait for different days. */
export const poolOf = (input: SessionInput, apart: boolean): Pool => {
  const { now, tzOffsetMin, settings } = input
  const today = studyDay(now, tzOffsetMin, settings.rolloverHour)
  const all = candidatesOf(input)
  const everywhere = all.filter(({ card }) => !isAway(card, today))
  const here = everywhere.filter(({ alone }) => alone)
  const known = all.flatMap((one) =>
    one.alone && one.card?.memory && !one.card.suspended ? [{ ...one, card: one.card, memory: one.card.memory }] : [],
  )
  const answered = known.filter(({ card }) => !isAway(card, today))
  const enrolments = new Map(input.enrolments.map((one) => [one.setId, one]))
  const days = plannedDays(
    known.map(({ key, card, pack }) => ({ key, card, enrolment: enrolments.get(pack.setId) ?? {} })),
    { now, tzOffsetMin, settings, done: input.today.reviewed.length },
  )
  const due = answered
    .filter(({ card, key }) => isDue(card, days.get(key) ?? today, today, now))
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
  const kept = new Apart(everywhere, today, apart)
  const only = (list: readonly Candidate[]) => kept.only(list, input, today)
  return {
    known,
    dayOf: ({ key, card }) => Math.max(days.get(key) ?? today, (card?.buriedDay ?? today - 1) + 1),
    due: only(due),
    fresh: only(bySetInTurn(here.filter(({ card }) => !card?.memory))),
    ahead: only(later.filter(({ card }) => card.lastDay < today)),
    doneToday: only(later.filter(({ card }) => card.lastDay >= today)),
    joinedOnly: only(everywhere.filter(({ alone, card }) => !alone && !(card?.memory && card.lastDay >= today))),
  }
}
