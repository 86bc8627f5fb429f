import path from 'node:path'
import { Worker } from 'node:worker_threads'

export type ThreadLimits = {
  readonly withinMs: number
  readonly memoryMb: number
  /** Whether the thread may be kept for the next piece of work: starting one takes longer than reading a short text. */
  readonly warm?: boolean
}

type Message<T> = { share: number } | { outcome: T }
type Spare = { readonly worker: Worker; readonly idle: NodeJS.Timeout }

/** A thread that nobody needs for so long goes, with the memory it holds. */
const IDLE_MS = 60_000

const known = globalThis as { footnoteSpareThreads?: Map<string, Spare> }
const spares = (): Map<string, Spare> => {
  known.footnoteSpareThreads ??= new Map()
  return known.footnoteSpareThreads
}

/** By name: without one, Node's own listeners would go too, and with them the port's start when somebody listens again. */
const unheard = (worker: Worker): Worker => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
  return worker
}

const started = (file: string, workerData: object, { memoryMb, warm }: ThreadLimits): Worker => {
  const spare = warm ? spares().get(file) : undefined
  if (spare) {
    spares().delete(file)
    clearTimeout(spare.idle)
    unheard(spare.worker)
    spare.worker.ref()
    spare.worker.postMessage(workerData)
    return spare.worker
  }
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), file)
  return new Worker(/* turbopackIgnore: true */ script, {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
}

/** One thread of a file is kept, and keeps no process from ending. */
const keep = (file: string, worker: Worker): void => {
  unheard(worker)
  if (spares().has(file)) return void worker.terminate()
  const forget = () => {
    if (spares().get(file)?.worker === worker) spares().delete(file)
  }
  const idle = setTimeout(() => {
    forget()
    void worker.terminate()
  }, IDLE_MS)
  idle.unref()
  worker.once('error', forget)
  worker.once('exit', forget)
  worker.unref()
  spares().set(file, { worker, idle })
}

/**
 * Runs a `.mjs` file of the project in a thread of its own. It posts `{share}` (0–1) as it goes on and `{outcome}` at the end; one
 * that is kept warm takes its next piece of work as a message. Rejects where it throws, ends without an outcome, takes too long
 * or is aborted; then it is stopped.
 */
export const inThread = <T>(
  file: string,
  workerData: object,
  limits: ThreadLimits,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = started(file, workerData, limits)
    const late = setTimeout(() => end(new Error(`${file} took too long`)), limits.withinMs)
    const over = () => {
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
    }
    const end = (error: Error) => {
      over()
      reject(error)
      void worker.terminate()
    }
    const stop = () => end(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: Message<T>) => {
      if ('share' in message) return onProgress(message.share)
      over()
      resolve(message.outcome)
      if (limits.warm) keep(file, worker)
      else void worker.terminate()
    })
    worker.once('error', end)
    worker.once('exit', (code) => end(new Error(`${file} ended by itself (${code})`)))
  })
