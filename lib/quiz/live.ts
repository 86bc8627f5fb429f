import type { QuizRules } from './rules.ts'

/** Where a class is that answers together. `shown`: everybody is told what was right at this place. */
export type LivePhase = 'waiting' | 'asking' | 'shown' | 'over'
export type LiveStep = 'start' | 'show' | 'next' | 'end'
export type LivePlace = { readonly phase: LivePhase; readonly place: number }

/** What may be done at a place of a round with so many questions; the first is what is usually done. There is no way back. */
export const stepsAt = ({ phase, place }: LivePlace, questions: number): readonly LiveStep[] => {
  if (phase === 'waiting') return ['start', 'end']
  if (phase === 'asking') return ['show', 'end']
  if (phase === 'shown') return place + 1 < questions ? ['next', 'end'] : ['end']
  return []
}

/** Where a step leads; null where it cannot be taken. */
export const stepped = (at: LivePlace, step: LiveStep, questions: number): LivePlace | null => {
  if (!stepsAt(at, questions).includes(step)) return null
  if (step === 'start') return { phase: 'asking', place: 0 }
  if (step === 'next') return { phase: 'asking', place: at.place + 1 }
  return { phase: step === 'show' ? 'shown' : 'over', place: at.place }
}

/** How many questions a class has been asked that is there: those that the bell cut off count for nobody. */
export const askedBy = ({ phase, place }: LivePlace): number => (phase === 'waiting' ? 0 : place + 1)

/** What is answered together by a tap on a phone takes seconds to arrive: so long after the end of a countdown it still counts. */
const ARRIVES_WITHIN_MS = 2_000

/** When a question that is asked since then ends, in milliseconds; null: when its answer is shown. */
export const askedUntil = (since: number, { limitSeconds }: Pick<QuizRules, 'limitSeconds'>): number | null =>
  limitSeconds === undefined ? null : since + limitSeconds * 1_000

/** Whether what comes in now answers the question that is asked since then. */
export const takesAnswer = (since: number, rules: Pick<QuizRules, 'limitSeconds'>, now: number): boolean => {
  const until = askedUntil(since, rules)
  return until === null || now <= until + ARRIVES_WITHIN_MS
}

/**
 * How much a right answer is worth, 0.5–1: where speed counts it falls evenly from all of it to half over the countdown, as in
 * Kahoot's rule (https://support.kahoot.com/hc/en-us/articles/115002303908-How-points-work: "response time divided by question
 * timer, divided by 2, subtracted from 1"). 1 where it does not.
 */
export const worthOf = ({ speed, limitSeconds }: Pick<QuizRules, 'speed' | 'limitSeconds'>, spentMs: number): number =>
  speed && limitSeconds !== undefined ? 1 - Math.min(1, Math.max(0, spentMs) / (limitSeconds * 1_000)) / 2 : 1

/** The rules of a round that nobody chose any for. */
export const LIVE_RULES: QuizRules = {
  ...{ limitMinutes: null, attempts: 1, counts: 'best', pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after', graceSeconds: 0 },
}
