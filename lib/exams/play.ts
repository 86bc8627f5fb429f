import type { Rating } from '#lib/scheduling/index.ts'
import type { Policy } from './planner.ts'

/** What answers: a learner, or what is taken for one. */
export type World = {
  /** A fact is asked on a day; `spentSeconds` of that day are gone. */
  ask: (fact: number, day: number, spentSeconds: number) => { rating: Rating; seconds: number }
}

export type Played = { readonly answers: number; readonly seconds: number }

/** Studies through some days, each with its minutes: the policy orders, the world answers, and the clock decides where a day ends. */
export const play = (policy: Policy, world: World, secondsByDay: readonly number[], fromDay: number): Played => {
  let answers = 0
  let seconds = 0
  for (const [index, budget] of secondsByDay.entries()) {
    const day = fromDay + index
    let spent = 0
    if (budget <= 0) continue
    for (const fact of policy.order(day)) {
      if (spent >= budget) break
      const { rating, seconds: took } = world.ask(fact, day, spent)
      policy.answered(fact, day, rating)
      spent += took
      answers += 1
    }
    seconds += spent
  }
  return { answers, seconds }
}
