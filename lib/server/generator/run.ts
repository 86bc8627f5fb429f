import 'server-only'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Result } from '#lib/base/index.ts'
import type { SetPlan } from '../content/plan.ts'
import { Refusal } from '../errors.ts'
import type { DraftInput, DraftRefusal, NewTarget } from './make-draft.ts'

/** At once, so that two long texts do not starve everyone else; the others wait their turn. */
const THREADS_MAX = 2
const WAITING_MAX = 20
const GIVE_UP_AFTER_MS = 10 * 60_000
const MEMORY_MAX_MB = 2048

const known = globalThis as { footnoteGenerators?: { running: number; waiting: (() => void)[] } }

/** Runs `work` when one of the threads is free. Throws `busy` where too many wait already. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  known.footnoteGenerators ??= { running: 0, waiting: [] }
  const turn = known.footnoteGenerators
  if (turn.waiting.length >= WAITING_MAX) throw new Refusal('busy')
  if (turn.running >= THREADS_MAX) await new Promise<void>((resolve) => turn.waiting.push(resolve))
  turn.running++
  try {
    return await work()
  } finally {
    turn.running--
    turn.waiting.shift()?.()
  }
}

type Message = { share: number } | { outcome: Result<SetPlan, DraftRefusal> }

const inThread = (
  input: DraftInput,
  target: NewTarget,
  onProgress: (share: number) => void,
): Promise<Result<SetPlan, DraftRefusal>> =>
  new Promise((resolve, reject) => {
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/generator/worker.mjs')
    const worker = new Worker(/* turbopackIgnore: true */ file, {
      workerData: { input, target },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
    })
    const late = setTimeout(() => end(new Error('The generator took too long')), GIVE_UP_AFTER_MS)
    const end = (error: Error) => {
      clearTimeout(late)
      reject(error)
      void worker.terminate()
    }
    worker.on('message', (message: Message) => {
      if ('share' in message) return onProgress(message.share)
      clearTimeout(late)
      resolve(message.outcome)
      void worker.terminate()
    })
    worker.once('error', end)
    worker.once('exit', (code) => end(new Error(`The generator ended by itself (${code})`)))
  })

/** Reads a text, writes its questions and plans its set, in a worker thread. `onProgress` gets the share done, 0–1. */
export const planInThread = (
  input: DraftInput,
  target: NewTarget,
  onProgress: (share: number) => void,
): Promise<Result<SetPlan, DraftRefusal>> => inTurn(() => inThread(input, target, onProgress))
