import type { AttemptEntry, Form, StoredReview } from '#lib/log/index.ts'
import { findQuestion, type Pack, type PackQuestion } from '#lib/session/index.ts'

/** One question of a test that was handed in. `review` null: it was left without an answer. */
export type ResultItem = {
  readonly questionId: string
  readonly review: StoredReview | null
  /** Null: its content has gone. */
  readonly asked: { readonly pack: Pack; readonly question: PackQuestion } | null
  readonly section: string | null
  readonly form: Form | null
  /** Of its facts how many were right, 0–1. */
  readonly share: number
}

export type Tally = { readonly name: string | null; readonly asked: number; readonly right: number }

export type Result = {
  readonly items: readonly ResultItem[]
  /** 0–1. */
  readonly score: number
  readonly bySection: readonly Tally[]
  readonly byForm: readonly (Omit<Tally, 'name'> & { readonly form: Form })[]
  /** Ids of the facts that were missed or left out. */
  readonly weak: readonly string[]
}

const sectionOf = (pack: Pack, question: PackQuestion): string | null => {
  const fact = pack.facts.find(({ id }) => id === question.factIds[0])
  return pack.documents.flatMap(({ sections }) => sections).find(({ id }) => id === fact?.sectionId)?.heading ?? null
}

const talliesBy = <K>(items: readonly ResultItem[], keyOf: (item: ResultItem) => K) => {
  const tallies = new Map<K, { asked: number; right: number }>()
  for (const item of items) {
    const tally = tallies.get(keyOf(item)) ?? { asked: 0, right: 0 }
    tallies.set(keyOf(item), { asked: tally.asked + 1, right: tally.right + item.share })
  }
  return [...tallies]
}

/** What came of a test: its answers in the order given, then what was left out. `reviews`: the standing log in order. */
export const resultOf = (
  { attemptId, setIds, unanswered }: AttemptEntry,
  reviews: readonly StoredReview[],
  packs: readonly Pack[],
): Result => {
  const own = packs.filter(({ setId }) => setIds.includes(setId))
  const itemOf = (questionId: string, review: StoredReview | null): ResultItem => {
    const found = own.flatMap((pack) => {
      const question = findQuestion(pack, questionId)
      return question ? [{ pack, question }] : []
    })
    const asked = found[0] ?? null
    const rights = review?.grades.filter(({ rating }) => rating > 1).length ?? 0
    return {
      ...{ questionId, review, asked },
      section: asked ? sectionOf(asked.pack, asked.question) : null,
      form: review?.form ?? asked?.question.form ?? null,
      share: review ? rights / Math.max(1, review.grades.length) : 0,
    }
  }
  const answered = reviews.filter((review) => review.attemptId === attemptId)
  const items = [
    ...answered.map((review) => itemOf(review.questionId, review)),
    ...unanswered.map((questionId) => itemOf(questionId, null)),
  ]
  const weak = items.flatMap(({ review, asked }) =>
    review
      ? review.grades.filter(({ rating }) => rating === 1).map(({ factId }) => factId)
      : (asked?.question.factIds ?? []),
  )
  return {
    items,
    score: items.length === 0 ? 0 : items.reduce((sum, { share }) => sum + share, 0) / items.length,
    bySection: talliesBy(items, ({ section }) => section).map(([name, tally]) => ({ name, ...tally })),
    byForm: talliesBy(items, ({ form }) => form).flatMap(([form, tally]) => (form ? [{ form, ...tally }] : [])),
    weak: [...new Set(weak)],
  }
}
