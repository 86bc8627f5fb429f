import { type Marking, mark } from '#lib/answers/index.ts'
import type { Pack, PackQuestion } from './pack.ts'

type Asked = { readonly question: PackQuestion; readonly pack: Pack }

/** The verdict on an answer; keys of the set's other questions never pass for a misspelling of this one. */
export const markingOf = ({ question, pack }: Asked, given: string | string[]): Marking => {
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
