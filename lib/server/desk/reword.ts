import 'server-only'
import type { GeneratedQuestion } from '#lib/questions/index.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { engineVersion } from '../generator/engine-version.ts'
import { draftInThread } from '../generator/run.ts'
import { newId, sha256 } from '../ids.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { deskOf } from './read.ts'

const STATEMENT_MAX = 600

/** A statement with its spaces in order. Throws `cannot-use`. */
export const checkedStatement = (given: string): string => {
  const statement = given.normalize('NFC').replace(/\s+/g, ' ').trim()
  const words =
    statement === '' ? t('desk.problemEmpty') : statement.length > STATEMENT_MAX ? t('desk.problemLong') : null
  if (words) throw new Refusal('cannot-use', words, { fields: { statement: words } })
  return statement
}

/** What the generator asks of a statement that stands by itself, as far as it is fit for review. */
export const questionsFor = async (viewer: Viewer, statement: string, title: string): Promise<GeneratedQuestion[]> => {
  const input = { text: statement, format: 'text' as const, title }
  const made = { ...input, engineVersion: engineVersion(), contentHash: sha256(statement) }
  const outcome = await draftInThread(made, viewer.userId, () => {}, new AbortController().signal)
  if (!outcome.ok) return []
  return outcome.value.questions.filter(({ tier, factIds }) => tier !== 'C' && factIds.length === 1)
}

type Asked = { readonly factId: string; readonly version: number; readonly language: string }

/** Adds questions that ask a fact alone. */
export const insertQuestions = async (
  tx: Tx,
  ownerId: string,
  questions: readonly GeneratedQuestion[],
  fact: Asked,
): Promise<void> => {
  for (const question of questions) await insert(tx, ownerId, question, fact)
}

const insert = async (tx: Tx, ownerId: string, question: GeneratedQuestion, fact: Asked) => {
  const questionId = newId()
  const { form, stem, key, accepted, options, unit, rationale, tier, lints } = question
  await tx.question.create({ data: { id: questionId, ownerId } })
  await tx.questionVersion.create({
    data: {
      ...{ questionId, version: 1, form, direction: 'forward', stem, key, accepted, rationale, tier, lints },
      ...{
        language: fact.language,
        unit: unit ?? null,
        engineVersion: engineVersion(),
        ...(options ? { options } : {}),
      },
      facts: { create: [{ position: 0, factId: fact.factId, factVersion: fact.version }] },
    },
  })
}

/**
 * Words a fact anew: it keeps its place in the text, its id and what learners know of it. Its questions are written anew from the
 * new words, but for those that a person worded; the old ones are left out, and can be switched on again. Throws `not-found`,
 * `cannot-use`, `conflict` where the fact changed meanwhile.
 */
export const rewordFact = async (viewer: Viewer, input: DeskInput<'reword'>): Promise<void> => {
  const statement = checkedStatement(input.statement)
  const desk = await deskOf(viewer, input.setId)
  if (!desk.facts.some(({ id }) => id === input.factId)) throw new Refusal('not-found')
  const questions = await questionsFor(viewer, statement, desk.edition.title)
  await transaction(async (tx) => {
    const { facts } = await deskOf(viewer, input.setId, tx)
    const fact = facts.find(({ id }) => id === input.factId)
    if (!fact || fact.version !== input.version) throw new Refusal('conflict', t('desk.changedMeanwhile'))
    const newest = await tx.factVersion.findUniqueOrThrow({
      where: { factId_version: { factId: fact.id, version: fact.version } },
      omit: { createdAt: true, slots: true },
    })
    const version = fact.version + 1
    await tx.factVersion.create({ data: { ...newest, version, statement, engineVersion: null } })
    const alone = fact.questions.filter(({ factIds, byHand }) => factIds.length === 1 && !byHand)
    await tx.question.updateMany({ where: { id: { in: alone.map(({ id }) => id) } }, data: { asked: false } })
    await insertQuestions(tx, viewer.userId, questions, { ...newest, version })
  })
}
