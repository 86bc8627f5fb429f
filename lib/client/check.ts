import { foldCards } from '#lib/log/index.ts'
import { type CheckResponse, differingCards, digestOfCards, digestOfLog } from '#lib/sync/index.ts'
import { exchange } from './loop.ts'
import type { LearnerStore } from './store.ts'
import { postJson } from './wire.ts'

const PATIENCE_MS = 120_000

/** What came of a check. */
export type Checked = {
  readonly entries: number
  /** Cards that said something else than the log, and do not any more: on this device, on the server. */
  readonly repairedHere: number
  readonly repairedThere: number
  /** Whether the two logs held different entries and were brought together. */
  readonly broughtTogether: boolean
  readonly agree: boolean
}

/** Replays the log of this device; what its cards say otherwise is put right. */
const replayHere = async (store: LearnerStore) => {
  const entries = await store.entries()
  const [told, folded] = [await store.cards(), foldCards(entries)]
  const repaired = differingCards(told, folded).length
  if (repaired > 0) await store.refold()
  return { entries, repaired, logDigest: digestOfLog(entries), cardsDigest: digestOfCards(folded.values()) }
}

const askThere = async (): Promise<CheckResponse> => (await postJson('/api/check', {}, PATIENCE_MS)) as CheckResponse

/**
 * Replays the log here and on the server, compares what comes of it, and where the two differ sends and fetches everything again.
 * Throws `WireError` without a network, `StorageError`.
 */
export const checkData = async (store: LearnerStore): Promise<Checked> => {
  await exchange(store)
  let [here, there] = [await replayHere(store), await askThere()]
  const differ = () => here.logDigest !== there.logDigest || here.cardsDigest !== there.cardsDigest
  const [repairedHere, repairedThere] = [here.repaired, there.repaired]
  const broughtTogether = differ()
  if (broughtTogether) {
    await store.beginAgain()
    await exchange(store)
    here = await replayHere(store)
    there = await askThere()
  }
  return { entries: there.entries, repairedHere, repairedThere, broughtTogether, agree: !differ() }
}
