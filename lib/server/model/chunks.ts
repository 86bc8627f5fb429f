import type { Written } from '#lib/questions/index.ts'

export type Span = { readonly start: number; readonly end: number }

/** English has about four characters a token. */
const CHARACTERS_A_TOKEN = 4

/**
 * A document cut into parts of at most so many tokens, at the ends of sentences; a new section begins a new part unless the
 * one before is still short. A sentence longer than a part is left out.
 */
export const chunksOf = ({ document: { sentences } }: Pick<Written, 'document'>, tokensMax: number): Span[] => {
  const most = tokensMax * CHARACTERS_A_TOKEN
  const chunks: { start: number; end: number; section: number }[] = []
  for (const { start, end, section } of sentences) {
    if (end - start > most) continue
    const open = chunks.at(-1)
    const turns = open && open.section !== section && open.end - open.start > most / 3
    if (open && !turns && end - open.start <= most) {
      open.end = end
      open.section = section
    } else chunks.push({ start, end, section })
  }
  return chunks.map(({ start, end }) => ({ start, end }))
}
