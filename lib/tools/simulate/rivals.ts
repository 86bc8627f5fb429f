import type { Held, Policy } from '#lib/exams/index.ts'
import { step } from '#lib/exams/index.ts'
import { fsrsFor, type Rating } from '#lib/scheduling/index.ts'

/** Simple ways of deciding what is asked, by which ours is measured. Each knows the default weights and what was answered. */
type Sort = (known: readonly Held[], day: number) => readonly number[]

const model = fsrsFor(null)
const recallOf = ({ memory, day: last }: Held, day: number): number =>
  memory === null || last === null ? 0 : model.recall(day - last, memory.stability)

const tracking = (facts: number, sort: Sort): Policy => {
  const known: Held[] = Array.from({ length: facts }, () => ({ memory: null, day: null }))
  return {
    order: (day) => sort(known, day),
    answered: (fact, day, rating) => {
      known[fact] = { memory: step(model, known[fact] as Held, day, rating), day }
    },
  }
}

const indexes = (known: readonly Held[], keep: (held: Held) => boolean): number[] =>
  known.flatMap((held, fact) => (keep(held) ? [fact] : []))
const isNew = ({ memory }: Held): boolean => memory === null
const by = (facts: number[], key: (fact: number) => number): number[] => facts.sort((a, b) => key(a) - key(b) || a - b)

const RETENTION = 0.9
/** The study day on which recall falls to the target. */
const dueDay = ({ memory, day }: Held): number =>
  (day ?? 0) + Math.max(1, Math.round((memory?.stability ?? 0) * model.modifier(RETENTION)))

/** What is due, then what was never met. */
const fsrsReviewsFirst: Sort = (known, day) => [
  ...by(
    indexes(known, (held) => !isNew(held) && dueDay(held) <= day),
    (fact) => dueDay(known[fact] as Held),
  ),
  ...indexes(known, isNew),
]

/** What was never met, then what is due, then what will be. */
const fsrsUnseenFirst: Sort = (known, day) => [
  ...indexes(known, isNew),
  ...by(
    indexes(known, (held) => !isNew(held) && held.day !== day),
    (fact) => dueDay(known[fact] as Held),
  ),
]

const rotation: Sort = (known, day) => [
  ...indexes(known, isNew),
  ...by(
    indexes(known, (held) => !isNew(held) && held.day !== day),
    (fact) => known[fact]?.day ?? 0,
  ),
]

const lowestFirst: Sort = (known, day) =>
  by(
    indexes(known, (held) => held.day !== day),
    (fact) => recallOf(known[fact] as Held, day),
  )

/** SuperMemo 2 (Woźniak, 1990), its grades 1, 3, 4 and 5 by our ratings. */
const QUALITY: Readonly<Record<Rating, number>> = { 1: 1, 2: 3, 3: 4, 4: 5 }
const sm2 = (facts: number): Policy => {
  const cards = Array.from({ length: facts }, () => ({ due: Number.POSITIVE_INFINITY, times: 0, ease: 2.5, days: 0 }))
  return {
    order: (day) => [
      ...by(
        cards.flatMap(({ due }, fact) => (due <= day ? [fact] : [])),
        (fact) => cards[fact]?.due ?? 0,
      ),
      ...cards.flatMap(({ due }, fact) => (due === Number.POSITIVE_INFINITY ? [fact] : [])),
    ],
    answered: (fact, day, rating) => {
      const card = cards[fact]
      if (!card) return
      const missed = 5 - QUALITY[rating]
      card.ease = Math.max(1.3, card.ease + 0.1 - missed * (0.08 + missed * 0.02))
      card.times = rating === 1 ? 0 : card.times + 1
      card.days = card.times <= 1 ? 1 : card.times === 2 ? 6 : Math.round(card.days * card.ease)
      card.due = day + card.days
    },
  }
}

/** By name, for so many facts. */
export const RIVALS = {
  'SM-2': sm2,
  'FSRS .90, reviews first': (facts) => tracking(facts, fsrsReviewsFirst),
  'FSRS .90, unseen first': (facts) => tracking(facts, fsrsUnseenFirst),
  rotation: (facts) => tracking(facts, rotation),
  'lowest R first': (facts) => tracking(facts, lowestFirst),
} as const satisfies Record<string, (facts: number) => Policy>
