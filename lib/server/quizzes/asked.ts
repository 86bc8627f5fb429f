import 'server-only'
import type { Item } from '#lib/items/index.ts'
import { type Mending, mendedQuestion } from '#lib/quiz/index.ts'
import type { Pack, PackFact, PackQuestion } from '#lib/session/index.ts'

/** What a question stands on: the exact sentence with where it is, or a row of a list. */
type Source = {
  /** The footnote number. */
  readonly number: number
  readonly exact: string
  /** Empty for a row. */
  readonly document: string
  readonly heading: string
}

/** A question as it is now, with what was put right since it was asked. */
export type AskedQuestion = Pick<PackQuestion, 'form' | 'stem' | 'key' | 'left' | 'unit'> & {
  readonly sources: readonly Source[]
  /** How it was put right last, if it was. */
  readonly mended: Mending['kind'] | null
  readonly options: Item['options']
}

const sourceOf = (bank: Pack, { number, source, sectionId }: PackFact): Source => {
  if (source.kind === 'row') return { number, exact: `${source.front}: ${source.back}`, document: '', heading: '' }
  const document = bank.documents.find(({ id }) => id === source.documentId)
  const heading = document?.sections.find(({ id }) => id === sectionId)?.heading ?? ''
  return { number, exact: source.exact, document: document?.title ?? '', heading }
}

/** What there is to choose from, with what counts as right. */
const optionsOf = ({ form, options, key, accepted }: PackQuestion): Item['options'] => {
  const texts = form === 'true-false' ? ['true', 'false'] : form === 'choice' ? options?.map(({ text }) => text) : null
  return texts?.map((text) => ({ text, isKey: text === key || accepted.includes(text) })) ?? null
}

/** A question of a bank as those who teach are shown it, by the mends that hold. */
export const askedQuestion = (bank: Pack, question: PackQuestion, mends: readonly Mending[]): AskedQuestion => {
  const now = mendedQuestion(question, mends)
  const { form, stem, key, left, unit } = now
  const facts = new Map(bank.facts.map((fact) => [fact.id, fact]))
  return {
    ...{ form, stem, key, ...(left ? { left } : {}), ...(unit ? { unit } : {}) },
    sources: question.factIds.flatMap((factId) => {
      const fact = facts.get(factId)
      return fact ? [sourceOf(bank, fact)] : []
    }),
    mended: mends.findLast(({ questionId }) => questionId === question.id)?.kind ?? null,
    options: optionsOf(now),
  }
}
