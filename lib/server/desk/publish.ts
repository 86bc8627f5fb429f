import 'server-only'
import { randomBytes } from 'node:crypto'
import { type DeskFact, published } from '#lib/desk/index.ts'
import { Prisma } from '#lib/generated/sqlite/client.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../ids.ts'
import { readRules } from '../installation.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { hashed, lookOf } from './look.ts'
import { deskOf } from './read.ts'
import { checkedTitle, insertSetVersion } from './set-version.ts'

const KEY_BYTES = 12

export type Published = {
  readonly version: number
  /** Whether anything that is asked has changed by it. */
  readonly changed: boolean
  readonly facts: number
  readonly questions: number
  readonly shareKey: string | null
}

/** The questions of some facts, each once, and none that asks a fact which is left out. */
const questionsOf = (facts: readonly DeskFact[]) => {
  const shown = new Set(facts.map(({ id }) => id))
  return facts.flatMap(({ questions }) => questions).filter(({ factIds }) => factIds.every((id) => shown.has(id)))
}

/** The key of a set's link: the one it has, else a new one; none where it is private. */
export const keyFor = (shareKey: string | null, open: DeskInput<'publish'>['open']): string | null =>
  open === 'private' ? null : (shareKey ?? randomBytes(KEY_BYTES).toString('base64url'))

/**
 * Publishes what the viewer has judged as the next version of their set, and opens it to those they chose. Where nothing of it
 * changed, the version stays. Throws `not-found`; `cannot-use` where nothing would be asked, or the title will not do.
 */
export const publishSet = async (viewer: Viewer, input: DeskInput<'publish'>): Promise<Published> =>
  transaction((tx) => publishIn(tx, viewer, input))

/** The same within a transaction that goes on. */
export const publishIn = async (
  tx: Tx,
  viewer: Viewer,
  input: DeskInput<'publish'>,
  { mayAskNothing = false } = {},
): Promise<Published> => {
  const desk = await deskOf(viewer, input.setId, tx)
  const { set, edition } = desk
  const title = checkedTitle(input.title)
  if (input.open === 'public' && !(await readRules(tx)).library) throw new Refusal('not-allowed')
  const chosen = published(desk.facts, input)
  const questions = questionsOf(chosen)
  const asked = new Set(questions.flatMap(({ factIds }) => factIds))
  const facts = chosen.filter(({ id }) => asked.has(id))
  if (facts.length === 0 && !mayAskNothing) throw new Refusal('cannot-use', t('desk.nothingToPublish'))
  const refs = [facts, questions].map((rows) => rows.map(({ id, version }) => [id, version]))
  const look = lookOf(input)
  const contentHash = sha256(JSON.stringify([edition.id, title, input.excerpts, ...refs, ...hashed(look)]))
  const changed = contentHash !== set.contentHash
  if (changed) {
    const next = { setId: set.id, version: set.version + 1, title, contentHash, excerpts: input.excerpts, ...look }
    const about = { ...next, language: edition.language, aliases: set.aliases as object }
    await insertSetVersion(tx, viewer.userId, about, { documentVersionIds: [edition.id], facts, questions })
  }
  const shareKey = keyFor(set.shareKey, input.open)
  await tx.questionSet.update({
    where: { id: set.id },
    data: {
      ...{ shareKey, onlyAccepted: input.onlyAccepted, visibility: input.open === 'public' ? 'public' : 'private' },
      forms: input.forms ?? Prisma.DbNull,
    },
  })
  const counts = { facts: facts.length, questions: questions.length }
  return { version: set.version + (changed ? 1 : 0), changed, ...counts, shareKey }
}
