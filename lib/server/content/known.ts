import 'server-only'
import type { Tx } from '../db.ts'
import type { KnownFact, KnownQuestion } from './match.ts'
import type { Known } from './plan.ts'
import { questionHash } from './question-hash.ts'

type Versioned = { readonly engineVersion: string | null }

/** Newest version of each, and the newest that no person wrote, from rows in ascending order of version. */
const newest = <T extends Versioned>(rows: readonly T[], id: (row: T) => string): { last: T; drafted: T }[] => {
  const found = new Map<string, { last: T; drafted: T }>()
  for (const row of rows) {
    const before = found.get(id(row))
    found.set(id(row), { last: row, drafted: row.engineVersion === null && before ? before.drafted : row })
  }
  return [...found.values()]
}

const knownFacts = async (tx: Tx, documentId: string): Promise<KnownFact[]> => {
  const rows = await tx.factVersion.findMany({
    where: { fact: { versions: { some: { documentVersion: { documentId } } } } },
    orderBy: { version: 'asc' },
  })
  return newest(rows, (row) => row.factId).map(({ last, drafted }) => {
    const { statement, kind, attribution, confidence } = last
    return {
      id: last.factId,
      version: last.version,
      documentVersionId: last.documentVersionId,
      statement: drafted.statement,
      kind: drafted.kind,
      start: last.quoteStart,
      end: last.quoteEnd,
      exact: last.quoteExact,
      attribution: drafted.attribution,
      reviewed: last.engineVersion === null ? { statement, kind, attribution, confidence } : null,
    }
  })
}

const knownQuestions = async (tx: Tx, documentId: string): Promise<KnownQuestion[]> => {
  const about = { versions: { some: { facts: { some: { fact: { documentVersion: { documentId } } } } } } }
  const rows = await tx.questionVersion.findMany({ where: { question: about }, orderBy: { version: 'asc' } })
  // Asked for by the text too: included, each question would cost two parameters, of which a statement bears a thousand.
  const links = await tx.questionFact.findMany({
    where: { question: { question: about } },
    orderBy: { position: 'asc' },
  })
  const asked = new Map<string, typeof links>()
  for (const link of links) {
    const key = `${link.questionId} ${link.questionVersion}`
    asked.set(key, [...(asked.get(key) ?? []), link])
  }
  const factsOf = ({ questionId, version }: (typeof rows)[number]) => asked.get(`${questionId} ${version}`) ?? []
  return newest(rows, (row) => row.questionId).map(({ last, drafted }) => {
    const { questionId, version, createdAt: _, ...row } = last
    const linksOfLast = factsOf(last).map(({ factId, factVersion }) => ({ factId, factVersion }))
    return {
      id: questionId,
      version,
      hash: questionHash({ ...drafted, facts: factsOf(drafted) }),
      form: drafted.form,
      stem: drafted.stem,
      factIds: factsOf(drafted).map(({ factId }) => factId),
      reviewed: last.engineVersion === null ? { row, links: linksOfLast } : null,
    }
  })
}

/** What is known of a set's text: every fact and question there ever was of it, and its newest edition. */
export const knownOf = async (tx: Tx, setId: string, documentId: string): Promise<Known> => {
  const setVersion = await tx.setVersion.findFirst({
    where: { setId },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  const edition = await tx.documentVersion.findFirst({
    where: { documentId },
    orderBy: { version: 'desc' },
    include: { sections: { orderBy: { position: 'asc' } } },
  })
  const version = setVersion?.version ?? 0
  return { version, edition, facts: await knownFacts(tx, documentId), questions: await knownQuestions(tx, documentId) }
}
