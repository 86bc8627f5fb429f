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

/** Running or waiting, of one person: a guest costs nothing, and must not take everyone's turn. */
const OF_ONE_MAX = 2

type Turns = { running: number; waiting: (() => void)[]; byOwner: Map<string, number> }
const known = globalThis as { footnoteGenerators?: Turns }

const passTurn = async <T>(turns: Turns, work: () => Promise<T>): Promise<T> => {
  if (turns.running >= THREADS_MAX) await new Promise<void>((resolve) => turns.waiting.push(resolve))
  else turns.running += 1
  try {
    return await work()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
}

/** Runs `work` when one of the threads is free. Throws `busy` where too many wait already, or two of this owner's. */
export const inTurn = async <T>(ownerId: string, work: () => Promise<T>): Promise<T> => {
  known.footnoteGenerators ??= { running: 0, waiting: [], byOwner: new Map() }
  const turns = known.footnoteGenerators
  const own = turns.byOwner.get(ownerId) ?? 0
  if (own >= OF_ONE_MAX || turns.waiting.length >= WAITING_MAX) throw new Refusal('busy')
  turns.byOwner.set(ownerId, own + 1)
  try {
    return await passTurn(turns, work)
  } finally {
    const left = (turns.byOwner.get(ownerId) ?? 1) - 1
    if (left > 0) turns.byOwner.set(ownerId, left)
    else turns.byOwner.delete(ownerId)
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
): Promise<Result<SetPlan, DraftRefusal>> => inTurn(target.ownerId, () => inThread(input, target, onProgress))
