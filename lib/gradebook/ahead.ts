import { median, seededRandom } from '#lib/base/index.ts'
import { type Forecast, type History, POPULATION, type Range, type Review, Tutor } from '#lib/exams/index.ts'
import type { Rating } from '#lib/scheduling/index.ts'

/** The answers to one fact, oldest first and one a study day, four numbers each: days before today, rating, chance of a guess, trust. */
export type PackedHistory = readonly number[]

/** What one learner did for something assigned, as far as it says what is ahead. */
export type LearnerSoFar = {
  readonly userId: string
  readonly name: string | null
  /** Of the facts that were met. */
  readonly histories: readonly PackedHistory[]
  /** Seconds a day given to it of late, and given today already: as many as a typical learner takes for as many answers. */
  readonly secondsADay: number
  readonly secondsToday: number
}

export type ClassSoFar = {
  /** Study days. */
  readonly today: number
  readonly due: number
  readonly facts: number
  readonly learners: readonly LearnerSoFar[]
  /** How many it is for: of a large class some are asked after. */
  readonly all: number
}

/** What somebody would recall on the day, as shares, and the same if they stopped today. */
export type Foreseen = Range & { readonly userId: string; readonly name: string | null; readonly idle: number }

/** The least first; `middle`: of a learner with half of the others above them. */
export type ClassAhead = { readonly middle: Range & { readonly idle: number }; readonly learners: readonly Foreseen[] }

/** So many possible learners each tell how far it may be off; fewer where a far day and many facts would take minutes. */
const [SAMPLES_MIN, SAMPLES_MAX] = [8, 20]
/** Facts times days, all learners and samples together: half a minute on a laptop. */
const WORK_MAX = 6_000_000
/** Of a normal distribution nine tenths lie within so many standard deviations of its mean. */
const NINE_TENTHS = 1.645

export const packedHistory = (history: History, today: number): PackedHistory =>
  history.flatMap(({ day, rating, guess = 0, trust = 1 }) => [today - day, rating, guess, trust])

/** East of here it may be tomorrow: that is today, or what was asked an hour ago would be asked again. */
const unpacked = (packed: PackedHistory, today: number): Review[] =>
  Array.from({ length: Math.floor(packed.length / 4) }, (_, at) => {
    const [ago = 0, rating = 3, guess = 0, trust = 1] = packed.slice(at * 4, at * 4 + 4)
    return { day: today - Math.max(0, ago), rating: rating as Rating, guess, trust }
  }).filter(({ day }, at, all) => day > (all[at - 1]?.day ?? Number.NEGATIVE_INFINITY))

/** By so few samples the ends of a range are told by how far they lie apart, not by the outermost of them. */
const spreadOf = ({ samples, expected }: Forecast): Range => {
  const variance = samples.reduce((sum, each) => sum + (each - expected) ** 2, 0) / Math.max(1, samples.length - 1)
  const off = NINE_TENTHS * Math.sqrt(variance)
  return { expected, low: Math.max(0, expected - off), high: Math.min(1, expected + off) }
}

const samplesFor = ({ today, due, facts, learners }: ClassSoFar): number => {
  const each = Math.max(1, facts * (due - today) * learners.length)
  return Math.max(SAMPLES_MIN, Math.min(SAMPLES_MAX, Math.round(WORK_MAX / each)))
}

/** Yields the share of this learner that is done. */
function* foreseen(learner: LearnerSoFar, so: ClassSoFar): Generator<number, Foreseen> {
  const { today, due, facts } = so
  const { userId, name, secondsADay, secondsToday } = learner
  const known = learner.histories.map((one) => unpacked(one, today))
  const histories = Array.from({ length: facts }, (_, fact) => known[fact] ?? [])
  const tutor = new Tutor({
    ...{ histories, population: POPULATION, random: seededRandom(userId) },
    exams: [{ day: due, purpose: 'keep' }],
  })
  tutor.learn()
  yield 0
  const days = Array.from({ length: Math.max(0, due - today) }, (_, at) =>
    at === 0 ? Math.max(0, secondsADay - secondsToday) : secondsADay,
  )
  const [exam] = (yield* tutor.outlook(today, days, userId, { samples: samplesFor(so) })).exams
  const range = exam ? spreadOf(exam) : { expected: 0, low: 0, high: 0 }
  return { userId, name, ...range, idle: exam?.idle.expected ?? 0 }
}

/**
 * What the learners of a class would recall on the day if each went on as of late: as many minutes a day, by their own plan. The
 * forecast of each is that of an exam (`exams/`). Yields the share that is done.
 */
export function* classAhead(so: ClassSoFar): Generator<number, ClassAhead> {
  const learners: Foreseen[] = []
  for (const learner of so.learners) {
    const work = foreseen(learner, so)
    let step = work.next()
    for (; !step.done; step = work.next()) yield (learners.length + step.value) / so.learners.length
    learners.push(step.value)
  }
  const middleOf = (part: (one: Foreseen) => number) => (learners.length === 0 ? 0 : median(learners.map(part)))
  return {
    learners: [...learners].sort((a, b) => a.expected - b.expected),
    middle: {
      ...{ expected: middleOf(({ expected }) => expected), idle: middleOf(({ idle }) => idle) },
      ...{ low: middleOf(({ low }) => low), high: middleOf(({ high }) => high) },
    },
  }
}
