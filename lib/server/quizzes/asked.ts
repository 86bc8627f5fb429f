import 'server-only'
import type { Item } from '#lib/items/index.ts'
import type { Pack, PackFact, PackQuestion } from '#lib/session/index.ts'
import { db } from '../db.ts'

/** What a question stands on: the exact sentence with where it is, or a row of a list. */
export type Source = {
  /** The footnote number. */
  readonly number: number
  readonly exact: string
  /** Empty for a row. */
  readonly document: string
  readonly heading: string
}

/** A question as it is now, with what was put right since it was asked. */
export type AskedQuestion = Pick<PackQuestion, 'form' | 'stem' | 'left' | 'unit'> & {
  readonly key: string | readonly string[]
  readonly sources: readonly Source[]
  /** How it was put right last, if it was. */
  readonly mended: 'key' | 'accept' | 'drop' | 'full' | null
  readonly options: Item['options']
}

type Mend = { readonly kind: string; readonly answer: unknown }
type Answer = string | readonly string[]

const isAnswer = (answer: unknown): answer is Answer => typeof answer === 'string' || Array.isArray(answer)

/** Mends of a quiz that hold, by question, the first first. */
export const mendsOf = async (assignmentId: string): Promise<Map<string, Mend[]>> => {
  const rows = await db().mend.findMany({
    where: { assignmentId, undoneAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { questionId: true, kind: true, answer: true },
  })
  const found = new Map<string, Mend[]>()
  for (const { questionId, ...mend } of rows) found.set(questionId, [...(found.get(questionId) ?? []), mend])
  return found
}

const sourceOf = (bank: Pack, { number, source, sectionId }: PackFact): Source => {
  if (source.kind === 'row') return { number, exact: `${source.front}: ${source.back}`, document: '', heading: '' }
  const document = bank.documents.find(({ id }) => id === source.documentId)
  const heading = document?.sections.find(({ id }) => id === sectionId)?.heading ?? ''
  return { number, exact: source.exact, document: document?.title ?? '', heading }
}

const isKind = (kind: string): kind is NonNullable<AskedQuestion['mended']> =>
  ['key', 'accept', 'drop', 'full'].includes(kind)

/** What there is to choose from, with what counts as right today. */
const optionsOf = ({ form, options }: PackQuestion, keys: readonly Answer[]): Item['options'] => {
  const texts = form === 'true-false' ? ['true', 'false'] : form === 'choice' ? options?.map(({ text }) => text) : null
  return texts?.map((text) => ({ text, isKey: keys.includes(text) })) ?? null
}

/** A question of a bank as those who teach are shown it, with the mends that hold. */
export const askedQuestion = (bank: Pack, question: PackQuestion, mends: readonly Mend[]): AskedQuestion => {
  let keys: Answer[] = [question.key]
  for (const { kind, answer } of mends) {
    if (!isAnswer(answer)) continue
    if (kind === 'key') keys = [answer]
    if (kind === 'accept') keys = [...keys, answer]
  }
  const facts = new Map(bank.facts.map((fact) => [fact.id, fact]))
  const last = mends.at(-1)?.kind ?? ''
  const { form, stem, left, unit } = question
  return {
    ...{ form, stem, key: keys[0] ?? question.key, ...(left ? { left } : {}), ...(unit ? { unit } : {}) },
    sources: question.factIds.flatMap((factId) => {
      const fact = facts.get(factId)
      return fact ? [sourceOf(bank, fact)] : []
    }),
    mended: mends.some(({ kind }) => kind === 'drop') ? 'drop' : isKind(last) ? last : null,
    options: optionsOf(question, keys),
  }
}
