import { median } from '#lib/base/index.ts'
import type { Form, StoredReview } from '#lib/log/index.ts'
import { questionsOf, spentOn } from '#lib/session/index.ts'
import type { ExamFact } from './facts.ts'

/** So many answers in a form say how long it takes. */
const ANSWERS_MIN = 8
const ANSWERS_ASKED = 400

/** How long an answer in each form takes beside any answer; forms that were hardly answered are left out. */
const paceByForm = (reviews: readonly StoredReview[]): ReadonlyMap<Form, number> => {
  const last = reviews.filter(({ context }) => context !== 'practice').slice(-ANSWERS_ASKED)
  const all = median(last.map(spentOn))
  const byForm = new Map<Form, number[]>()
  for (const review of last) byForm.set(review.form, [...(byForm.get(review.form) ?? []), spentOn(review)])
  const known = [...byForm].filter(([, times]) => times.length >= ANSWERS_MIN && all > 0)
  return new Map(known.map(([form, times]) => [form, Math.max(0.25, median(times) / all)]))
}

/** How long each fact takes beside a typical one, by the forms that ask it and how long this learner takes for those. */
export const pacesOf = (facts: readonly ExamFact[], reviews: readonly StoredReview[]): number[] => {
  const paces = paceByForm(reviews)
  return facts.map(({ pack, fact, direction }) => {
    const forms = new Set(questionsOf(pack, fact, direction).map(({ form }) => form))
    const own = [...forms].map((form) => paces.get(form) ?? 1)
    return own.length === 0 ? 1 : own.reduce((sum, pace) => sum + pace, 0) / own.length
  })
}
