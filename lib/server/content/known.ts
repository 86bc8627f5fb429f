import 'server-only'
import type { Tx } from '../db.ts'
import { sha256 } from '../ids.ts'
import type { KnownFact, KnownQuestion } from './match.ts'

/** All that a learner sees of a question, and what it asks. */
export const questionHash = (seen: {
  form: string
  direction: string
  stem: string
  key: unknown
  accepted: unknown
  options?: unknown
  left?: unknown
  unit?: string | null
  rationale: string
  tier: string
  facts: readonly { factId: string; factVersion: number }[]
}): string => {
  const options = (seen.options ?? null) as { text: string; wrongBecause?: string }[] | null
  const { form, direction, stem, key, accepted, left = null, unit = null, rationale, tier } = seen
  return sha256(
    JSON.stringify([
      ...[form, direction, stem, key, accepted, options?.map((one) => [one.text, one.wrongBecause ?? null]) ?? null],
      ...[left, unit, rationale, tier, seen.facts.map(({ factId, factVersion }) => [factId, factVersion])],
    ]),
  )
}

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
  const rows = await tx.questionVersion.findMany({
    where: { question: { versions: { some: { sets: { some: { setVersion: { setId } } } } } } },
    include: { facts: { orderBy: { position: 'asc' } } },
    orderBy: { version: 'asc' },
  })
  return newest(rows, (row) => row.questionId).map((row) => ({
    id: row.questionId,
    version: row.version,
    hash: questionHash(row),
    form: row.form,
    stem: row.stem,
    factIds: row.facts.map(({ factId }) => factId),
  }))
}

export type KnownEdition = { id: string; version: number; sections: { id: string; start: number; end: number }[] }

/** What earlier versions of a set hold: every fact and question they ever showed, and the newest edition of the document. */
export const knownOf = async (tx: Tx, setId: string, documentId: string) => {
  const setVersion = await tx.setVersion.findFirst({ where: { setId }, orderBy: { version: 'desc' } })
  const edition = await tx.documentVersion.findFirst({
    where: { documentId },
    orderBy: { version: 'desc' },
    include: { sections: { orderBy: { position: 'asc' } } },
  })
  return { setVersion, edition, facts: await knownFacts(tx, setId), questions: await knownQuestions(tx, setId) }
}

export type Known = Awaited<ReturnType<typeof knownOf>>
/** Before the first version. */
export const nothingKnown: Known = { setVersion: null, edition: null, facts: [], questions: [] }
