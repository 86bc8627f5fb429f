import 'server-only'
import type { Pack } from '#lib/session/index.ts'
import { excerptOf } from './content/excerpt.ts'
import { packOf } from './content/pack-of.ts'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { sha256 } from './ids.ts'
import { hiddenFacts, packWithout } from './quizzes/hidden.ts'
import { authorise, type Viewer } from './viewer.ts'
import { isOpen } from './withheld.ts'

/** Packs never change, so that a server keeps the last few that were asked for: at most this many characters of JSON. */
const KEPT_LENGTH_MAX = 32_000_000

/** A pack's JSON and its SHA-256. */
export type BuiltPack = { readonly json: string; readonly hash: string }

const loadDocuments = async (tx: Tx, setVersionId: string) => {
  const rows = await tx.setDocument.findMany({
    where: { setVersionId },
    orderBy: { position: 'asc' },
    include: { documentVersion: { include: { sections: { orderBy: { position: 'asc' } } } } },
  })
  return rows.map(({ documentVersion }) => documentVersion)
}

// A relation that is included costs a parameter or two for each row, of which a statement bears a thousand: what hangs on a
// set is asked for by the set, and put together here.

const loadFacts = async (tx: Tx, setVersionId: string) => {
  const inSet = { items: { some: { setVersionId } } }
  const places = await tx.setItem.findMany({ where: { setVersionId }, orderBy: { position: 'asc' } })
  const facts = await tx.factVersion.findMany({ where: inSet })
  const editions = await tx.documentVersion.findMany({
    where: { facts: { some: inSet } },
    select: { id: true, documentId: true },
  })
  const byKey = new Map(facts.map((fact) => [`${fact.factId} ${fact.version}`, fact]))
  const documentIds = new Map(editions.map(({ id, documentId }) => [id, documentId]))
  return places.flatMap(({ factId, factVersion }) => {
    const fact = byKey.get(`${factId} ${factVersion}`)
    return fact ? [{ ...fact, documentId: documentIds.get(fact.documentVersionId ?? '') ?? null }] : []
  })
}

const loadQuestions = async (tx: Tx, setVersionId: string) => {
  const inSet = { sets: { some: { setVersionId } } }
  const places = await tx.setQuestion.findMany({ where: { setVersionId }, orderBy: { position: 'asc' } })
  const questions = await tx.questionVersion.findMany({ where: inSet })
  const links = await tx.questionFact.findMany({ where: { question: inSet }, orderBy: { position: 'asc' } })
  const byKey = new Map(questions.map((question) => [`${question.questionId} ${question.version}`, question]))
  const factIds = new Map<string, string[]>()
  for (const { questionId, questionVersion, factId } of links) {
    const key = `${questionId} ${questionVersion}`
    factIds.set(key, [...(factIds.get(key) ?? []), factId])
  }
  return places.flatMap(({ questionId, questionVersion }) => {
    const key = `${questionId} ${questionVersion}`
    const question = byKey.get(key)
    return question ? [{ ...question, factIds: factIds.get(key) ?? [] }] : []
  })
}

/** Builds the pack of a set version from its rows. */
const loadPack = async (tx: Tx, setVersionId: string) => {
  const set = await tx.setVersion.findUniqueOrThrow({ where: { id: setVersionId } })
  const documents = await loadDocuments(tx, setVersionId)
  const whole = { documents, facts: await loadFacts(tx, setVersionId) }
  const shown = set.excerpts ? excerptOf(whole.documents, whole.facts) : whole
  return packOf(set, shown.documents, shown.facts, await loadQuestions(tx, setVersionId))
}

const known = globalThis as { footnotePacks?: Map<string, BuiltPack> }

const keep = (setVersionId: string, pack: BuiltPack): void => {
  known.footnotePacks ??= new Map()
  const kept = known.footnotePacks
  kept.set(setVersionId, pack)
  let length = [...kept.values()].reduce((sum, { json }) => sum + json.length, 0)
  for (const [oldest, { json }] of kept) {
    if (length <= KEPT_LENGTH_MAX) return
    kept.delete(oldest)
    length -= json.length
  }
}

/** Writes down anew what the packs of some versions of one's own sets are, after their rows were put back. */
export const repack = async (tx: Tx, setVersionIds: readonly string[], ownerId: string): Promise<void> => {
  for (const id of setVersionIds) {
    const kept = await tx.setVersion.findFirst({ where: { id, set: { ownerId } }, select: { packHash: true } })
    if (kept === null) continue
    const packHash = sha256(JSON.stringify(await loadPack(tx, id)))
    if (packHash !== kept.packHash) await tx.setVersion.update({ where: { id }, data: { packHash } })
  }
}

type Readable = { id: string; ownerId: string | null; visibility: string; takenDownAt: Date | null }

/** Whether a version holds texts whole whose set has since been cut down to what it cites: they are its owner's alone now. */
const isTakenBack = async (setId: string, excerpts: boolean | null): Promise<boolean> => {
  if (excerpts) return false
  const newest = await db().setVersion.findFirst({
    where: { setId },
    orderBy: { version: 'desc' },
    select: { excerpts: true },
  })
  return newest?.excerpts === true
}

const mayRead = async (viewer: Viewer, set: Readable, excerpts: boolean | null) => {
  const enrolled = await db().enrolment.findUnique({
    where: { userId_setId: { userId: viewer.userId, setId: set.id } },
    select: { setId: true },
  })
  const shared = (await isOpen(set, enrolled !== null)) && !(await isTakenBack(set.id, excerpts))
  authorise(viewer, 'read', { kind: 'set', ownerId: set.ownerId, shared })
}

/** What a viewer gets of a pack: all but what a quiz of theirs keeps out of it at present. */
const forViewer = async ({ userId }: Viewer, pack: BuiltPack): Promise<BuiltPack> => {
  const hidden = await hiddenFacts(userId)
  if (hidden.size === 0) return pack
  const whole = JSON.parse(pack.json) as Pack
  const shown = packWithout(whole, hidden)
  if (shown === whole) return pack
  const json = JSON.stringify(shown)
  return { json, hash: sha256(json) }
}

/** One version of a set as the viewer's phone keeps it. Throws `not-found` where there is none, or where the viewer may not see it. */
export const readPack = async (viewer: Viewer, setId: string, version: number): Promise<BuiltPack> => {
  const row = await db().setVersion.findUnique({
    where: { setId_version: { setId, version } },
    select: {
      id: true,
      packHash: true,
      excerpts: true,
      set: { select: { id: true, ownerId: true, visibility: true, takenDownAt: true } },
    },
  })
  if (!row) throw new Refusal('not-found')
  await mayRead(viewer, row.set, row.excerpts)
  const kept = known.footnotePacks?.get(row.id)
  if (kept) return forViewer(viewer, kept)
  const pack = { json: JSON.stringify(await loadPack(db(), row.id)), hash: row.packHash }
  keep(row.id, pack)
  return forViewer(viewer, pack)
}

/** The newest version of a set whole, for what is made of it on the server. Throws `not-found`. */
export const newestPack = async (tx: Tx, setId: string): Promise<{ readonly id: string; readonly pack: Pack }> => {
  const newest = await tx.setVersion.findFirst({ where: { setId }, orderBy: { version: 'desc' }, select: { id: true } })
  if (!newest) throw new Refusal('not-found')
  return { id: newest.id, pack: await loadPack(tx, newest.id) }
}
