import 'server-only'
import type { Published } from './content/publish.ts'
import { Refusal } from './errors.ts'
import { readFile, type SentFile } from './files/sent.ts'
import { type Job, startJob, takeUpJob } from './jobs.ts'
import { type ImportInput, makeSet } from './make-set.ts'
import { t } from './words.ts'

/** What is imported: a text as it was pasted, or a file as it was sent. */
export type Source =
  | { readonly kind: 'text'; readonly input: ImportInput }
  | { readonly kind: 'file'; readonly file: SentFile }
/** `unread`: pages of a file without text. */
export type Imported = Published & { readonly unread?: readonly number[] }

const carryOut = async (ownerId: string, source: Source, job: Job): Promise<Imported> => {
  if (source.kind === 'text') return makeSet(ownerId, source.input, job)
  const { input, unread } = await readFile(ownerId, source.file)
  return { ...(await makeSet(ownerId, input, job, { unread })), unread }
}

const run = async (ownerId: string, source: Source, job: Job): Promise<Imported> => {
  try {
    return await carryOut(ownerId, source, job)
  } catch (thrown) {
    if (job.signal.aborted) throw new Refusal('conflict', t('imports.cancelled'))
    await job.failed(thrown instanceof Refusal ? thrown.message : 'failed')
    throw thrown
  }
}

/** What a job is about, and its work as bytes, so that another process can take it up. */
const written = (source: Source): { about: object; payload: Buffer } => {
  if (source.kind === 'file') return { about: { kind: 'file', name: source.file.name }, payload: source.file.bytes }
  const { text, ...about } = source.input
  return { about: { kind: 'text', ...about, characters: text.length }, payload: Buffer.from(text) }
}

const readBack = (input: unknown, payload: Buffer): Source => {
  const { kind, name, characters: _, ...about } = input as { kind: string; name: string; characters: number }
  if (kind === 'file') return { kind, file: { name, bytes: payload } }
  return { kind: 'text', input: { ...(about as unknown as Omit<ImportInput, 'text'>), text: payload.toString() } }
}

/** Makes a set in a job that outlives this process. Throws as `makeSet` does, and `conflict` where it was stopped. */
export const beginImport = async (ownerId: string, source: Source): Promise<Imported> => {
  const { about, payload } = written(source)
  return run(ownerId, source, await startJob(ownerId, 'import', about, payload))
}

/** Takes up imports whose server died; returns how many. What goes wrong is noted with the job. */
export const resumeImports = async (now = new Date()): Promise<number> => {
  let count = 0
  for (let left = await takeUpJob('import', now); left; left = await takeUpJob('import', now)) {
    count += 1
    await run(left.ownerId, readBack(left.input, left.payload), left.job).catch(() => undefined)
  }
  return count
}

const LOOK_EVERY_MS = 5_000
const known = globalThis as { footnoteResuming?: NodeJS.Timeout }

/** Looks for such imports as long as the server runs. */
export const keepResuming = (): void => {
  if (known.footnoteResuming) return
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    await resumeImports().catch((error: unknown) => console.error('Imports could not be taken up again', error))
    busy = false
  }
  known.footnoteResuming = setInterval(look, LOOK_EVERY_MS)
  known.footnoteResuming.unref()
  void look()
}
