import { err, ok, type Result } from '#lib/base/index.ts'
import { generate, type NameGroup } from '#lib/questions/index.ts'
import { type Format, readDocument } from '#lib/source/index.ts'
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

/** Reads a text and writes its questions. Takes seconds for a long text: keep it out of the request thread. */
export const makeDraft = (input: DraftInput, onProgress?: (share: number) => void): Result<Draft, DraftRefusal> => {
  const { text, format, names, engineVersion, contentHash } = input
  const given = { text, format, ...(input.title ? { title: input.title } : {}) }
  const read = readDocument(given)
  if (!read.ok) return read
  const generated = generate({ ...given, ...(names ? { names } : {}) }, onProgress)
  if (!generated.ok) return generated
  const { document, facts, questions, aliases } = generated.value
  const draft: Draft = {
    ...document,
    source: input.source ?? null,
    sentences: read.value.sentences.map(({ start, end }) => ({ start, end })),
    facts,
    questions,
    aliases,
    engineVersion,
    contentHash,
  }
  return shown(draft).questions.length > 0 ? ok(draft) : err({ code: 'no-facts', message: null })
}

/** Where a text that nobody has handed in before is going. */
export type NewTarget = { readonly setId: string; readonly documentId: string; readonly ownerId: string }

/** The same, down to the rows of a new set: what is left to the request thread is to insert them. */
export const makePlan = (
  input: DraftInput,
  target: NewTarget,
  onProgress?: (share: number) => void,
): Result<SetPlan, DraftRefusal> => {
  const draft = makeDraft(input, onProgress)
  return draft.ok ? ok(planSet(draft.value, nothingKnown, { ...target, idFor: () => newId() })) : draft
}
