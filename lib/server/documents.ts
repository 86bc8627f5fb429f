import 'server-only'
import type { Format } from '#lib/source/index.ts'
import type { Published } from './content/publish.ts'
import { Refusal } from './errors.ts'
import { beginImport } from './imports.ts'
import { cancelJob, type JobOutcome, jobOutcome, runningJobs } from './jobs.ts'
import { foundAgain, type ImportInput, importHashOf } from './make-set.ts'
import { authorise, type Viewer } from './viewer.ts'
import { t } from './words.ts'

/** Most bytes of UTF-8 in a text. */
export const TEXT_BYTES_MAX = 5_000_000
const TITLE_LENGTH_MAX = 200
const FORMATS: readonly Format[] = ['text', 'markdown', 'html']

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

/**
 * Makes a private set from a text and enrols the viewer. The same text again, by the same person, is the same set. Throws
 * `cannot-use` where no question can be made of it, `no-room` where the viewer has as much as they may, `conflict` where they
 * have stopped it; then nothing is kept but the job's record.
 */
export const importText = async (viewer: Viewer, input: ImportInput): Promise<Published> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const before = await foundAgain(viewer.userId, importHashOf(input))
  return before ?? beginImport(viewer.userId, { kind: 'text', input })
}

/** Texts of the viewer's that are being read now, the newest first, with the share done, 0–1. */
export const importsOf = async (viewer: Viewer): Promise<{ imports: { id: string; share: number }[] }> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  return { imports: await runningJobs(viewer.userId, 'import') }
}

/** What has become of one of them. Throws `not-found`. */
export const importOutcome = async (viewer: Viewer, id: string): Promise<JobOutcome> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const outcome = await jobOutcome(viewer.userId, id)
  if (!outcome) throw new Refusal('not-found')
  return outcome
}

/** Stops one of them. Throws `not-found` where the viewer has none of that id running. */
export const stopImport = async (viewer: Viewer, id: string): Promise<object> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  if (!(await cancelJob(viewer.userId, id))) throw new Refusal('not-found')
  return {}
}
