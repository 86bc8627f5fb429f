import type { Draft, Surroundings } from '../draft.ts'

/** A check of one question: true where it fails. */
export type Lint = (draft: Draft, around: Surroundings) => boolean

/** A check of all questions of a document together: those that fail. */
export type SetLint = (drafts: readonly Draft[]) => Draft[]

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? []

/**
 * Whether a part stands in a text with neither letter nor digit beside it. Found by search, as compiling an expression for
 * every answer would be most of a document's cost.
 */
export const standsIn = (text: string, part: string): boolean => {
  if (part === '') return false
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length
    const joined = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))
    if (!joined && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) return true
  }
  return false
}

export const optionTexts = (draft: Draft): string[] => (draft.question.options ?? []).map((option) => option.text)

export const wrongTexts = (draft: Draft): string[] => optionTexts(draft).filter((text) => text !== draft.question.key)
