import type { Asked } from '../question.ts'
import { citedBy } from './cite.ts'

/** Why the answer given is not the right one, in the question's own words; null where it has none to say. */
export const whyNot = (asked: Asked, given: string | string[]): string | null => {
  const { question } = asked
  const wrongBecause = question.options?.find((option) => option.text === given)?.wrongBecause
  if (wrongBecause) return wrongBecause
  const sentence = citedBy(asked)
    .map(({ parts }) => parts.map(({ text }) => text).join(''))
    .join(' ')
  return question.rationale && !sentence.includes(question.rationale) ? question.rationale : null
}
