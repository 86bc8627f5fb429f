import { drained, err, ok, type Result } from '#lib/base/index.ts'
import {
  type Generated,
  type GenerateStep,
  generateInSteps,
  type NameGroup,
  reviewedFrom,
} from '#lib/questions/index.ts'
import { type Document, type Format, readDocument } from '#lib/source/index.ts'
import { type Draft, shown } from '../content/draft.ts'
import { nothingKnown, planSet, type SetPlan } from '../content/plan.ts'
import { newId } from '../ids.ts'

export type DraftInput = {
  readonly text: string
  readonly format: Format
  readonly title?: string
  readonly source?: string
  readonly names?: NameGroup[]
  readonly engineVersion: string
  readonly contentHash: string
}

/** Why no draft could be made, in words for a learner where `message` is not null. */
export type DraftRefusal = { readonly code: string; readonly message: string | null }

type Steps<T> = Generator<GenerateStep, Result<T, DraftRefusal>>

const draftOf = (
  { source, engineVersion, contentHash }: DraftInput,
  { sentences }: Document,
  { document, facts, questions, aliases, skipped }: Generated,
): Draft => {
  const reasons = new Map(skipped.map(({ start, reason }) => [start, reason]))
  return {
    ...document,
    source: source ?? null,
    sentences: sentences.map(({ start, end }) => {
      const reason = reasons.get(start)
      return { start, end, ...(reason ? { skipped: reason } : {}) }
    }),
    ...{ facts, questions, aliases, engineVersion, contentHash },
  }
}

/** A document of which nothing is asked yet. */
const unasked = ({ title, language, words, text, sections }: Document): Generated => ({
  document: {
    title,
    language,
    words,
    text,
    sections: sections.map(({ heading, start, end }) => ({ heading, start, end })),
  },
  ...{ facts: [], questions: [], aliases: [], skipped: [] },
})

/** Reads a text and writes its questions, step by step; in another language than English none. */
export function* draftInSteps(input: DraftInput): Steps<Draft> {
  const { text, format, names } = input
  const given = { text, format, ...(input.title ? { title: input.title } : {}) }
  const read = readDocument({ ...given, anyLanguage: true })
  if (!read.ok) return read
  // No question can be written in it; it is kept for those that a person writes.
  if (read.value.language !== 'en') return ok(draftOf(input, read.value, unasked(read.value)))
  const generated = yield* generateInSteps({ ...given, ...(names ? { names } : {}) })
  if (!generated.ok) return generated
  const draft = draftOf(input, read.value, generated.value)
  return shown(draft).questions.length > 0 ? ok(draft) : err({ code: 'no-facts', message: null })
}

/** Reads a text and writes its questions. Takes seconds for a long text: keep it out of the request thread. */
export const makeDraft = (input: DraftInput): Result<Draft, DraftRefusal> => drained(draftInSteps(input))

/** A draft of what people wrote and reviewed for a text, instead of what the generator makes of it. */
export const reviewedDraft = (input: DraftInput, reviewed: unknown): Result<Draft, DraftRefusal> => {
  const { text, format, title, names = [] } = input
  const read = readDocument({ text, format, ...(title ? { title } : {}) })
  if (!read.ok) return read
  const written = reviewedFrom(read.value, names, reviewed)
  return written.ok ? ok(draftOf(input, read.value, written.value)) : written
}

/** Where a text that nobody has handed in before is going. */
export type NewTarget = { readonly setId: string; readonly documentId: string; readonly ownerId: string }

/** The same, down to the rows of a new set: what is left to the request thread is to insert them. */
export function* planInSteps(input: DraftInput, target: NewTarget): Steps<SetPlan> {
  const draft = yield* draftInSteps(input)
  return draft.ok ? ok(planSet(draft.value, nothingKnown, { ...target, idFor: () => newId() })) : draft
}
