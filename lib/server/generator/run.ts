import 'server-only'
import type { Result } from '#lib/base/index.ts'
import type { Draft } from '../content/draft.ts'
import type { SetPlan } from '../content/plan.ts'
import type { DraftInput, DraftRefusal, NewTarget } from './make-draft.ts'
import { inThread } from './thread.ts'
import { Turns } from './turns.ts'

const WORKER = 'lib/server/generator/worker.mjs'
const THREAD = { withinMs: 10 * 60_000, memoryMb: 2048 }
/** After a longer text the thread goes, with the memory that it took. */
const WARM_LENGTH_MAX = 200_000
const threadFor = ({ text }: DraftInput) => ({ ...THREAD, warm: text.length <= WARM_LENGTH_MAX })
/** Two at once, so that two long texts do not starve everyone else. */
const TURNS = { running: 2, waiting: 20, ofOne: 2 }

const known = globalThis as { footnoteGenerators?: Turns }

/**
 * Runs `work` when one of the threads is free. Throws `busy` where too many wait already, or two of this owner's, and the
 * reason of a signal that is aborted before the turn has come.
 */
export const inTurn = <T>(ownerId: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  known.footnoteGenerators ??= new Turns(TURNS)
  return known.footnoteGenerators.take(ownerId, work, signal)
}

/**
 * Reads a text, writes its questions and plans its set, in a worker thread. `onProgress` gets the share done, 0–1. An aborted
 * signal ends the thread wherever it is, and its reason is thrown.
 */
export const planInThread = (
  input: DraftInput,
  target: NewTarget,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<SetPlan, DraftRefusal>> =>
  inTurn(target.ownerId, () => inThread(WORKER, { input, target }, threadFor(input), onProgress, signal), signal)

/** The same down to the draft, for a text of which something is known already. */
export const draftInThread = (
  input: DraftInput,
  ownerId: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<Draft, DraftRefusal>> =>
  inTurn(ownerId, () => inThread(WORKER, { input }, threadFor(input), onProgress, signal), signal)
