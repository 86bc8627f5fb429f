import type { Learner } from '#lib/client/index.ts'
import { nextToDo } from '#lib/session/index.ts'
import { inputOf } from '../../_view/input.ts'

/** The next instant with something to study; null: nothing will come. */
export const nextAt = (learner: Learner, now: number): number | null => nextToDo(inputOf(learner, now))
