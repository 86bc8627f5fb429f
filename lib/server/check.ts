import 'server-only'
import { foldCards } from '#lib/log/index.ts'
import { type CheckResponse, differingCards, digestOfCards, digestOfLog } from '#lib/sync/index.ts'
import { cardsOf, rebuildCards, wholeLog } from './cards.ts'
import { transaction } from './db.ts'
import { lockLog } from './log.ts'
import { authorise, type Viewer } from './viewer.ts'

/** A hundred thousand entries take some seconds. */
const DONE_WITHIN_MS = 120_000

/**
 * Replays the viewer's whole log, puts right what their cards say otherwise, and gives fingerprints by which a phone that replayed
 * its own copy can tell whether the two agree.
 */
export const checkLearner = async (viewer: Viewer): Promise<CheckResponse> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  return transaction(async (tx) => {
    // Nothing is appended meanwhile.
    await lockLog(tx, userId, 0, new Date())
    const log = await wholeLog(tx, userId)
    const [told, folded] = [await cardsOf(tx, userId), foldCards(log)]
    const differing = differingCards(told, folded)
    if (differing.length > 0) await rebuildCards(tx, userId)
    return {
      ...{ entries: log.length, repaired: differing.length },
      ...{ logDigest: digestOfLog(log), cardsDigest: digestOfCards(folded.values()) },
    }
  }, DONE_WITHIN_MS)
}
