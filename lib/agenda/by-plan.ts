import { type DayPlanner, SECONDS_PER_ANSWER } from '#lib/session/index.ts'

/** What the exams of a learner want of today. */
export type DayPlan = {
  /** Keys of the exams' cards that were not asked today, in the order of what asking them is worth. */
  readonly order: readonly string[]
  /** All cards of the exams, with the study day of the next exam that asks each. */
  readonly until: ReadonlyMap<string, number>
  /** Of the whole day. */
  readonly minutes: number
  /** Seconds of today that are spent already. */
  readonly spent: { readonly exams: number; readonly others: number }
}

/** What is due of other sets may have so much of a day with an exam ahead, and no more. */
const OTHERS_SHARE = 1 / 4

const wholeMinutes = (answers: number, seconds: number): number => Math.ceil((answers * seconds) / 60)

/**
 * A day with an exam ahead has one budget of minutes: what is due of other sets takes its share, new facts of theirs only what
 * the exams leave. The exams' cards come first, in the order of the plan, and those that were just missed before them all.
 */
export const byPlan = (plan: DayPlan): DayPlanner => {
  const owns = (key: string) => plan.until.has(key)
  return {
    owns,
    dayOf: (pool, { due, fresh }, { secondsPerAnswer: seconds = SECONDS_PER_ANSWER }) => {
      const byKey = new Map([...pool.due, ...pool.fresh, ...pool.ahead].map((one) => [one.key, one]))
      const missed = pool.due.filter(({ key, card }) => owns(key) && card?.state !== 'review')
      const again = new Set(missed.map(({ key }) => key))
      const ours = [...missed, ...plan.order.flatMap((key) => (again.has(key) ? [] : (byKey.get(key) ?? [])))]
      const others = [...due, ...fresh]

      // What is begun within the minutes is not cut off: a little time is one answer.
      const fits = (budget: number): number => (budget <= 0 ? 0 : Math.max(1, Math.floor(budget / seconds)))
      const day = plan.minutes * 60
      const share = Math.min(day * OTHERS_SHARE, plan.spent.others + due.length * seconds)
      const oursNow = ours.slice(0, Math.max(missed.length, fits(day - share - plan.spent.exams)))
      const left = day - plan.spent.exams - plan.spent.others - oursNow.length * seconds
      const othersNow = others.slice(0, fits(ours.length > oursNow.length ? share - plan.spent.others : left))
      const list = [...oursNow, ...othersNow]
      return {
        list,
        minutes: { exams: wholeMinutes(oursNow.length, seconds), others: wholeMinutes(othersNow.length, seconds) },
        dayOff: plan.minutes === 0,
        spent: plan.minutes > 0 && list.length === 0 && ours.length + others.length > 0,
      }
    },
  }
}
