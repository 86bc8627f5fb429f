import 'server-only'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { offeredBy, type Recipe, recipeOf } from './compose.ts'
import type { DeskInput } from './input.ts'
import { checkedStatement, insertQuestions, questionsFor } from './reword.ts'
import { cannotUse } from './set-version.ts'
import { insertReworded } from './write.ts'

/** What a set offers by an id, as it is taken in; what stands in its place is found by its own id too. */
const offeredFact = async (tx: Tx, viewer: Viewer, recipe: Recipe, factId: string) => {
  const { parts, own } = await offeredBy(tx, viewer, recipe)
  const found = [...own.facts.values(), ...parts.flatMap(({ facts }) => facts)].find(({ id }) => id === factId)
  if (!found) throw new Refusal('not-found')
  return tx.factVersion.findUniqueOrThrow({
    where: { factId_version: { factId, version: found.version } },
    omit: { createdAt: true, slots: true },
    include: { fact: { select: { ownerId: true } } },
  })
}

const putInPlace = (tx: Tx, { setId, instead }: Recipe, id: string, own: string) =>
  tx.questionSet.update({ where: { id: setId }, data: { instead: { ...instead, [id]: own } } })

/**
 * Words a fact of somebody else's anew for one's own set: a fact of one's own takes its place there, with questions written from
 * the new words. From then on the two are remembered apart. Throws `not-found`, `cannot-use`.
 */
export const rewordCopied = async (viewer: Viewer, input: DeskInput<'rewordCopied'>): Promise<void> => {
  const statement = checkedStatement(input.statement)
  const questions = await questionsFor(viewer, statement, '')
  if (questions.length === 0) throw cannotUse('statement', t('compose.noQuestion'))
  await transaction(async (tx) => {
    const recipe = await recipeOf(viewer, input.setId, tx)
    const { fact, ...before } = await offeredFact(tx, viewer, recipe, input.factId)
    const isMine = Object.values(recipe.instead).includes(before.factId)
    // One's own facts are worded at the desk of their text, for every set that shows them.
    if ((fact.ownerId === viewer.userId && !isMine) || before.documentVersionId === null)
      throw new Refusal('bad-request')
    const next = isMine ? { factId: before.factId, version: before.version + 1 } : { factId: newId(), version: 1 }
    if (!isMine) {
      const judged = { verdict: 'accepted', judgedAt: new Date() }
      await tx.fact.create({ data: { id: next.factId, ownerId: viewer.userId, ...judged } })
      await putInPlace(tx, recipe, before.factId, next.factId)
    } else
      await tx.question.updateMany({
        where: { ownerId: viewer.userId, versions: { some: { facts: { some: { factId: before.factId } } } } },
        data: { asked: false },
      })
    await tx.factVersion.create({ data: { ...before, ...next, statement, engineVersion: null } })
    await insertQuestions(tx, viewer.userId, questions, { ...next, language: before.language })
  })
}

/**
 * Words a question of somebody else's anew for one's own set: a question of one's own takes its place there, about the same fact,
 * so that it is remembered as one. Throws `not-found`, `cannot-use`.
 */
export const wordCopied = async (viewer: Viewer, input: DeskInput<'wordCopied'>): Promise<void> =>
  transaction(async (tx) => {
    const recipe = await recipeOf(viewer, input.setId, tx)
    const { parts, own } = await offeredBy(tx, viewer, recipe)
    const all = [...own.questions, ...parts.flatMap(({ questions }) => questions)]
    const found = all.find(({ id }) => id === input.questionId)
    if (!found) throw new Refusal('not-found')
    const before = await tx.questionVersion.findUniqueOrThrow({
      where: { questionId_version: { questionId: found.id, version: found.version } },
      include: { facts: { orderBy: { position: 'asc' } }, question: { select: { ownerId: true } } },
    })
    const isMine = before.question.ownerId === viewer.userId
    const next = isMine ? { questionId: found.id, version: before.version + 1 } : { questionId: newId(), version: 1 }
    // As with facts.
    if (isMine && !Object.values(recipe.instead).includes(found.id)) throw new Refusal('bad-request')
    if (!isMine) {
      await tx.question.create({ data: { id: next.questionId, ownerId: viewer.userId, asked: true } })
      await putInPlace(tx, recipe, found.id, next.questionId)
    }
    await insertReworded(tx, next, input, before)
  })
