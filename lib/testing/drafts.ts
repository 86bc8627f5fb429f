import type { GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import type { Draft } from '#lib/server/content/draft.ts'
import { publish } from '#lib/server/content/publish.ts'
import { db, transaction } from '#lib/server/db.ts'
import { enrol } from '#lib/server/enrolment.ts'
import { newId, sha256 } from '#lib/server/ids.ts'

/** A line of a fixture's text: what it states, which of its words are asked for. */
export type Line = { readonly text: string; readonly answer: string }

export const harbourLines: readonly Line[] = [
  { text: 'The harbour of Anset opened in 1702.', answer: '1702' },
  { text: 'Its lock was built by Marta Quill.', answer: 'Marta Quill' },
  { text: 'The first dredger, Heron, sank in 1744.', answer: 'Heron' },
  { text: 'Twelve cranes stood on the quay by 1810.', answer: 'Twelve' },
  { text: 'A fire closed the rope walk in 1833.', answer: '1833' },
  { text: 'The ferry to Loe was ended in 1921.', answer: 'Loe' },
]

const factOf = ({ text }: Line, index: number, start: number): GeneratedFact => ({
  id: `f${index}`,
  statement: text,
  quote: { start, end: start + text.length, exact: text },
  kind: 'event',
  confidence: 0.9,
})

const questionOf = ({ text, answer }: Line, index: number): GeneratedQuestion => ({
  id: `q${index}`,
  factId: `f${index}`,
  factIds: [`f${index}`],
  form: 'cloze',
  stem: text.replace(answer, '____'),
  key: answer,
  accepted: [answer],
  rationale: text,
  tier: 'A',
  lints: [],
})

/** A draft as the generator would leave it: a fact and a cloze for each line, two sections. */
export const draftOf = (lines: readonly Line[], change: Partial<Draft> = {}): Draft => {
  const text = lines.map((line) => line.text).join(' ')
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.text.length + 1, 0))
  const middle = starts[Math.floor(lines.length / 2)] ?? 0
  return {
    title: 'The harbour of Anset',
    source: null,
    language: 'en',
    text,
    words: text.split(' ').length,
    sections: [
      { heading: 'Early days', start: 0, end: middle },
      { heading: 'Later', start: middle, end: text.length },
    ],
    sentences: lines.map((line, index) => ({
      start: starts[index] ?? 0,
      end: (starts[index] ?? 0) + line.text.length,
    })),
    facts: lines.map((line, index) => factOf(line, index, starts[index] ?? 0)),
    questions: lines.map(questionOf),
    aliases: [['Anset', 'Port Anset']],
    engineVersion: 'test',
    contentHash: sha256(text),
    ...change,
  }
}

/** As many lines as wanted, each about another thing. */
export const manyLines = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => ({
    text: `Ship number ${n} was built in ${1500 + n}.`,
    answer: `${1500 + n}`,
  }))

export type TestSet = {
  readonly setId: string
  readonly documentId: string
  readonly factIds: string[]
  readonly version: number
}

/** Publishes the next version of a set. */
export const publishDraft = async (
  draft: Draft,
  at: { setId: string; documentId: string; ownerId: string | null },
): Promise<TestSet> => {
  const { version } = await transaction((tx) => publish(tx, draft, { ...at, idFor: () => newId() }, new Date()))
  const items = await db().setItem.findMany({
    where: { setVersion: { setId: at.setId, version } },
    orderBy: { position: 'asc' },
  })
  return { setId: at.setId, documentId: at.documentId, factIds: items.map(({ factId }) => factId), version }
}

/** A new set from a draft, in which `enrolled` are enrolled. */
export const newSet = async (
  { ownerId = null, visibility = 'public' }: { ownerId?: string | null; visibility?: 'public' | 'private' },
  enrolled: readonly string[] = [],
  draft: Draft = draftOf(harbourLines),
): Promise<TestSet> => {
  const [setId, documentId] = [newId(), newId()]
  await db().document.create({ data: { id: documentId, ownerId } })
  await db().questionSet.create({ data: { id: setId, documentId, ownerId, visibility } })
  const set = await publishDraft(draft, { setId, documentId, ownerId })
  for (const userId of enrolled) await enrol(db(), userId, setId, new Date())
  return set
}
