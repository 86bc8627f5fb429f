import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClientEntry, Rating } from '#lib/log/index.ts'
import { cardsFromLog, cardsOf, rebuildCards } from '#lib/server/cards.ts'
import { db, transaction } from '#lib/server/db.ts'
import { historyOf } from '#lib/server/entries.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, undoOf } from '../entries.ts'
import { memoryPeer } from '../memory-peer.ts'
import { newLearner } from '../stage.ts'
import { post } from './posts.ts'

const RUNS = 12
const DAY = 86_400_000

type Step = {
  kind: 'review' | 'undo' | 'suspend' | 'unsuspend' | 'bury' | 'reset'
  fact: number
  rating: Rating
  at: number
  target: number
  device: string
}

const step = fc.record<Step>({
  kind: fc.constantFrom('review', 'review', 'review', 'review', 'undo', 'suspend', 'unsuspend', 'bury', 'reset'),
  fact: fc.integer({ min: 0, max: 3 }),
  rating: fc.constantFrom<Rating>(1, 2, 3, 4),
  // Few instants, so that many entries meet in one.
  at: fc.integer({ min: 0, max: 12 }).map((n) => NOON + n * (DAY / 2)),
  target: fc.integer({ min: 1, max: 40 }),
  device: fc.constantFrom('phone', 'laptop', 'tablet'),
})

const entryOf = (
  { kind, fact, rating, at, target, device }: Step,
  n: number,
  factIds: readonly string[],
): ClientEntry => {
  const factId = factIds[fact] ?? ''
  const stamp = { at, deviceId: device }
  if (kind === 'undo') return undoOf(n, numberedId(target), stamp)
  if (kind !== 'review') return cardEntryOf(n, kind, factId, stamp)
  const both = [gradeOf(factId, rating), gradeOf(factIds[(fact + 1) % 4] ?? '', 3)]
  return reviewOf(n, { ...stamp, grades: n % 5 === 0 ? both : both.slice(0, 1) })
}

/** Posts entries in pieces of these sizes, each piece twice where `again` says so; also to the reference in memory. */
const postAll = async (viewer: Viewer, entries: ClientEntry[], sizes: number[], again: boolean[]) => {
  const now = new Date(NOON + 30 * DAY)
  const reference = memoryPeer({ userId: viewer.userId, now: () => now.getTime() })
  let from = 0
  for (let turn = 0; from < entries.length; turn++) {
    const piece = entries.slice(from, from + (sizes[turn % sizes.length] ?? 1))
    from += piece.length
    for (let time = 0; time < (again[turn % again.length] ? 2 : 1); time++) {
      const request = {
        protocol: 1,
        userId: viewer.userId,
        clientNow: now.getTime(),
        cursor: 0,
        entries: piece,
      } as const
      const { acked } = await post(viewer, piece, 0, now)
      const expected = (await reference.exchange({ ...request, entries: [...piece] })).acked
      expect(acked.toSorted((a, b) => a.serverSeq - b.serverSeq)).toEqual(
        expected.toSorted((a, b) => a.serverSeq - b.serverSeq),
      )
    }
  }
  return reference
}

export const randomLogContract = () =>
  describe('any log, posted in any pieces', () => {
    it('gives the cards of its fold, the log of the reference, and the same cards when rebuilt', async () => {
      const property = fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
        async (steps, sizes, again) => {
          const viewer = await newLearner()
          const { factIds } = await newSet({}, [viewer.userId])
          const entries = steps.map((one, index) => entryOf(one, index + 1, factIds))
          const reference = await postAll(viewer, entries, sizes, again)
          const { userId } = viewer
          const { pulled } = await post(viewer, [], 0)
          expect(pulled.entries).toEqual(reference.log)
          const cached = await cardsOf(db(), userId)
          expect(cached).toEqual(await cardsFromLog(db(), userId))
          await transaction((tx) => rebuildCards(tx, userId))
          expect(await cardsOf(db(), userId)).toEqual(cached)
          const history = await historyOf(db(), userId, factIds)
          expect(new Set(history.map(({ id }) => id)).size).toBe(history.length)
        },
      )
      await fc.assert(property, { numRuns: RUNS, seed: 7 })
    }, 120_000)
  })
