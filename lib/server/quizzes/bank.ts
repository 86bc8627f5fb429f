import 'server-only'
import type { Pack, PackFact, PackQuestion } from '#lib/session/index.ts'
import { excerptOf } from '../content/excerpt.ts'

const quoted = (fact: PackFact) => {
  const { source } = fact
  const span = source.kind === 'span' ? source : null
  return {
    ...{ fact, factId: fact.id, version: fact.version, statement: fact.statement, sectionId: fact.sectionId },
    ...{ documentId: span?.documentId ?? null, quoteStart: span?.start ?? null, quoteEnd: span?.end ?? null },
    ...{ quoteExact: span?.exact ?? null, rowFront: null, rowBack: null },
  }
}

/**
 * All that a quiz of these questions may ask, with what they cite and no more of the texts: immutable, whatever becomes of the
 * set. Questions in the order given.
 */
export const bankOf = (pack: Pack, questions: readonly PackQuestion[]): Pack => {
  const asked = new Set(questions.flatMap(({ factIds }) => factIds))
  const facts = pack.facts.filter(({ id }) => asked.has(id))
  const documents = pack.documents.map((document) => ({ ...document, documentId: document.id }))
  const cut = excerptOf(documents, facts.map(quoted))
  const cited = new Set(facts.flatMap(({ source }) => (source.kind === 'span' ? [source.documentId] : [])))
  return {
    ...pack,
    documents: cut.documents
      .filter(({ id }) => cited.has(id))
      .map(({ id, title, source, text, sections }) => ({ id, title, source, text, sections })),
    facts: cut.facts.map(({ fact, quoteStart, quoteEnd }) =>
      fact.source.kind === 'span' && quoteStart !== null && quoteEnd !== null
        ? { ...fact, source: { ...fact.source, start: quoteStart, end: quoteEnd } }
        : fact,
    ),
    questions: [...questions],
  }
}
