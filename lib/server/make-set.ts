import 'server-only'
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
import type { Job } from './jobs.ts'
import { beginProposals } from './proposals.ts'
import { requireRoom } from './room.ts'
import { t } from './words.ts'

export type ImportInput = {
  readonly title?: string
  /** Where it was found, in words shown to a learner. */
  readonly source?: string
  readonly text: string
  readonly format: Format
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

/** Everything that a text becomes, in one transaction: the document, its private set and the enrolment. */
const keep = ({ documentId, setId, ownerId }: NewTarget, importHash: string, plan: SetPlan, job: Job, more: object) =>
  transaction(async (tx) => {
    const now = new Date()
    await tx.document.create({ data: { id: documentId, ownerId, importHash, createdAt: now } })
    await tx.questionSet.create({ data: { id: setId, ownerId, documentId, visibility: 'private', createdAt: now } })
    const published = await insertPlan(tx, plan, ownerId, now)
    await enrol(tx, ownerId, setId, now)
    await job.done(tx, { ...published, ...more })
    return published
  })

/** Fingerprint of what somebody handed in. */
export const importHashOf = ({ text, format }: Pick<ImportInput, 'text' | 'format'>): string =>
  sha256(`${format}\n${text.replaceAll('\r\n', '\n').trim()}`)

/** The same text handed in before, by the same person: it is studied, and nothing is made. */
export const foundAgain = async (ownerId: string, importHash: string): Promise<Published | null> => {
  const before = await importedBefore(ownerId, importHash)
  if (before) await enrol(db(), ownerId, before.setId, new Date())
  return before
}

/**
 * Makes a private set of a text, in a job that stands; `more` is kept beside its outcome. Throws as `importText` does; then nothing
 * is kept, and the job is still to be failed.
 */
export const makeSet = async (ownerId: string, input: ImportInput, job: Job, more: object = {}): Promise<Published> => {
  const importHash = importHashOf(input)
  const before = await foundAgain(ownerId, importHash)
  if (before) {
    await transaction((tx) => job.done(tx, { ...before, ...more }))
    return before
  }
  await requireRoom(ownerId, Buffer.byteLength(input.text))
  const target = { setId: newId(), documentId: newId(), ownerId }
  const made = { ...input, engineVersion: engineVersion(), contentHash: importHash }
  const outcome = await planInThread(made, target, (share) => job.progress(share), job.signal)
  if (!outcome.ok) throw new Refusal('cannot-use', outcome.error.message ?? t('imports.noFacts'))
  try {
    const published = await keep(target, importHash, outcome.value, job, more)
    // The proposals are held to lints that know English alone.
    if (outcome.value.setVersion.language === 'en') beginProposals({ input, plan: outcome.value, target })
    return published
  } catch (thrown) {
    // The same text came twice at one time; the other was first.
    const other = isTaken(thrown) ? await foundAgain(ownerId, importHash) : null
    if (!other) throw thrown
    await transaction((tx) => job.done(tx, { ...other, ...more }))
    return other
  }
}
