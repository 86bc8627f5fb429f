import { type Random, shuffled } from '#lib/base/index.ts'
import type { Fact } from '../draft.ts'
import type { Distractor } from '../pool.ts'

const WANTED = 3

/** Other values of the same column, or other terms of the same glossary: wrong because each belongs to another entry. */
export const siblingDistractors = (fact: Fact, random: Random): Distractor[] => {
  if (fact.sentence >= 0) return []
  const { answer, siblings = [] } = fact.slot
  const like = siblings.filter(
    (text) =>
      text.length <= answer.length * 1.6 &&
      answer.length <= text.length * 1.6 &&
      /^\d/.test(text) === /^\d/.test(answer),
  )
  const because =
    fact.kind === 'table'
      ? (text: string) => `${text} belongs to another row.`
      : (text: string) => `${text} is described otherwise.`
  const cased = (text: string) =>
    /^\p{Ll}/u.test(answer) && /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
  const others = [...new Set(like.map(cased))].filter((text) => text !== answer)
  return shuffled(others, random)
    .slice(0, WANTED)
    .map((text) => ({ text, wrongBecause: because(text) }))
}
