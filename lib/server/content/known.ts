import 'server-only'
import type { Tx } from '../db.ts'
import type { KnownFact, KnownQuestion } from './match.ts'
import type { Known } from './plan.ts'
import { questionHash } from './question-hash.ts'

/** Newest version of each, from rows in ascending order of version. */
const newest = <T>(rows: readonly T[], id: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [id(row), row])).values(),
]

const knownFacts = async (tx: Tx, setId: string): Promise<KnownFact[]> => {
  const rows = await tx.factVersion.findMany({
    where: { fact: { versions: { some: { items: { some: { setVersion: { setId } } } } } } },
    orderBy: { version: 'asc' },
  })
  return newest(rows, (row) => row.factId).map((row) => ({
    id: row.factId,
    version: row.version,
    documentVersionId: row.documentVersionId,
    statement: row.statement,
    kind: row.kind,
    start: row.quoteStart,
    end: row.quoteEnd,
    exact: row.quoteExact,
    attribution: row.attribution,
  }))
}

const knownQuestions = async (tx: Tx, setId: string): Promise<KnownQuestion[]> => {
  const ofSet = { versions: { some: { sets: { some: { setVersion: { setId } } } } } }
  const rows = await tx.questionVersion.findMany({ where: { question: ofSet }, orderBy: { version: 'asc' } })
  // Asked for by the set too: included, each question would cost two parameters, of which a statement bears a thousand.
  const links = await tx.questionFact.findMany({
    where: { question: { question: ofSet } },
    orderBy: { position: 'asc' },
  })
  const asked = new Map<string, typeof links>()
  for (const link of links) {
    const key = `${link.questionId} ${link.questionVersion}`
    asked.set(key, [...(asked.get(key) ?? []), link])
  }
  return newest(rows, (row) => row.questionId).map((row) => {
    const facts = asked.get(`${row.questionId} ${row.version}`) ?? []
    return {
      id: row.questionId,
      version: row.version,
      hash: questionHash({ ...row, facts }),
      form: row.form,
      stem: row.stem,
      factIds: facts.map(({ factId }) => factId),
    }
  })
}

/** What earlier versions of a set hold: every fact and question they ever showed, and the newest edition of the document. */
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
  return { version, edition, facts: await knownFacts(tx, setId), questions: await knownQuestions(tx, setId) }
}
