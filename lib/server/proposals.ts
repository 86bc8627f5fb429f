import 'server-only'
import type { Result } from '#lib/base/index.ts'
import type { GenerateInput } from '#lib/questions/index.ts'
import type { SetPlan } from './content/plan.ts'
import { keepWaiting } from './content/waiting.ts'
import { transaction } from './db.ts'
import { type LanguageModel, languageModel } from './env.ts'
import type { NewTarget } from './generator/make-draft.ts'
import { inThread } from './generator/thread.ts'
import { Turns } from './generator/turns.ts'
import { newId } from './ids.ts'
import { type Job, startJob } from './jobs.ts'
import { LIMITS } from './model/limits.ts'
import type { Made } from './model/make-proposals.ts'

const WORKER = 'lib/server/model/worker.mjs'
/** The text is read before the model is asked, which takes seconds more. */
const THREAD = { withinMs: LIMITS.totalMs + 5 * 60_000, memoryMb: 2048 }
/** One at a time: most models run on one machine, and a person is never waiting for it. */
const TURNS = { running: 1, waiting: 50, ofOne: 5 }
/** How often a job that waits for a model says that it is alive. */
const ALIVE_EVERY_MS = 20_000

const known = globalThis as { footnoteProposals?: Turns }

/** What the import left: the text as it was read, and the rows that it became. */
export type Imported = { readonly input: GenerateInput; readonly plan: SetPlan; readonly target: NewTarget }

const propose = ({ input, target }: Imported, model: LanguageModel, job: Job) => {
  known.footnoteProposals ??= new Turns(TURNS)
  let share = 0
  const alive = setInterval(() => job.progress(share), ALIVE_EVERY_MS)
  alive.unref()
  const onProgress = (done: number) => {
    share = done
    job.progress(done)
  }
  return known.footnoteProposals
    .take(target.ownerId, () => inThread<Result<Made, { code: string }>>(WORKER, { input, model }, THREAD, onProgress))
    .finally(() => clearInterval(alive))
}

const keep = ({ plan, target }: Imported, { name, made }: { name: string; made: Made }, job: Job) =>
  transaction(async (tx) => {
    // The document may have been deleted meanwhile.
    if ((await tx.document.count({ where: { id: target.documentId } })) === 0) return job.done(tx, { questions: 0 })
    const { facts, questions, language, parts, failed, left, refused, trouble } = made
    const engineVersion = `${plan.setVersion.engineVersion}+${name}`
    const about = { ownerId: target.ownerId, idFor: () => newId() }
    const kept = await keepWaiting(tx, { facts, questions, language, engineVersion }, plan, about, new Date())
    await job.done(tx, { setId: target.setId, questions: kept, parts, failed, left, refused, trouble })
  })

const run = async (imported: Imported, model: LanguageModel): Promise<void> => {
  const { setId, ownerId } = imported.target
  const job = await startJob(ownerId, 'propose', { setId, model: model.model })
  try {
    const made = await propose(imported, model, job)
    if (!made.ok) return await job.failed(made.error.code)
    const { parts, failed, trouble } = made.value
    if (parts > 0 && failed === parts) return await job.failed(trouble ?? 'failed')
    await keep(imported, { name: model.model, made: made.value }, job)
  } catch (thrown) {
    await job.failed(thrown instanceof Error ? thrown.message : 'failed')
  }
}

/**
 * Where a language model is set, begins to have it propose on a text that was imported, and returns at once. What it finds
 * waits for review; what goes wrong is noted with the job and in the log, and nothing else is the worse for it.
 */
export const beginProposals = (imported: Imported): void => {
  const begin = async () => {
    const model = languageModel()
    if (model) await run(imported, model)
  }
  begin().catch((error: unknown) => console.error('The language model could not be asked', error))
}
