import 'server-only'
import { type ListRow, ROWS_MAX } from '#lib/lists/index.ts'
import type { Direction } from '#lib/log/index.ts'
import { db, type Tx, transaction } from '../db.ts'
import { enrol } from '../enrolment.ts'
import { Refusal } from '../errors.ts'
import { newId, sha256 } from '../ids.ts'
import { insertRows } from '../json-rows.ts'
import { hasMedia } from '../media.ts'
import { requireRoom } from '../room.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { hashed, keptLook, type Look, lookOf } from './look.ts'
import { keyFor } from './publish.ts'
import { cannotUse, checkedTitle, insertSetVersion } from './set-version.ts'

const SIDE_MAX = 500

/** A pair of a list, under the id of its fact. */
export type KnownRow = ListRow & {
  readonly factId: string
  /** SHA-256 of what stands beside its front. */
  readonly image: string | null
  readonly sound: string | null
}
export type OwnList = {
  readonly setId: string
  readonly version: number
  readonly title: string
  readonly language: string
  readonly directions: readonly Direction[]
  readonly rows: readonly KnownRow[]
  readonly shareKey: string | null
  readonly look: Look
}
export type SavedList = {
  readonly setId: string
  readonly version: number
  readonly facts: number
  readonly shareKey: string | null
}

const BOTH: readonly Direction[] = ['forward', 'backward']
const FACT = { id: 'text', ownerId: 'text', verdict: 'text', createdAt: 'instant' } as const
const FACT_VERSION = {
  ...({ factId: 'text', version: 'integer', statement: 'text', kind: 'text', language: 'text' } as const),
  ...({ rowFront: 'text', rowBack: 'text', rowImage: 'text', rowSound: 'text', createdAt: 'instant' } as const),
} as const
type GivenRow = DeskInput<'list'>['rows'][number]

const checkedRows = (given: readonly GivenRow[]): GivenRow[] => {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const rows = given
    .map((row) => ({ ...row, front: tidy(row.front), back: tidy(row.back) }))
    .filter(({ front, back }) => front !== '' || back !== '')
  const bad = rows.find(({ front, back }) => !front || !back || front.length > SIDE_MAX || back.length > SIDE_MAX)
  if (bad) throw cannotUse('rows', t('list.badRow', { row: `${bad.front} – ${bad.back}`.slice(0, 60) }))
  if (rows.length === 0) throw cannotUse('rows', t('list.empty'))
  if (rows.length > ROWS_MAX) throw cannotUse('rows', t('list.many'))
  return rows
}

/** The pairs of one's own list as they stand. Throws `not-found`, also where it is somebody else's. */
export const listOf = async (viewer: Viewer, setId: string, tx: Tx = db()): Promise<OwnList> => {
  const set = await tx.questionSet.findUnique({
    where: { id: setId },
    select: {
      ownerId: true,
      shareKey: true,
      documentId: true,
      tags: true,
      versions: { orderBy: { version: 'desc' }, take: 1 },
    },
  })
  authorise(viewer, 'change', { kind: 'set', ownerId: set?.ownerId ?? null, shared: false }, 'not-found')
  const newest = set?.versions[0]
  if (!set || !newest || set.documentId !== null || set.tags !== null) throw new Refusal('not-found')
  const facts = await tx.factVersion.findMany({ where: { items: { some: { setVersionId: newest.id } } } })
  const places = await tx.setItem.findMany({ where: { setVersionId: newest.id }, orderBy: { position: 'asc' } })
  const known = new Map(facts.map((fact) => [fact.factId, fact]))
  const rows = places.map(({ factId }) => {
    const row = known.get(factId)
    const beside = { image: row?.rowImage ?? null, sound: row?.rowSound ?? null }
    return { factId, front: row?.rowFront ?? '', back: row?.rowBack ?? '', ...beside }
  })
  const { version, title, language, directions } = newest
  return {
    ...{ setId, version, title, language, rows, shareKey: set.shareKey, look: keptLook(newest) },
    directions: (directions as Direction[] | null) ?? BOTH,
  }
}

type Version = { readonly setId: string; readonly version: number; readonly ownerId: string }

/** The rows of a list's next version: a pair that stayed keeps its fact, and its fact's version where its words stayed too. */
const insertVersion = async (
  tx: Tx,
  { setId, version, ownerId }: Version,
  input: DeskInput<'list'>,
  before: readonly KnownRow[],
) => {
  const rows = checkedRows(input.rows)
  const title = checkedTitle(input.title)
  const shown = rows.flatMap(({ image, sound }) => [image, sound].filter((one) => typeof one === 'string'))
  if (!(await hasMedia(tx, ownerId, shown))) throw cannotUse('rows', t('list.mediaGone'))
  const known = new Map(before.map((row) => [row.factId, row]))
  const versions = await tx.factVersion.findMany({
    where: { items: { some: { setVersion: { setId, version: version - 1 } } } },
    select: { factId: true, version: true },
  })
  const versionOf = new Map(versions.map((row) => [row.factId, row.version]))
  const now = new Date()
  const planned = rows.map(({ factId, front, back, image = null, sound = null }) => {
    const old = factId === null ? undefined : known.get(factId)
    if (old && factId !== null) known.delete(factId)
    const isSame = old?.front === front && old.back === back && old.image === image && old.sound === sound
    const last = old ? (versionOf.get(old.factId) ?? 0) : 0
    return {
      front,
      back,
      image,
      sound,
      isNew: !old,
      isSame,
      factId: old?.factId ?? newId(),
      version: isSame ? last : last + 1,
    }
  })
  const made = planned.filter(({ isNew }) => isNew)
  await insertRows(
    tx,
    'Fact',
    FACT,
    made.map(({ factId: id }) => ({ id, ownerId, verdict: 'accepted', createdAt: now })),
  )
  await insertRows(
    tx,
    'FactVersion',
    FACT_VERSION,
    planned
      .filter(({ isSame }) => !isSame)
      .map(({ factId, version: factVersion, front, back, image, sound }) => ({
        ...{ factId, version: factVersion, statement: `${front} – ${back}`, kind: 'row', language: input.language },
        ...{ rowFront: front, rowBack: back, rowImage: image, rowSound: sound, createdAt: now },
      })),
  )
  const { language, directions } = input
  const look = lookOf(input)
  const refs = planned.map((row) => [row.factId, row.version])
  const contentHash = sha256(JSON.stringify([title, directions, refs, ...hashed(look)]))
  const about = { setId, version, title, language, directions, aliases: [], contentHash, ...look }
  const facts = planned.map((row) => ({ id: row.factId, version: row.version }))
  await insertSetVersion(tx, ownerId, about, { documentVersionIds: [], facts, questions: [] })
  return { setId, version, facts: planned.length }
}

/**
 * Saves a list of pairs: a new one where `setId` is null, else the next version of one's own, made from the version that is
 * named. Throws `cannot-use` with the field that will not do, `conflict` where the list changed meanwhile, `not-found`, `no-room`.
 */
export const saveList = async (viewer: Viewer, input: DeskInput<'list'>): Promise<SavedList> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const ownerId = viewer.userId
  return transaction(async (tx) => {
    const before = input.setId === null ? null : await listOf(viewer, input.setId, tx)
    if (before && before.version !== input.version) throw new Refusal('conflict', t('list.changedMeanwhile'))
    const shareKey = keyFor(before?.shareKey ?? null, input.open)
    const setId = before?.setId ?? newId()
    if (before) await tx.questionSet.update({ where: { id: setId }, data: { shareKey } })
    else {
      await requireRoom(ownerId, JSON.stringify(input.rows).length, 1, tx)
      await tx.questionSet.create({ data: { id: setId, ownerId, visibility: 'private', shareKey } })
      await enrol(tx, ownerId, setId, new Date())
    }
    const at = { setId, version: (before?.version ?? 0) + 1, ownerId }
    return { ...(await insertVersion(tx, at, input, before?.rows ?? [])), shareKey }
  })
}
