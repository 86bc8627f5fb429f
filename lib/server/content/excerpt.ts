import type { PackDocumentRow, PackFactRow } from './pack-of.ts'

const GAP = '\n\n'

type Stretch = { start: number; end: number }

/** Stretches in order, those that touch or overlap as one. */
const merged = (stretches: readonly Stretch[]): Stretch[] => {
  const joined: Stretch[] = []
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** One document cut down to what is cited, each stretch a paragraph; `moved` says where an offset has gone. */
const cutDown = <D extends PackDocumentRow>(document: D, cited: readonly Stretch[]) => {
  const kept = merged(cited)
  let text = ''
  const places = new Map<Stretch, number>()
  const sections: PackDocumentRow['sections'] = []
  const sectionAt = ({ start }: Stretch) => document.sections.findLast((one) => one.start <= start && start < one.end)
  for (const stretch of kept) {
    const section = sectionAt(stretch)
    const open = sections.at(-1)
    if (section && open?.id !== section.id) {
      text += `${text === '' ? '' : GAP}${section.heading}`
      sections.push({ ...section, start: text.length - section.heading.length, end: text.length })
    }
    text += text === '' ? '' : GAP
    places.set(stretch, text.length)
    text += document.text.slice(stretch.start, stretch.end)
    const last = sections.at(-1)
    if (section && last) last.end = text.length
  }
  const moved = (offset: number): number => {
    const stretch = kept.findLast(({ start }) => start <= offset)
    return stretch ? (places.get(stretch) ?? 0) + offset - stretch.start : offset
  }
  return { document: { ...document, text, sections }, moved }
}

/** A set's texts with no more of each than the sentences that its facts cite, under their headings, and the facts moved to them. */
export const excerptOf = <D extends PackDocumentRow, F extends PackFactRow>(
  documents: readonly D[],
  facts: readonly F[],
): { readonly documents: D[]; readonly facts: F[] } => {
  const cut = documents.map((document) => {
    const cited = facts.flatMap(({ documentId, quoteStart, quoteEnd }) =>
      documentId === document.documentId && quoteStart !== null && quoteEnd !== null
        ? [{ start: quoteStart, end: quoteEnd }]
        : [],
    )
    return cutDown(document, cited)
  })
  const movedFor = new Map(cut.map(({ document, moved }) => [document.documentId, moved]))
  return {
    documents: cut.map(({ document }) => document),
    facts: facts.map((fact) => {
      const moved = movedFor.get(fact.documentId ?? '')
      const { quoteStart, quoteEnd } = fact
      if (!moved || quoteStart === null || quoteEnd === null) return fact
      const start = moved(quoteStart)
      return { ...fact, quoteStart: start, quoteEnd: start + quoteEnd - quoteStart }
    }),
  }
}
