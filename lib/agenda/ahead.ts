import type { Outlook } from '#lib/exams/index.ts'
import type { Agenda } from './agenda.ts'
import { groupsOf } from './report.ts'

/** Facts times days that are reckoned through, all learners together: some seconds on a phone. */
const WORK_MAX = 1_200_000
const [SAMPLES_MIN, SAMPLES_MAX] = [12, 40]

/** What is ahead if the plan is kept. Yields the share that is done. */
export const outlookOf = (agenda: Agenda, seed: string): Generator<number, Outlook> => {
  const each = Math.max(1, agenda.facts.length * agenda.secondsByDay.length)
  const samples = Math.max(SAMPLES_MIN, Math.min(SAMPLES_MAX, Math.round(WORK_MAX / each)))
  const groups = groupsOf(agenda.facts).map(({ facts }) => facts)
  return agenda.tutor.outlook(agenda.today, agenda.secondsByDay, seed, { groups, samples })
}

/** So few learners tell what some minutes are worth, since all of them meet with the same luck either way. */
const PAIRS = 12
const MORE_MINUTES = 10

/** What ten more minutes on a study day would add to each exam, in shares of it. */
export function* worthOfMore(agenda: Agenda, day: number): Generator<number, number[]> {
  const extra = MORE_MINUTES * 60 * agenda.speed
  const more = agenda.secondsByDay.map((seconds, at) => seconds + (agenda.today + at === day ? extra : 0))
  const how = { samples: PAIRS, paired: true }
  const before = yield* agenda.tutor.outlook(agenda.today, agenda.secondsByDay, 'pairs', how)
  const after = yield* agenda.tutor.outlook(agenda.today, more, 'pairs', how)
  return after.exams.map(({ expected }, exam) => expected - (before.exams[exam]?.expected ?? 0))
}

const TRIES = 4
const MORE_MAX = 120
/** A plan fits where all but so many of an exam's facts are met. */
const LEFT_MAX = 0.02

function* fitsWith(agenda: Agenda, exam: number, minutes: number): Generator<number, boolean> {
  const weights = agenda.exams[exam]?.weights ?? []
  const seconds = agenda.secondsByDay.map((before, at) =>
    agenda.minutesOn(agenda.today + at) > 0 ? before + minutes * 60 * agenda.speed : before,
  )
  const outlook = yield* agenda.tutor.outlook(agenda.today, seconds, 'fit', { samples: TRIES, paired: true })
  const met = outlook.exams[exam]?.met ?? []
  const left = weights.reduce((sum, weight, fact) => sum + (weight > 0 ? 1 - (met[fact] ?? 0) : 0), 0)
  return left <= weights.filter((weight) => weight > 0).length * LEFT_MAX
}

/** Whole minutes more, on each day that has any, with which all of an exam would be met; null: two hours would not do. */
export function* minutesToFit(agenda: Agenda, exam: number): Generator<number, number | null> {
  if (!(yield* fitsWith(agenda, exam, MORE_MAX))) return null
  let [low, high] = [0, MORE_MAX]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (yield* fitsWith(agenda, exam, middle)) high = middle
    else low = middle
  }
  return high
}
