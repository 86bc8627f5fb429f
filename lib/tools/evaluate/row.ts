import { seededRandom, shuffled, tells } from '#lib/base/index.ts'
import type { GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import { factsFor, type Subject, tierA } from './subject.ts'

/** Between the parts of one cell. */
const BETWEEN = ' | '

/** What a rater sees of a question, each a cell of the sheet. */
export type Shown = {
  /** The line above the stem. */
  context: string
  form: string
  stem: string
  options: string
  key: string
  accepted: string
  source: string
}

/** A question that may be drawn, with what the sheet must not tell. */
export type Candidate = { shown: Shown; document: string; half: string; domain: string; question: string }

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
const cell = (parts: readonly string[]): string => parts.map((part) => folded(part).replaceAll('|', '¦')).join(BETWEEN)

/** Options in an order by chance that the question's id decides; what is matched stands before the arrows. */
const optionsOf = ({ id, form, key, options, left, unit }: GeneratedQuestion): string => {
  if (form === 'true-false') return cell(['true', 'false'])
  if (form === 'number') return unit ? `in ${folded(unit)}` : ''
  if (form === 'cloze' || form === 'typed') return ''
  const mixed = shuffled(options?.map(({ text }) => text) ?? [key].flat(), seededRandom(id))
  return left ? `${cell(left)} ↔ ${cell(mixed)}` : cell(mixed)
}

const keyOf = ({ form, key, left }: GeneratedQuestion): string => {
  if (typeof key === 'string') return folded(key)
  return form === 'match' ? cell(key.map((part, i) => `${left?.[i] ?? ''} ↔ ${part}`)) : key.map(folded).join(' > ')
}

/**
 * Title and section, as a learner of several sets sees them: the title alone over several facts, or where the section's
 * heading gives the answer away.
 */
const contextOf = (
  { generated: { document } }: Subject,
  { form, accepted }: GeneratedQuestion,
  facts: readonly GeneratedFact[],
): string => {
  const { title, sections } = document
  const at = facts[0]?.quote.start ?? 0
  const heading = sections.findLast(({ start, end }) => start <= at && at < end)?.heading ?? title
  const told = form !== 'true-false' && tells(heading, accepted)
  return facts.length > 1 || heading === title || told ? title : `${title} · ${heading}`
}

/** Every tier-A question of a document as a row of the sheet. */
export const candidatesOf = (subject: Subject): Candidate[] => {
  const factsOf = factsFor(subject.generated)
  const { name, half, domain } = subject
  return tierA(subject.generated).map((question) => {
    const facts = factsOf(question)
    const sources = [...new Set(facts.map(({ quote }) => folded(quote.exact)))]
    const shown = {
      context: contextOf(subject, question, facts),
      form: question.form,
      stem: folded(question.stem),
      options: optionsOf(question),
      key: keyOf(question),
      accepted: cell(question.accepted),
      source: sources.join(' […] '),
    }
    return { shown, document: name, half, domain, question: question.id }
  })
}
