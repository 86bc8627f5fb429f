import 'server-only'
import { composed, type Part } from '#lib/desk/index.ts'
import { Prisma } from '#lib/generated/sqlite/client.ts'
import { db, type Tx, transaction } from '../db.ts'
import { enrol } from '../enrolment.ts'
import { Refusal } from '../errors.ts'
import { newId, sha256 } from '../ids.ts'
import { readRules } from '../installation.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { isOpen } from '../withheld.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { hashed, keptLook, lookOf } from './look.ts'
import { aliasesOf, contentOf, type PartRef, replacedBy, taggedOf, textsOf } from './parts.ts'
import { keyFor, type Published } from './publish.ts'
import { cannotUse, checkedTitle, insertSetVersion } from './set-version.ts'

/** What a set of one's own that is put together of others was made from. */
export type Recipe = {
  readonly setId: string
  readonly parts: readonly PartRef[]
  readonly tags: readonly string[]
  readonly leftOut: readonly string[]
  /** By id of what somebody else wrote, what its owner put in its place. */
  readonly instead: Readonly<Record<string, string>>
  readonly forms: readonly string[] | null
  readonly visibility: 'private' | 'public'
  readonly shareKey: string | null
  /** Its newest version; 0 while there is none. */
  readonly version: number
  readonly contentHash: string
  readonly learners: number
}

/** Throws `not-found`, also where it is somebody else's or not put together of others. */
export const recipeOf = async (viewer: Viewer, setId: string, tx: Tx = db()): Promise<Recipe> => {
  const set = await tx.questionSet.findUnique({
    where: { id: setId },
    include: {
      parts: { orderBy: { position: 'asc' } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true, contentHash: true } },
      _count: { select: { enrolments: { where: { userId: { not: viewer.userId } } } } },
    },
  })
  authorise(viewer, 'change', { kind: 'set', ownerId: set?.ownerId ?? null, shared: false }, 'not-found')
  if (!set || set.tags === null) throw new Refusal('not-found')
  const { parts, tags, leftOut, instead, forms, visibility, shareKey, versions, _count } = set
  return {
    setId,
    parts: parts.map((part) => ({
      setId: part.partId,
      version: part.version,
      sections: part.sections as string[] | null,
    })),
    tags: tags as string[],
    leftOut: (leftOut ?? []) as string[],
    instead: (instead ?? {}) as Record<string, string>,
    ...{ forms: forms as string[] | null, visibility, shareKey, learners: _count.enrolments },
    ...{ version: versions[0]?.version ?? 0, contentHash: versions[0]?.contentHash ?? '' },
  }
}

/** The version of a set that may be taken in as it is now. Throws `not-found` where the viewer may not study it. */
const newestFor = async (tx: Tx, viewer: Viewer, setId: string): Promise<number> => {
  const set = await tx.questionSet.findUnique({
    where: { id: setId },
    select: {
      ...{ ownerId: true, visibility: true, takenDownAt: true, tags: true },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
      enrolments: { where: { userId: viewer.userId }, select: { setId: true } },
    },
  })
  const newest = set?.versions[0]
  if (!set || !newest) throw new Refusal('not-found')
  const shared = await isOpen(set, set.enrolments.length > 0)
  authorise(viewer, 'read', { kind: 'set', ownerId: set.ownerId, shared }, 'not-found')
  return newest.version
}

type Ask = Pick<DeskInput<'compose'>, 'parts' | 'takeOver'>

/** The parts that are asked for: those that were there at the version that was taken in, unless they are to be taken over. */
const refsFor = async (tx: Tx, viewer: Viewer, { parts, takeOver }: Ask, before: Recipe | null): Promise<PartRef[]> => {
  const refs: PartRef[] = []
  for (const { setId, sections } of parts) {
    if (setId === before?.setId) throw cannotUse('parts', t('compose.itself'))
    const known = takeOver.includes(setId) ? undefined : before?.parts.find((part) => part.setId === setId)
    refs.push({ setId, sections, version: known?.version ?? (await newestFor(tx, viewer, setId)) })
  }
  return refs
}

/** Everything that parts and tags offer, and what of it somebody put in the place of something else. */
export const offeredBy = async (
  tx: Tx,
  viewer: Viewer,
  { parts, tags, instead }: Pick<Recipe, 'parts' | 'tags' | 'instead'>,
) => {
  const own = await replacedBy(tx, instead)
  const offered: Part[] = []
  for (const part of parts) offered.push(await contentOf(tx, part))
  return { parts: [...offered, ...(await taggedOf(tx, viewer, tags))], own }
}

/** Whether no more than what is cited may be shown of some parts: their owner shared no more, or has since taken the rest back. */
const isCutDown = async (tx: Tx, viewer: Viewer, parts: readonly PartRef[]): Promise<boolean> => {
  for (const { setId, version } of parts) {
    const row = await tx.setVersion.findFirst({
      where: { setId, version: { gte: version }, excerpts: true, set: { ownerId: { not: viewer.userId } } },
      select: { id: true },
    })
    if (row) return true
  }
  return false
}

/** The language of the first part, and which sides of a pair are asked where all lists among the parts agree on that. */
const spokenBy = async (tx: Tx, parts: readonly PartRef[]) => {
  const versions = await Promise.all(
    parts.map(({ setId, version }) => tx.setVersion.findUnique({ where: { setId_version: { setId, version } } })),
  )
  const language = versions[0]?.language ?? 'en'
  const asked = versions.flatMap((one) => one?.directions ?? [])
  const sides = versions.flatMap((one) => (one?.directions ? [JSON.stringify(one.directions)] : []))
  return new Set(sides).size === 1 ? { language, directions: [...new Set(asked)] as string[] } : { language }
}

const store = async (
  tx: Tx,
  setId: string,
  input: DeskInput<'compose'>,
  refs: readonly PartRef[],
  shareKey: string | null,
) => {
  await tx.questionSet.update({
    where: { id: setId },
    data: {
      ...{ shareKey, visibility: input.open === 'public' ? 'public' : 'private', tags: input.tags },
      ...{ forms: input.forms ?? Prisma.DbNull, leftOut: input.leftOut },
    },
  })
  await tx.setPart.deleteMany({ where: { setId } })
  await tx.setPart.createMany({
    data: refs.map(({ setId: partId, version, sections }, position) => ({
      ...{ setId, position, partId, version, sections: sections === null ? Prisma.DbNull : [...sections] },
    })),
  })
}

/**
 * Publishes a set that is put together of others, a new one where `setId` is null. A part stays at the version that was taken in
 * until it is taken over. Throws `not-found`, `conflict` where the set changed meanwhile, `cannot-use` where nothing would be asked.
 */
export const saveComposed = async (
  viewer: Viewer,
  input: DeskInput<'compose'>,
): Promise<Published & { setId: string }> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  return transaction((tx) => composeIn(tx, viewer, input))
}

/** The same within a transaction that goes on. */
export const composeIn = async (tx: Tx, viewer: Viewer, input: DeskInput<'compose'>) => {
  const before = input.setId === null ? null : await recipeOf(viewer, input.setId, tx)
  if (before && before.version !== input.version) throw new Refusal('conflict', t('compose.changedMeanwhile'))
  if (input.open === 'public' && !(await readRules(tx)).library) throw new Refusal('not-allowed')
  const title = checkedTitle(input.title)
  const parts = await refsFor(tx, viewer, input, before)
  const { instead = {} } = before ?? {}
  const { parts: offered, own } = await offeredBy(tx, viewer, { parts, tags: input.tags, instead })
  const leftOut = new Set([...input.leftOut, ...Object.keys(instead).filter((id) => !own.facts.has(id))])
  const { facts, questions } = composed([...offered, { sections: null, facts: [], questions: own.questions }], {
    ...{ forms: input.forms, leftOut, instead: own.facts },
  })
  if (facts.length === 0) throw cannotUse('parts', t('compose.nothing'))
  const excerpts = input.excerpts || (await isCutDown(tx, viewer, parts))
  const look = lookOf(input)
  const refs = [facts, questions].map((rows) => rows.map(({ id, version }) => [id, version]))
  const contentHash = sha256(JSON.stringify(['composed', title, excerpts, ...refs, ...hashed(look)]))
  const setId = before?.setId ?? newId()
  const shareKey = keyFor(before?.shareKey ?? null, input.open)
  if (!before) {
    await tx.questionSet.create({ data: { id: setId, ownerId: viewer.userId, visibility: 'private', tags: [] } })
    await enrol(tx, viewer.userId, setId, new Date())
  }
  await store(tx, setId, input, parts, shareKey)
  const changed = contentHash !== before?.contentHash
  const version = (before?.version ?? 0) + (changed ? 1 : 0)
  if (changed) {
    const about = { setId, version, title, contentHash, excerpts, ...look, ...(await spokenBy(tx, parts)) }
    const aliases = await aliasesOf(tx, parts)
    const content = { documentVersionIds: textsOf(facts), facts, questions }
    await insertSetVersion(tx, viewer.userId, { ...about, aliases }, content)
  }
  return { setId, version, changed, facts: facts.length, questions: questions.length, shareKey }
}

/** Makes somebody's shared set one's own: the same facts, to be changed at will. Throws `not-found`. */
export const copyShared = async (viewer: Viewer, shareKey: string): Promise<{ readonly setId: string }> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  return transaction(async (tx) => {
    const set = await tx.questionSet.findFirst({
      where: { shareKey, takenDownAt: null },
      select: { id: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
    })
    const newest = set?.versions[0]
    if (!set || !newest) throw new Refusal('not-found')
    const alone = { some: { partId: set.id, sections: { equals: Prisma.DbNull } }, every: { partId: set.id } }
    const made = await tx.questionSet.findFirst({
      where: { ownerId: viewer.userId, parts: alone },
      select: { id: true },
    })
    if (made) return { setId: made.id }
    // Whoever has the link may study the set, and so take it in.
    await enrol(tx, viewer.userId, set.id, new Date())
    const { title, excerpts } = newest
    const { setId } = await composeIn(tx, viewer, {
      ...{ setId: null, version: 0, title, parts: [{ setId: set.id, sections: null }], tags: [], leftOut: [] },
      ...{ takeOver: [], forms: null, excerpts: excerpts ?? false, open: 'private' },
      ...keptLook(newest),
    })
    return { setId }
  })
}
