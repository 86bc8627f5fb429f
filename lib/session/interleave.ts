import type { Candidate } from './pool.ts'

/** How far a question may be brought forward: within what is asked in one sitting, where the order matters little. */
const REACH = 20

type Placed = { candidate: Pick<Candidate, 'pack' | 'fact'> }

const placeOf = ({ candidate: { pack, fact } }: Placed): { document: string; section: string } => {
  const document = fact.source.kind === 'span' ? fact.source.documentId : pack.setId
  return { document, section: `${document} ${fact.sectionId ?? ''}` }
}

/**
 * The same picks with neighbours from different documents, or at least from different sections, where one of the next few
 * is: what is told apart is learnt better than what comes in a row. The first stays first.
 */
export const interleaved = <T extends Placed>(picks: readonly T[]): T[] => {
  const left = [...picks]
  const ordered: T[] = []
  while (left.length > 0) {
    const last = ordered.at(-1)
    const from = last ? placeOf(last) : null
    const near = left.slice(0, REACH).map(placeOf)
    const other = near.findIndex(({ document }) => document !== from?.document)
    const elsewhere = other >= 0 ? other : near.findIndex(({ section }) => section !== from?.section)
    ordered.push(...left.splice(Math.max(0, elsewhere), 1))
  }
  return ordered
}
