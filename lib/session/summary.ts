import { type CardState, cardKey } from '#lib/log/index.ts'
import type { SessionState } from './reducer.ts'

export type SummaryFact = {
  factId: string
  setId: string
  /** Of its first answer in this session; hard: rated so, misspelt, or with a hint. */
  verdict: 'right' | 'hard' | 'wrong'
  /** When it comes back; null where no card is known. */
  due: number | null
}
export type SessionSummary = {
  /** Facts in the order in which they were first asked. */
  facts: SummaryFact[]
  /** Facts whose first answer in this session was right (hard counts). */
  rightFirst: number
  /** Facts that were wrong or hard at first: the sentences worth another look. */
  lookAgain: SummaryFact[]
  /** Questions answered, repeats counted. */
  answers: number
  durationMs: number
}

const VERDICTS = { 1: 'wrong', 2: 'hard', 3: 'right', 4: 'right' } as const

/** What came of a session. `cards` are those after it, which tell when each fact comes back. */
export const summary = (
  { answers }: SessionState,
  cards: ReadonlyMap<string, CardState> = new Map(),
): SessionSummary => {
  const facts = new Map<string, SummaryFact>()
  for (const { item, ratings, nearly, hints, auto, marked } of answers) {
    // A guess that was right is hard for the schedule, and nothing that the learner need look at again.
    const guessed =
      item.guess &&
      auto === 'right' &&
      !nearly &&
      hints === 0 &&
      ratings.every(({ rating }, i) => rating === marked[i]?.rating)
    for (const { factId, rating } of ratings) {
      if (facts.has(factId)) continue
      const due = cards.get(cardKey(factId, item.direction))?.due ?? null
      facts.set(factId, {
        factId,
        setId: item.setId,
        verdict: guessed && rating === 2 ? 'right' : VERDICTS[rating],
        due,
      })
    }
  }
  const all = [...facts.values()]
  return {
    facts: all,
    rightFirst: all.filter(({ verdict }) => verdict !== 'wrong').length,
    lookAgain: all.filter(({ verdict }) => verdict !== 'right'),
    answers: answers.length,
    durationMs: answers.reduce((sum, answer) => sum + answer.durationMs, 0),
  }
}
