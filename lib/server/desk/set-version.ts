import 'server-only'
import type { Prisma } from '#lib/generated/sqlite/client.ts'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { insertRows } from '../json-rows.ts'
import { repack } from '../packs.ts'
import { t } from '../words.ts'

const TITLE_MAX = 200
const SET_ITEM = { setVersionId: 'text', position: 'integer', factId: 'text', factVersion: 'integer' } as const
const SET_QUESTION = {
  ...({ setVersionId: 'text', position: 'integer' } as const),
  ...({ questionId: 'text', questionVersion: 'integer' } as const),
} as const

/** What a field is refused for, said beside it. */
export const cannotUse = (field: string, words: string): Refusal =>
  new Refusal('cannot-use', words, { fields: { [field]: words } })

/** A title with its spaces in order. Throws `cannot-use`. */
export const checkedTitle = (given: string): string => {
  const title = given.replace(/\s+/g, ' ').trim()
  if (title === '') throw cannotUse('title', t('desk.problemEmpty'))
  if (title.length > TITLE_MAX) throw cannotUse('title', t('desk.problemLong'))
  return title
}

type Ref = { readonly id: string; readonly version: number }
export type SetContent = {
  readonly documentVersionIds: readonly string[]
  readonly facts: readonly Ref[]
  readonly questions: readonly Ref[]
}
type About = Omit<Prisma.SetVersionUncheckedCreateInput, 'id' | 'packHash' | 'items' | 'questions' | 'documents'>

/** Adds a version to a set, with what it shows in order. */
export const insertSetVersion = async (tx: Tx, ownerId: string, about: About, content: SetContent): Promise<void> => {
  const setVersionId = newId()
  await tx.setVersion.create({ data: { ...about, id: setVersionId, packHash: '' } })
  await tx.setDocument.createMany({
    data: content.documentVersionIds.map((documentVersionId, position) => ({
      setVersionId,
      position,
      documentVersionId,
    })),
  })
  const items = content.facts.map(({ id, version }, position) => ({
    ...{ setVersionId, position, factId: id, factVersion: version },
  }))
  await insertRows(tx, 'SetItem', SET_ITEM, items)
  const asked = content.questions.map(({ id, version }, position) => ({
    ...{ setVersionId, position, questionId: id, questionVersion: version },
  }))
  await insertRows(tx, 'SetQuestion', SET_QUESTION, asked)
  await repack(tx, [setVersionId], ownerId)
}
