import type { Pack, PackFact } from './pack.ts'

const BY_PACK = new WeakMap<Pack, Map<string, string>>()

type Spanned = { fact: PackFact; documentId: string; start: number; end: number }

const sentencesIn = (pack: Pack): Map<string, string> => {
  const spanned = pack.facts.flatMap((fact): Spanned[] =>
    fact.source.kind === 'span' ? [{ fact, ...fact.source }] : [],
  )
  spanned.sort((a, b) => (a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : a.start - b.start))
  const sentences = new Map<string, string>()
  let open = { documentId: '', start: 0, end: 0 }
  for (const { fact, documentId, start, end } of spanned) {
    const overlaps = open.documentId === documentId && start < open.end
    open = overlaps ? { ...open, end: Math.max(open.end, end) } : { documentId, start, end }
    sentences.set(fact.id, `${open.documentId} ${open.start}`)
  }
  return sentences
}

/** A name for the sentence that states a fact, the same for facts whose quotes overlap; null for a row. */
export const sentenceOf = (pack: Pack, factId: string): string | null => {
  const known = BY_PACK.get(pack) ?? sentencesIn(pack)
  BY_PACK.set(pack, known)
  return known.get(factId) ?? null
}
