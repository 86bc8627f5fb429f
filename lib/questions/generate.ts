import { ok, type Result } from '#lib/base/index.ts'
import { type Format, readDocument, type SourceRefusal } from '#lib/source/index.ts'
import type { Generated, GeneratedFact, GeneratedQuestion } from './types.ts'

/** Names of one thing: any of them is accepted for another. `type`, `partOf` and `role` sharpen the options. */
export type NameGroup = { names: string[]; type?: string; partOf?: string; role?: string }

export type GenerateInput = { text: string; format: Format; title?: string; names?: NameGroup[] }
export type GenerateRefusal = SourceRefusal

const YEAR = /\b(?:1[0-9]|20)\d\d\b/

/** Makes facts and questions from a text. `onProgress` gets the share done, 0–1. */
export const generate = (
  input: GenerateInput,
  onProgress?: (share: number) => void,
): Result<Generated, GenerateRefusal> => {
  const read = readDocument(input)
  if (!read.ok) return read
  const document = read.value
  const facts: GeneratedFact[] = []
  const questions: GeneratedQuestion[] = []
  const skipped: Generated['skipped'] = []
  for (const { start, end } of document.sentences) {
    const exact = document.text.slice(start, end)
    const year = YEAR.exec(exact)?.[0]
    if (!year) {
      skipped.push({ start, end, reason: 'no-fact' })
      continue
    }
    const id = `f${start.toString(36)}`
    facts.push({ id, statement: exact, quote: { start, end, exact }, kind: 'date', confidence: 0.5 })
    questions.push({
      id: `q${id}`,
      factId: id,
      factIds: [id],
      form: 'cloze',
      stem: exact.replace(year, '____ (year)'),
      key: year,
      accepted: [year],
      rationale: exact,
      tier: 'A',
      lints: [],
    })
  }
  onProgress?.(1)
  const { title, language, words, text, sections } = document
  const aliases = (input.names ?? []).map((group) => group.names)
  return ok({
    document: {
      title,
      language,
      words,
      text,
      sections: sections.map(({ heading, start, end }) => ({ heading, start, end })),
    },
    facts,
    questions,
    aliases,
    skipped,
  })
}
