import type { Form } from '#lib/log/index.ts'
import { type Pack, type PackFact, type PackQuestion, questionsOf } from '#lib/session/index.ts'

/** What a fact can be asked with in a quiz, and under which heading it stands. */
export type Candidate = {
  readonly fact: PackFact
  readonly heading: string | null
  readonly questions: readonly PackQuestion[]
}

/** The facts of a set, or of some sections of it, with the questions that ask each alone, in the order of the text. */
export const candidatesIn = (pack: Pack, sections: readonly string[] | null): Candidate[] => {
  const headings = new Map(pack.documents.flatMap((one) => one.sections).map(({ id, heading }) => [id, heading]))
  return [...pack.facts]
    .sort((a, b) => a.number - b.number)
    .flatMap((fact) => {
      const heading = (fact.sectionId === null ? null : headings.get(fact.sectionId)) ?? null
      if (sections !== null && !sections.includes(heading ?? '')) return []
      const questions = fact.directions.flatMap((direction) => questionsOf(pack, fact, direction))
      return questions.length > 0 ? [{ fact, heading, questions }] : []
    })
}

/** One question a fact, its forms by turns, so that a quiz of many facts is not all of one kind. */
export const pickOne = (candidates: readonly Candidate[], forms: readonly Form[] | null): PackQuestion[] => {
  const used = new Map<Form, number>()
  return candidates.flatMap(({ questions }) => {
    const open = questions.filter(({ form }) => forms === null || forms.includes(form))
    const [first, ...others] = open
    if (!first) return []
    const timesUsed = ({ form }: PackQuestion) => used.get(form) ?? 0
    const rarest = others.reduce((best, one) => (timesUsed(one) < timesUsed(best) ? one : best), first)
    used.set(rarest.form, timesUsed(rarest) + 1)
    return [rarest]
  })
}
