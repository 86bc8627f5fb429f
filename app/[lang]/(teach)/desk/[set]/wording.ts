import { type DeskFact, type DeskQuestion, type Wording, wordingOf } from '#lib/desk/index.ts'
import { t } from '#words'

/** What is worded: a fact anew, a question anew, one more for a fact, or a fact of words that were selected. */
export type Editing =
  | { readonly kind: 'question'; readonly fact: DeskFact; readonly question: DeskQuestion; readonly also?: string }
  | { readonly kind: 'add'; readonly fact: DeskFact }
  | { readonly kind: 'statement'; readonly fact: DeskFact }
  | {
      readonly kind: 'fact'
      readonly start: number
      readonly end: number
      readonly quote: string
      readonly first: Wording
    }

/** What a form opens with. */
export const wordingFor = (
  editing: Exclude<Editing, { kind: 'statement' }>,
  text: string,
): { title: string; first: Wording; form: string | null; quote: string } => {
  if (editing.kind === 'fact')
    return { title: t('desk.newFact'), first: editing.first, form: null, quote: editing.quote }
  const quote = text.slice(editing.fact.start, editing.fact.end)
  if (editing.kind === 'add')
    return { title: t('desk.addQuestion'), first: { stem: '', answers: [], wrong: [] }, form: null, quote }
  const { question, also } = editing
  const wording = wordingOf(question)
  const first = also ? { ...wording, answers: [...wording.answers, also] } : wording
  return { title: t('desk.editQuestion'), first, form: question.form, quote }
}
