import { byPlan } from '#lib/agenda/index.ts'
import type { DayPlanner } from '#lib/session/index.ts'
import { agendaNow, type Studying } from './agenda.ts'

export type Planned = {
  planner: DayPlanner
  /** By card, the study day of the next exam that asks it. */
  until: ReadonlyMap<string, number>
  minutesOn: (day: number) => number
  /** Titles of the exams ahead, the first one first. */
  titles: readonly string[]
}

/** What exams make of a learner's day; null: no exam is ahead. Fetched only where one may be. */
export const plannedNow = (learner: Studying, now: number): Planned | null => {
  const agenda = agendaNow(learner, now)
  if (!agenda) return null
  const { plan, minutesOn, exams } = agenda
  return { planner: byPlan(plan), until: plan.until, minutesOn, titles: exams.map(({ exam }) => exam.title) }
}
