import { expect } from 'vitest'
import type { ClientEntry, Rating } from '#lib/log/index.ts'
import { cardsFromLog, cardsOf } from '#lib/server/cards.ts'
import { db } from '#lib/server/db.ts'
import { syncEntries } from '#lib/server/sync.ts'
import { readSync } from '#lib/server/sync-request.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { gradeOf, NOON, reviewOf } from '../entries.ts'
import { newLearner } from '../stage.ts'

export const LATER = new Date(NOON + 3_600_000)

/** Posts as a device would, through the parser; `cursor` 0 unless told. */
export const post = (viewer: Viewer, entries: readonly unknown[], cursor = 0, now = LATER) => {
  const sent = { protocol: 1, userId: viewer.userId, clientNow: now.getTime(), cursor, entries }
  const { request, malformed } = readSync(JSON.parse(JSON.stringify(sent)))
  return syncEntries(viewer, request, malformed, now)
}

export const answer = (n: number, factId: string, rating: Rating = 3, at = NOON + n * 1000): ClientEntry =>
  reviewOf(n, { at, grades: [gradeOf(factId, rating)] })

export const expectCacheEqualsLog = async (viewer: Viewer) =>
  expect(await cardsOf(db(), viewer.userId)).toEqual(await cardsFromLog(db(), viewer.userId))

export const learnerWithSet = async () => {
  const viewer = await newLearner()
  const { factIds } = await newSet({}, [viewer.userId])
  const [first = '', second = '', third = ''] = factIds
  return { viewer, factIds, first, second, third }
}
