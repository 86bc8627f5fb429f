import type { Form } from '#lib/log/index.ts'

/** The chance of a right answer by guessing. Of an order or a match each fact has one place of several. */
export const guessOf = (form: Form, options: number, facts: number): number => {
  if (form === 'true-false') return 1 / 2
  if (form === 'choice') return 1 / Math.max(2, options)
  return form === 'order' || form === 'match' ? 1 / Math.max(2, facts) : 0
}

/** Options of a question that is not here any more. */
export const USUAL_OPTIONS = 4
