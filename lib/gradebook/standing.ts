import { heldAfter, type Review, recallOn } from '#lib/exams/index.ts'
import { type Fsrs, fsrsFor, type Rating } from '#lib/scheduling/index.ts'

/** One answer to one fact that those who teach may see; an answer to several facts is one for each, with its share of the time. */
export type SeenAnswer = {
  readonly factId: string
  readonly rating: Rating
  /** Study day. */
  readonly day: number
  /** Whether its giver judged it: a card turned over. */
  readonly selfRated: boolean
  readonly spentMs: number
  /** The chance that it was guessed right; 0 also where nobody asked for it. */
  readonly guess: number
}

/**
 * A fact's id, its stability in days, the last study day with an answer, milliseconds spent on it, how many answers it had and how
 * many of them were judged by their giver; then, for each study day of the last week, that day and the milliseconds of it.
 */
export type FactMemory = readonly [
  factId: string,
  stability: number,
  lastDay: number,
  spentMs: number,
  answers: number,
  selfRated: number,
  ...recent: number[],
]

/** What one learner remembers of what was assigned, and what they did for it. */
export type Standing = {
  /** Of the facts that were met, in the order in which they were. */
  readonly memories: readonly FactMemory[]
  readonly answers: number
  readonly selfRated: number
  readonly spentMs: number
  /** Last study day with an answer; null: none. */
  readonly lastDay: number | null
}

type Told = {
  history: Review[]
  lastDay: number
  spentMs: number
  answers: number
  selfRated: number
  byDay: Map<number, number>
}

const WEEK_DAYS = 7
/** Where in a memory its recent days begin. */
const RECENT_FROM = 6

const summed = (memories: readonly FactMemory[]): Standing => {
  let [answers, selfRated, spentMs, lastDay] = [0, 0, 0, null as number | null]
  for (const memory of memories) {
    lastDay = Math.max(lastDay ?? memory[2], memory[2])
    spentMs += memory[3]
    answers += memory[4]
    selfRated += memory[5]
  }
  return { memories, answers, selfRated, spentMs, lastDay }
}

const toldBy = (answers: readonly SeenAnswer[]): Map<string, Told> => {
  const byFact = new Map<string, Told>()
  for (const { factId, rating, day, selfRated, spentMs } of answers) {
    const nothing: Told = { history: [], lastDay: day, spentMs: 0, answers: 0, selfRated: 0, byDay: new Map() }
    const told = byFact.get(factId) ?? nothing
    if (told.history.length === 0 || day > told.lastDay) told.history.push({ day, rating })
    told.lastDay = Math.max(told.lastDay, day)
    told.spentMs += spentMs
    told.answers++
    told.selfRated += Number(selfRated)
    told.byDay.set(day, (told.byDay.get(day) ?? 0) + spentMs)
    byFact.set(factId, told)
  }
  return byFact
}

/** What answers come to, given in their order. Of a study day a fact's first answer is its evidence, as in a forecast. */
export const standingOf = (answers: readonly SeenAnswer[]): Standing => {
  const model = fsrsFor(null)
  const memories = [...toldBy(answers)].map(([factId, told]): FactMemory => {
    const { memory } = heldAfter(model, told.history)
    // What is older than a week before the last answer is never again of the last seven days.
    const recent = [...told.byDay].filter(([day]) => day > told.lastDay - WEEK_DAYS)
    const counts = [told.lastDay, told.spentMs, told.answers, told.selfRated] as const
    return [factId, memory?.stability ?? 0, ...counts, ...recent.flat()]
  })
  return summed(memories)
}

/** The same after some of its facts were read anew: what `answers`, all that there are to `factIds`, say of these. */
export const readAnew = (
  { memories }: Standing,
  factIds: ReadonlySet<string>,
  answers: readonly SeenAnswer[],
): Standing => summed([...memories.filter(([factId]) => !factIds.has(factId)), ...standingOf(answers).memories])

/** Milliseconds spent on a fact in the seven study days that end with `today`. */
export const weekOf = (memory: FactMemory, today: number): number => {
  let spentMs = 0
  for (let at = RECENT_FROM; at < memory.length; at += 2)
    if ((memory[at] as number) > today - WEEK_DAYS) spentMs += memory[at + 1] as number
  return spentMs
}

const recall = (model: Fsrs, memory: FactMemory, day: number): number =>
  // How hard a fact is moves its next stability and not the chance that it is recalled.
  recallOn(model, { memory: { stability: memory[1], difficulty: 1 }, day: memory[2] }, day)

/** Share of so many facts that would be recalled on a study day, if nothing more were studied; what was never met is not. */
export const recallOf = (memories: readonly FactMemory[], facts: number, day: number): number => {
  if (facts === 0) return 0
  const model = fsrsFor(null)
  return memories.reduce((sum, memory) => sum + recall(model, memory, day), 0) / facts
}

/** How a class stands with one fact. */
export type FactStanding = {
  readonly factId: string
  /** How many have met it. */
  readonly met: number
  /** Shares of the learners who would recall it. */
  readonly today: number
  readonly due: number
}

/** How some learners stand with facts, by what each remembers. `due`: the study day that is aimed at; not before today. */
export const factStandings = (
  factIds: readonly string[],
  learners: readonly (readonly FactMemory[])[],
  today: number,
  due: number,
): FactStanding[] => {
  const model = fsrsFor(null)
  const sums = new Map(factIds.map((factId) => [factId, { met: 0, today: 0, due: 0 }]))
  for (const memory of learners.flat()) {
    const sum = sums.get(memory[0])
    if (!sum) continue
    sum.met++
    sum.today += recall(model, memory, today)
    sum.due += recall(model, memory, Math.max(today, due))
  }
  const share = (sum: number): number => (learners.length === 0 ? 0 : sum / learners.length)
  return [...sums].map(([factId, sum]) => ({ factId, met: sum.met, today: share(sum.today), due: share(sum.due) }))
}
