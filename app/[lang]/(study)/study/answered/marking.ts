import { type Marking, mark } from '#lib/answers/index.ts'
import type { Asked } from '../question.ts'
import { citedBy } from './cite.ts'

/** The verdict on an answer; keys of the set's other questions never pass for a misspelling of this one. */
export const markingOf = ({ question, pack }: Pick<Asked, 'question' | 'pack'>, given: string | string[]): Marking => {
  const others = pack.questions.filter((other) => other.id !== question.id && typeof other.key === 'string')
  return mark(
    question,
    given,
    pack.aliases,
    others.map((other) => String(other.key)),
    {
      accents: pack.counts?.includes('accents') ?? false,
      articles: pack.counts?.includes('articles') ?? false,
      language: pack.language,
    },
  )
}

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
