import * as v from 'valibot'
import { err, ok, type Result, seededRandom, shuffled } from '#lib/base/index.ts'
import { contentHash, type NameGroup } from '#lib/facts/index.ts'
import type { Document } from '#lib/source/index.ts'
import { BLANK } from './stem.ts'
import type { Generated, GeneratedFact, GeneratedQuestion } from './types.ts'

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600))
const answers = v.pipe(v.array(words), v.minLength(1))
const asked = { stem: words, answers, rationale: v.optional(words) }
const number = v.pipe(v.number(), v.integer(), v.minValue(1))

const QUESTION = v.variant('form', [
  v.strictObject({ form: v.literal('typed'), ...asked }),
  v.strictObject({ form: v.literal('cloze'), ...asked }),
  v.strictObject({ form: v.literal('number'), ...asked, unit: v.optional(v.string()) }),
  v.strictObject({
    form: v.literal('choice'),
    ...asked,
    wrong: v.pipe(v.array(v.strictObject({ text: words, because: words })), v.minLength(2)),
  }),
  v.strictObject({ form: v.literal('true-false'), ...asked, answers: v.tuple([v.picklist(['true', 'false'])]) }),
])
const FACT = v.strictObject({
  n: number,
  statement: words,
  kind: v.picklist(['date', 'quantity', 'entity', 'definition', 'term', 'naming', 'enumeration', 'relation']),
  /** Words that occur once in the document; the fact's quote is the sentence that holds them. */
  quote: words,
  questions: v.pipe(v.array(QUESTION), v.minLength(1)),
})
const parts = { stem: words, key: v.pipe(v.array(words), v.minLength(3)), facts: v.array(number) }
const EXERCISE = v.variant('form', [
  v.strictObject({ form: v.literal('order'), ...parts }),
  v.strictObject({ form: v.literal('match'), ...parts, left: v.array(words) }),
])

/**
 * What people have written and reviewed of a document: its facts with their questions, and exercises over several facts. An
 * editor may change any line of it.
 */
const reviewedSchema = v.strictObject({ facts: v.array(FACT), exercises: v.array(EXERCISE) })
type Reviewed = v.InferOutput<typeof reviewedSchema>
type ReviewedFact = Reviewed['facts'][number]

const idOf = (n: number): string => `reviewed-${n}`

const quoteOf = ({ text, sentences }: Document, { quote }: ReviewedFact): GeneratedFact['quote'] | null => {
  const holding = sentences.filter(({ start, end }) => text.slice(start, end).includes(quote))
  const [only] = holding
  if (!only || holding.length > 1) return null
  return { start: only.start, end: only.end, exact: text.slice(only.start, only.end) }
}

const questionOf = (fact: ReviewedFact, question: ReviewedFact['questions'][number]): GeneratedQuestion => {
  const { form, stem, rationale = fact.statement } = question
  const [key = ''] = question.answers
  const wrong = form === 'choice' ? question.wrong.map(({ text, because }) => ({ text, wrongBecause: because })) : null
  const factId = idOf(fact.n)
  return {
    id: contentHash(`${form}|${factId}|${stem}`),
    ...{ factId, factIds: [factId], form, stem, key, accepted: [...question.answers], rationale },
    ...(wrong ? { options: shuffled([{ text: key }, ...wrong], seededRandom(stem)) } : {}),
    ...(form === 'number' && question.unit ? { unit: question.unit } : {}),
    ...{ tier: 'A', lints: [] },
  }
}

const exerciseOf = (
  exercise: Reviewed['exercises'][number],
  facts: ReadonlyMap<number, ReviewedFact>,
): GeneratedQuestion => {
  const { form, stem, key } = exercise
  const factIds = exercise.facts.map(idOf)
  const said = exercise.facts.flatMap((n) => facts.get(n)?.statement ?? [])
  return {
    id: contentHash(`${form}|${stem}`),
    ...{ factId: factIds[0] ?? '', factIds, form, stem, key: [...key], accepted: [...key] },
    ...(form === 'match' ? { left: [...exercise.left] } : {}),
    ...{ rationale: said.join(' '), tier: 'A', lints: [] },
  }
}

/** What a reviewed line would do wrong, in words for its editor; null where it is sound. */
const problemIn = (fact: ReviewedFact): string | null => {
  for (const question of fact.questions) {
    const gaps = question.stem.split(BLANK).length - 1
    if (gaps !== (question.form === 'cloze' ? 1 : 0) && !(question.form === 'choice' && gaps === 1))
      return `“${question.stem}” has ${gaps} gaps`
    if (question.form === 'number' && !Number.isFinite(Number(question.answers[0])))
      return `“${question.answers[0]}” is no number`
    if (question.form !== 'choice') continue
    const all = [...question.answers.slice(0, 1), ...question.wrong.map(({ text }) => text)].map((text) =>
      text.toLowerCase(),
    )
    if (new Set(all).size < all.length) return `“${question.stem}” offers an answer twice`
  }
  return null
}

/**
 * The facts and questions that people wrote for a document, in the shape in which the generator leaves its own. The error names
 * the line that will not do: one that does not fit the schema, or whose quote is not in exactly one sentence.
 */
export const reviewedFrom = (
  document: Document,
  names: readonly NameGroup[],
  value: unknown,
): Result<Generated, { code: 'malformed'; message: string }> => {
  const malformed = (message: string) => err({ code: 'malformed' as const, message })
  const read = v.safeParse(reviewedSchema, value)
  if (!read.success) {
    const [issue] = read.issues
    return malformed(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  const byNumber = new Map(read.output.facts.map((fact) => [fact.n, fact]))
  const facts: GeneratedFact[] = []
  for (const fact of read.output.facts) {
    const quote = quoteOf(document, fact)
    const problem = quote ? problemIn(fact) : `its quote “${fact.quote}” is not in exactly one sentence`
    if (!quote || problem) return malformed(`fact ${fact.n}: ${problem}`)
    facts.push({ id: idOf(fact.n), statement: fact.statement, quote, kind: fact.kind, confidence: 1 })
  }
  const lost = read.output.exercises.find(
    ({ facts: about, key }) => about.length !== key.length || about.some((n) => !byNumber.has(n)),
  )
  if (lost) return malformed(`“${lost.stem}” asks facts that are not there, or not one for each of its parts`)
  const { title, language, words: count, text, sections } = document
  return ok({
    document: {
      ...{ title, language, words: count, text },
      sections: sections.map(({ heading, start, end }) => ({ heading, start, end })),
    },
    facts,
    questions: [
      ...read.output.facts.flatMap((fact) => fact.questions.map((question) => questionOf(fact, question))),
      ...read.output.exercises.map((exercise) => exerciseOf(exercise, byNumber)),
    ],
    aliases: names.map((group) => [...group.names]),
    skipped: [],
  })
}
