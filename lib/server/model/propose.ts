import { Proposals, type Proposed, type Written } from '#lib/questions/index.ts'
import { chunksOf, type Span } from './chunks.ts'
import type { Ask } from './client.ts'
import { answerMessages, proposeMessages } from './prompts.ts'

export type RunLimits = {
  /** Of a part of the document that is shown at once. */
  readonly partTokensMax: number
  readonly partsMax: number
  /** Requests under way at one time. */
  readonly atOnce: number
  /** Of the whole run, whatever the server does. */
  readonly totalMs: number
}

/** `left`: parts beyond the most that one document may have. `trouble`: what went wrong last. */
export type Run = Proposed & { parts: number; failed: number; left: number; trouble: string | null }

/** Questions that a second opinion sees at once. */
const ASKED_AT_ONCE = 12
/** After so many parts in a row without an answer the server is taken to be away. */
const FAILURES_MAX = 3

/** Settles with the work, or rejects as soon as the signal says so, which a library may be slow to notice. */
const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** In words for the operator: never what a server wrote, which may be anything. */
const troubleIn = (thrown: unknown): string => {
  const { name, status, cause, message } = thrown as {
    name?: string
    status?: number
    cause?: unknown
    message?: string
  }
  if (typeof status === 'number') return `The model server answered with status ${status}`
  if (name === 'TimeoutError') return 'The model server took too long'
  if (name === 'AbortError') return 'Stopped'
  const inner = cause instanceof Error ? ((cause.cause as { code?: string } | undefined)?.code ?? cause.message) : null
  return (inner ?? message ?? 'The model server could not be asked').slice(0, 200)
}

const askAbout = async (title: string, proposals: Proposals, span: Span, ask: Ask, signal: AbortSignal) => {
  const stretch = proposals.stretch(span)
  const candidates = proposals.offer(
    stretch,
    await unlessAborted(ask('proposals', proposeMessages(title, stretch), signal), signal),
  )
  for (let from = 0; from < candidates.length; from += ASKED_AT_ONCE) {
    const some = candidates.slice(from, from + ASKED_AT_ONCE)
    proposals.settle(some, await unlessAborted(ask('answers', answerMessages(some), signal), signal))
  }
}

/**
 * Has a model propose on every part of a document, and keeps what passes. Never rejects: what the server does wrong ends in
 * fewer proposals. `onProgress` gets the share of parts done, 0–1.
 */
export const proposeWith = async (
  written: Written,
  ask: Ask,
  limits: RunLimits,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<Run> => {
  const all = chunksOf(written, limits.partTokensMax)
  const parts = all.slice(0, limits.partsMax)
  const proposals = new Proposals(written)
  const until = AbortSignal.any([AbortSignal.timeout(limits.totalMs), ...(signal ? [signal] : [])])
  let [next, done, failed, inRow] = [0, 0, 0, 0]
  let trouble: string | null = null
  const work = async () => {
    for (let part = parts[next++]; part && inRow < FAILURES_MAX && !until.aborted; part = parts[next++]) {
      try {
        await askAbout(written.document.title, proposals, part, ask, until)
        inRow = 0
      } catch (thrown) {
        failed += 1
        inRow += 1
        trouble = troubleIn(thrown)
      }
      done += 1
      onProgress?.(done / parts.length)
    }
  }
  await Promise.all(Array.from({ length: limits.atOnce }, work))
  return {
    ...proposals.result(),
    ...{ parts: parts.length, failed: failed + parts.length - done, left: all.length - parts.length, trouble },
  }
}
