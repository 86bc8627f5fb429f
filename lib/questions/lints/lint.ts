import type { Draft, Surroundings } from '../draft.ts'

/** A check of one question: true where it fails. */
export type Lint = (draft: Draft, around: Surroundings) => boolean

/** A check of all questions of a document together: those that fail. */
export type SetLint = (drafts: readonly Draft[]) => Draft[]

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? []

export const optionTexts = (draft: Draft): string[] => (draft.question.options ?? []).map((option) => option.text)

export const wrongTexts = (draft: Draft): string[] => optionTexts(draft).filter((text) => text !== draft.question.key)
