import { drained } from '#lib/base/index.ts'
import type { Outlook } from '#lib/exams/index.ts'
import type { Agenda } from './agenda.ts'
import { groupsOf } from './report.ts'

/** What is ahead if the plan is kept. Yields the share that is done. */
export const outlookOf = (agenda: Agenda, seed: string): Generator<number, Outlook> =>
  agenda.tutor.outlook(agenda.today, agenda.secondsByDay, seed, {
    groups: groupsOf(agenda.facts).map(({ facts }) => facts),
  })

/** So few learners tell what some minutes are worth, since all of them meet with the same luck either way. */
const PAIRS = 12
const MORE_MINUTES = 10

const sharesWith = (agenda: Agenda, seconds: readonly number[], samples: number): readonly number[] =>
  drained(agenda.tutor.outlook(agenda.today, seconds, 'pairs', { samples, paired: true })).exams.map(
    ({ expected }) => expected,
  )

/** What ten more minutes on a study day would add to each exam, in shares of it. */
export const worthOfMore = (agenda: Agenda, day: number): readonly number[] => {
  const extra = MORE_MINUTES * 60 * agenda.speed
  const more = agenda.secondsByDay.map((seconds, at) => seconds + (agenda.today + at === day ? extra : 0))
  const before = sharesWith(agenda, agenda.secondsByDay, PAIRS)
  return sharesWith(agenda, more, PAIRS).map((after, exam) => after - (before[exam] ?? 0))
}

const TRIES = 4
const MORE_MAX = 120
/** A plan fits where all but so many of an exam's facts are met. */
const LEFT_MAX = 0.02

/** Whole minutes more, on each day that has any, with which all of an exam would be met; null: two hours would not do. */
export const minutesToFit = (agenda: Agenda, exam: number): number | null => {
  const weights = agenda.exams[exam]?.weights ?? []
  const counted = weights.filter((weight) => weight > 0).length
  const fits = (minutes: number): boolean => {
    const seconds = agenda.secondsByDay.map((before, at) =>
      agenda.minutesOn(agenda.today + at) > 0 ? before + minutes * 60 * agenda.speed : before,
    )
    const outlook = drained(agenda.tutor.outlook(agenda.today, seconds, 'fit', { samples: TRIES, paired: true }))
    const met = outlook.exams[exam]?.met ?? []
    const left = weights.reduce((sum, weight, fact) => sum + (weight > 0 ? 1 - (met[fact] ?? 0) : 0), 0)
    return left <= counted * LEFT_MAX
  }
  if (!fits(MORE_MAX)) return null
  let [low, high] = [0, MORE_MAX]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}
