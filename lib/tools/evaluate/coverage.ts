import { mark } from '#lib/answers/index.ts'
import type { GeneratedQuestion } from '#lib/questions/index.ts'
import type { GoldFact } from './gold.ts'
import { factsFor, overlap, type Subject, tierA } from './subject.ts'

/**
 * `answered`: a question on the listed quote has the listed answer. `asked`: the quote is asked about, but for something
 * else. `none`: nothing of it is asked.
 */
export type Coverage = 'answered' | 'asked' | 'none'

/** Each right answer of a question on its own; a statement that is true or false has none. */
export const answersOf = ({ form, key, accepted }: GeneratedQuestion): string[] =>
  form === 'true-false' ? [] : [...new Set([key, accepted].flat())]

/** Whether a listed answer would be marked right as the app marks what is typed, misspellings apart. */
const isAnswer = (question: GeneratedQuestion, listed: string): boolean => {
  const unit = question.unit === undefined ? {} : { unit: question.unit }
  return answersOf(question).some((key) => {
    const { verdict, nearly } = mark({ form: 'typed', key, accepted: [key], ...unit }, listed)
    return verdict === 'right' && !nearly
  })
}

/** How far tier A covers each listed fact, in the order listed. */
export const coverageOf = ({ generated, facts }: Pick<Subject, 'generated' | 'facts'>): Coverage[] => {
  const factsOf = factsFor(generated)
  const published = tierA(generated).map((question) => ({
    question,
    spans: factsOf(question).map(({ quote }) => quote),
  }))
  const coverage = (fact: GoldFact): Coverage => {
    const about = published.filter(({ spans }) => overlap(spans, fact.spans))
    if (about.some(({ question }) => fact.answers.some((answer) => isAnswer(question, answer)))) return 'answered'
    return about.length > 0 ? 'asked' : 'none'
  }
  return facts.map(coverage)
}
