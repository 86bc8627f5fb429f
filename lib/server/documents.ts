import 'server-only'
import { t } from '#lib/messages/index.ts'
import type { Format } from '#lib/source/index.ts'
import type { SetPlan } from './content/plan.ts'
import { insertPlan, type Published } from './content/publish.ts'
import { db, transaction } from './db.ts'
import { enrol } from './enrolment.ts'
import { Refusal } from './errors.ts'
import { engineVersion } from './generator/engine-version.ts'
import type { NewTarget } from './generator/make-draft.ts'
import { planInThread } from './generator/run.ts'
import { newId, sha256 } from './ids.ts'
import { startJob } from './jobs.ts'
import { requireRoom } from './room.ts'
import { authorise, type Viewer } from './viewer.ts'

/** Most bytes of UTF-8 in a text. */
export const TEXT_BYTES_MAX = 5_000_000
const TITLE_LENGTH_MAX = 200
const FORMATS: readonly Format[] = ['text', 'markdown', 'html']

export type ImportInput = { readonly title?: string; readonly text: string; readonly format: Format }

/** `{title?, text, format?}` from a request. Throws `bad-request`, `too-large`. */
export const parseImport = (value: unknown): ImportInput => {
  const { title, text, format = 'text' } = (value ?? {}) as Record<string, unknown>
  if (typeof text !== 'string' || !FORMATS.includes(format as Format)) throw new Refusal('bad-request')
  if (title !== undefined && title !== null && typeof title !== 'string') throw new Refusal('bad-request')
  if (Buffer.byteLength(text) > TEXT_BYTES_MAX) throw new Refusal('too-large', t('paste.tooLong'))
  const named =
    title && [...Buffer.from(title).toString().replaceAll('\0', '').trim()].slice(0, TITLE_LENGTH_MAX).join('')
  // Half of a surrogate pair is no character, and no database would give it back.
  const whole = Buffer.from(text).toString()
  return { text: whole, format: format as Format, ...(named ? { title: named } : {}) }
}

/** The set that this person has from this text already. */
const importedBefore = async (ownerId: string, importHash: string): Promise<Published | null> => {
  const document = await db().document.findUnique({
    where: { ownerId_importHash: { ownerId, importHash } },
    select: { sets: { select: { versions: { orderBy: { version: 'desc' }, take: 1, include: countOfParts } } } },
  })
  const version = document?.sets[0]?.versions[0]
  if (!version) return null
  const { items: facts, questions } = version._count
  return { setId: version.setId, version: version.version, facts, questions }
}
const countOfParts = { _count: { select: { items: true, questions: true } } }

const isTaken = (thrown: unknown): boolean => (thrown as { code?: unknown }).code === 'P2002'

type Job = Awaited<ReturnType<typeof startJob>>

/** Everything that a text becomes, in one transaction: the document, its private set and the enrolment. */
const keep = ({ documentId, setId, ownerId }: NewTarget, importHash: string, plan: SetPlan, job: Job) =>
  transaction(async (tx) => {
    const now = new Date()
    await tx.document.create({ data: { id: documentId, ownerId, importHash, createdAt: now } })
    await tx.questionSet.create({ data: { id: setId, ownerId, documentId, visibility: 'private', createdAt: now } })
    const published = await insertPlan(tx, plan, ownerId, now)
    await enrol(tx, ownerId, setId, now)
    await job.done(tx, { setId, version: published.version })
    return published
  })

const make = async (ownerId: string, input: ImportInput, importHash: string): Promise<Published> => {
  await requireRoom(ownerId, Buffer.byteLength(input.text))
  const { text, ...about } = input
  const job = await startJob(ownerId, 'import', { ...about, importHash, characters: text.length })
  try {
    const target = { setId: newId(), documentId: newId(), ownerId }
    const made = { ...input, engineVersion: engineVersion(), contentHash: importHash }
    const outcome = await planInThread(made, target, (share) => job.progress(share))
    if (!outcome.ok) throw new Refusal('cannot-use', outcome.error.message ?? t('imports.noFacts'))
    return await keep(target, importHash, outcome.value, job)
  } catch (thrown) {
    await job.failed(thrown instanceof Refusal ? thrown.message : 'failed')
    throw thrown
  }
}

/**
 * Makes a private set from a text and enrols the viewer. The same text again, by the same person, is the same set. Throws
 * `cannot-use` where no question can be made of it, `no-room` where the viewer has as much as they may; then nothing is kept but the job's record.
 */
export const importText = async (viewer: Viewer, input: ImportInput): Promise<Published> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const ownerId = viewer.userId
  const importHash = sha256(`${input.format}\n${input.text.replaceAll('\r\n', '\n').trim()}`)
  const before = await importedBefore(ownerId, importHash)
  if (before) {
    await enrol(db(), ownerId, before.setId, new Date())
    return before
  }
  try {
    return await make(ownerId, input, importHash)
  } catch (thrown) {
    // The same text came twice at one time; the other was first.
    const other = isTaken(thrown) ? await importedBefore(ownerId, importHash) : null
    if (!other) throw thrown
    return other
  }
}
