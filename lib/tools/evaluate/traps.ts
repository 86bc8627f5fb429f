import type { Generated, GeneratedQuestion } from '#lib/questions/index.ts'
import { answersOf } from './coverage.ts'
import type { GoldTrap } from './gold.ts'
import { factsFor, overlap, type Subject, tierA } from './subject.ts'

export type Fall = { trap: GoldTrap; question: GeneratedQuestion }

/** Keys of the other forms in which the fact of a statement is asked, which say what the statement asserts. */
const asserted = ({ questions }: Generated, { factId }: GeneratedQuestion): string[] =>
  questions.filter((other) => other.factId === factId && other.factIds.length === 1).flatMap(answersOf)

/**
 * A question as "stem = key", with the parts of a key joined by " > ", and once more for each answer that counts as right.
 * A pair to be matched is also read by its own description. A statement is read as it is, and in its true wording with each answer that its fact has in another form,
 * since a learner is told that wording is right.
 */
export const readingsOf = (question: GeneratedQuestion, generated: Generated): string[] => {
  const { form, stem, key, left, rationale } = question
  const whole = `${stem} = ${[key].flat().join(' > ')}`
  if (form === 'match') return [whole, ...[key].flat().map((answer, i) => `${left?.[i] ?? stem} = ${answer}`)]
  if (form === 'true-false')
    return [whole, ...asserted(generated, question).map((answer) => `${rationale} = ${answer}`)]
  return [whole, ...answersOf(question).map((answer) => `${stem} = ${answer}`)]
}

const isWrong = ({ wrong }: GoldTrap, readings: readonly string[]): boolean =>
  wrong === null || readings.some((reading) => wrong.test(reading))

/**
 * Every trap that a tier-A question falls into, with the first such question. It falls where (1) the quote of a fact it
 * asks overlaps a span of the trap and (2) one of its readings matches the trap's pattern of what must not be asked, or the
 * trap has none, where nothing of it may be asked.
 * The span alone is not enough, since much of it may be asked rightly; the pattern alone is not, since the same words may
 * be right elsewhere.
 */
export const fallsOf = ({ generated, traps }: Pick<Subject, 'generated' | 'traps'>): Fall[] => {
  const factsOf = factsFor(generated)
  const published = tierA(generated)
  return traps.flatMap((trap) => {
    const question = published.find(
      (one) =>
        overlap(
          factsOf(one).map(({ quote }) => quote),
          trap.spans,
        ) && isWrong(trap, readingsOf(one, generated)),
    )
    return question ? [{ trap, question }] : []
  })
}
