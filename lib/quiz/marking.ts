import type { Marking } from '#lib/answers/index.ts'
import { markingOf, type Pack, type PackQuestion } from '#lib/session/index.ts'
import type { Score } from './score.ts'

/**
 * A question put right after it was answered. `key`: `answer` is right and nothing else; `accept`: `answer` is right too;
 * `drop`: it does not count; `full`: everyone has the mark of it.
 */
export type Mending = {
  readonly questionId: string
  readonly kind: 'key' | 'accept' | 'drop' | 'full'
  readonly answer: string | readonly string[] | null
}

export type Given = string | string[]
/** `worth`: what a right answer brings, 0–1; absent: all. */
type Answer = { readonly place: number; readonly given: Given; readonly worth?: number }

const textsOf = (answer: string | readonly string[]): string[] => (typeof answer === 'string' ? [answer] : [...answer])

/** The question as it is after its mends, the first first: several where more than one arrangement is right. */
const mended = (question: PackQuestion, mends: readonly Mending[]): PackQuestion[] => {
  let variants = [question]
  for (const { kind, answer } of mends) {
    if (answer === null) continue
    const arranged = question.form === 'order' || question.form === 'match'
    const keyed: PackQuestion = arranged
      ? { ...question, key: textsOf(answer), accepted: [] }
      : { ...question, key: textsOf(answer)[0] ?? '', accepted: textsOf(answer) }
    if (kind === 'key') variants = [keyed]
    if (kind === 'accept') variants = [...variants, keyed]
  }
  return variants
}

/** The question as its mends have made it, to be shown: the key that holds, and all that counts. */
export const mendedQuestion = (question: PackQuestion, mends: readonly Mending[]): PackQuestion => {
  const [first = question, ...others] = mended(
    question,
    mends.filter(({ questionId }) => questionId === question.id),
  )
  return { ...first, accepted: [...new Set([...first.accepted, ...others.flatMap(({ accepted }) => accepted)])] }
}

/** How much of what was asked is right, 0–1: for order and match by their parts. */
const shareIn = ({ verdict, parts }: Marking): number =>
  parts ? parts.filter((part) => part === 'right').length / Math.max(1, parts.length) : verdict === 'right' ? 1 : 0

/** The marking of an answer, by the key and the mends that hold, and how much of it is right. */
export const markedOf = (
  bank: Pack,
  question: PackQuestion,
  mends: readonly Mending[],
  given: Given,
): { readonly marking: Marking; readonly share: number } => {
  const own = mends.filter(({ questionId }) => questionId === question.id)
  const markings = mended(question, own).map((variant) => markingOf({ question: variant, pack: bank }, given))
  const marking = markings.reduce((best, one) => (shareIn(one) > shareIn(best) ? one : best))
  return { marking, share: shareIn(marking) }
}

/** Whether a question counts as any other, for nobody, or fully for everyone; the latest such mend holds. */
export const countOf = (questionId: string, mends: readonly Mending[]): 'normal' | 'drop' | 'full' => {
  const last = mends.findLast(
    (mend) => mend.questionId === questionId && (mend.kind === 'drop' || mend.kind === 'full'),
  )
  return last?.kind === 'drop' || last?.kind === 'full' ? last.kind : 'normal'
}

/** What an attempt comes to. `answers`: those that count, one a place at most. */
export const scoreOf = (
  bank: Pack,
  order: readonly number[],
  mends: readonly Mending[],
  answers: readonly Answer[],
): Score & { readonly shares: ReadonlyMap<number, number> } => {
  const shares = new Map<number, number>()
  const byPlace = new Map(answers.map((answer) => [answer.place, answer]))
  let [points, outOf] = [0, 0]
  order.forEach((at, place) => {
    const question = bank.questions[at]
    if (!question) return
    const answer = byPlace.get(place)
    const share = answer === undefined ? 0 : markedOf(bank, question, mends, answer.given).share
    shares.set(place, share)
    const count = countOf(question.id, mends)
    if (count === 'drop') return
    outOf += 1
    points += count === 'full' ? 1 : share * (answer?.worth ?? 1)
  })
  return { points, outOf, shares }
}
