import { type Millis, MS_PER_DAY } from '#lib/base/index.ts'
import { gradeOf, type QuizRules, shareOf } from '#lib/quiz/index.ts'

/** One attempt at a quiz or a live round. Instants in milliseconds since the epoch. */
export type Attempted = {
  readonly number: number
  readonly startedAt: number
  /** How many questions it asks. */
  readonly asks: number
  /** Null while it is under way. */
  readonly handedInAt: number | null
  readonly points: number | null
  readonly outOf: number | null
  /** Late answers about which nobody has decided. */
  readonly undecided: number
}

/** What somebody's attempts come to. */
export type QuizMark = {
  /** 0–1; null while there is none. */
  readonly mark: number | null
  /** Of the attempt that is the mark; null where it is the mean of several, or there is none. */
  readonly points: number | null
  readonly outOf: number | null
  /** How many were handed in. */
  readonly attempts: number
  /** Whether one is under way. */
  readonly going: boolean
  /** Whether late answers wait for a decision. */
  readonly undecided: boolean
  /** Null where nobody fails or there is no mark. */
  readonly passed: boolean | null
  readonly lastAt: number | null
  /** Milliseconds from each start to its end. */
  readonly spentMs: number
  /** The same of those handed in in the last seven days. */
  readonly weekMs: number
}

/** A question that was left open counts no longer, as in study. */
const OPEN_MS_MAX = 120_000

/** How long an attempt took; none while it is under way. */
const attemptTime = ({ startedAt, handedInAt, asks }: Attempted): number =>
  handedInAt === null ? 0 : Math.max(0, Math.min(handedInAt - startedAt, asks * OPEN_MS_MAX))

const WEEK_MS = 7 * MS_PER_DAY

type Counted = { readonly points: number; readonly outOf: number }

const counting = (scores: readonly Counted[], counts: QuizRules['counts']): Counted | null => {
  const asked = scores.filter((score) => shareOf(score) !== null)
  if (asked.length <= 1 || counts === 'last') return asked.at(-1) ?? null
  if (counts === 'mean') return null
  return asked.reduce((best, one) => ((shareOf(one) ?? 0) > (shareOf(best) ?? 0) ? one : best))
}

/** The mark of attempts, by the rules of the quiz. Previews, which have number 0, count nowhere. */
export const quizMark = (
  all: readonly Attempted[],
  { counts, pass }: Pick<QuizRules, 'counts' | 'pass'>,
  now: Millis,
): QuizMark => {
  const scores: Counted[] = []
  let [attempts, undecided, spentMs, weekMs, lastAt] = [0, 0, 0, 0, null as number | null]
  for (const attempt of [...all].sort((a, b) => a.number - b.number)) {
    if (attempt.number === 0) continue
    attempts++
    undecided += attempt.undecided
    const { handedInAt, points, outOf } = attempt
    if (handedInAt === null) continue
    const took = attemptTime(attempt)
    scores.push({ points: points ?? 0, outOf: outOf ?? 0 })
    spentMs += took
    if (handedInAt > now - WEEK_MS) weekMs += took
    lastAt = Math.max(lastAt ?? 0, handedInAt)
  }
  const mark = gradeOf(scores, counts)
  const { points = null, outOf = null } = counting(scores, counts) ?? {}
  const passed = mark === null || pass === null ? null : mark >= pass
  const going = scores.length < attempts
  return {
    mark,
    points,
    outOf,
    attempts: scores.length,
    going,
    undecided: undecided > 0,
    passed,
    lastAt,
    spentMs,
    weekMs,
  }
}
