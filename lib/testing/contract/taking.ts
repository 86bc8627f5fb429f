import { describe, expect, it } from 'vitest'
import { cardsOf } from '#lib/server/cards.ts'
import { db } from '#lib/server/db.ts'
import { syncEntries } from '#lib/server/sync.ts'
import { readSync } from '#lib/server/sync-request.ts'
import { newSet } from '../drafts.ts'
import { attemptEntryOf, examEntryOf, examOf, minutesEntryOf, NOON, numberedId } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, expectCacheEqualsLog, LATER, learnerWithSet, post } from './posts.ts'

export const takingContract = () =>
  describe('taking entries', () => {
    it('takes an entry posted twice once, and answers as the first time', async () => {
      const { viewer, first } = await learnerWithSet()
      const once = await post(viewer, [answer(1, first)])
      const cards = await cardsOf(db(), viewer.userId)
      const twice = await post(viewer, [answer(1, first)], 0, new Date(LATER.getTime() + 5_000))
      expect(once.acked).toEqual([{ id: numberedId(1), effectiveAt: NOON + 1000, serverSeq: 1 }])
      expect(twice.acked).toEqual(once.acked)
      expect(twice.cursor).toBe(1)
      expect(await db().entry.count()).toBe(1)
      expect(await cardsOf(db(), viewer.userId)).toEqual(cards)
      expect(cards.size).toBe(1)
    })

    it("keeps plans and a test that was handed in, touching no card, and the test as a row that is nobody else's", async () => {
      const { viewer, first } = await learnerWithSet()
      const sitting = numberedId(500)
      const told = [
        examEntryOf(1, examOf()),
        minutesEntryOf(2, [0, 20, 20, 20, 20, 20, 45]),
        { ...answer(3, first), context: 'mock', attemptId: sitting },
        attemptEntryOf(4, sitting, ['q2']),
      ]
      const { acked, rejected } = await post(viewer, told)
      expect([acked.length, rejected]).toEqual([4, []])
      const other = await learnerWithSet()
      await post(other.viewer, [attemptEntryOf(5, sitting)])
      expect(await db().attempt.findMany()).toMatchObject([
        { id: sitting, userId: viewer.userId, context: 'mock', finishedAt: new Date(NOON) },
      ])
      const { pulled } = await post(other.viewer, [], 0)
      expect(pulled.entries.map(({ kind }) => kind)).toEqual(['attempt'])
      await expectCacheEqualsLog(viewer)
    })

    it('takes an entry that one request holds twice once', async () => {
      const { viewer, first } = await learnerWithSet()
      const { acked, cursor } = await post(viewer, [answer(1, first), answer(1, first)])
      expect([acked.length, cursor, await db().entry.count()]).toEqual([1, 1, 1])
    })

    it('rejects the same id with other content, keeps the first and notes it in the security log', async () => {
      const { viewer, first } = await learnerWithSet()
      await post(viewer, [answer(1, first, 3)])
      const { acked, rejected } = await post(viewer, [answer(1, first, 1), answer(2, first)])
      expect(rejected).toEqual([{ id: numberedId(1), reason: expect.stringContaining('id') }])
      expect(acked.map(({ id }) => id)).toEqual([numberedId(2)])
      expect(await db().rejectedEntry.findMany()).toMatchObject([{ userId: viewer.userId, entryId: numberedId(1) }])
      expect(await db().securityEvent.findMany()).toMatchObject([{ userId: viewer.userId, kind: 'entry-id-reused' }])
      await expectCacheEqualsLog(viewer)
    })

    it('lets two learners use one id', async () => {
      const { viewer, first } = await learnerWithSet()
      const other = await newLearner()
      await post(viewer, [answer(1, first, 3)])
      const { acked } = await post(other, [answer(1, first, 1)])
      expect(acked).toHaveLength(1)
      expect(await db().entry.count()).toBe(2)
    })

    it('stores nothing of an outbox that belongs to somebody else', async () => {
      const { viewer, first } = await learnerWithSet()
      const other = await newLearner()
      const sent = { protocol: 1, userId: viewer.userId, clientNow: NOON, cursor: 0, entries: [answer(1, first)] }
      await expect(syncEntries(other, readSync(sent).request)).rejects.toMatchObject({ code: 'other-account' })
      expect([await db().entry.count(), await db().rejectedEntry.count()]).toEqual([0, 0])
    })

    it('sets apart what is no entry, or asks a fact out of reach, and takes the rest', async () => {
      const { viewer, first } = await learnerWithSet()
      const hidden = await newSet({ ownerId: (await newLearner()).userId, visibility: 'private' })
      const bad = { ...answer(2, first), kind: 'settings' }
      const { acked, rejected } = await post(viewer, [
        answer(1, first),
        bad,
        answer(3, hidden.factIds[0] ?? ''),
        answer(4, 'x'),
      ])
      expect(acked.map(({ id, serverSeq }) => [id, serverSeq])).toEqual([[numberedId(1), 1]])
      expect(rejected.map(({ id }) => id).sort()).toEqual([2, 3, 4].map(numberedId))
      const kept = await db().rejectedEntry.findMany()
      expect(kept.map(({ entryId }) => entryId).sort()).toEqual([2, 3, 4].map(numberedId))
      expect(kept.every(({ body, reason }) => body.length > 2 && reason.length > 2)).toBe(true)
      await post(viewer, [bad])
      expect(await db().rejectedEntry.count()).toBe(3)
    })

    it('lets a learner go on with a fact that they already study when its set is closed to them', async () => {
      const viewer = await newLearner()
      const owner = await newLearner()
      const { setId, factIds } = await newSet({ ownerId: owner.userId, visibility: 'private' }, [viewer.userId])
      await post(viewer, [answer(1, factIds[0] ?? '')])
      await db().enrolment.deleteMany({ where: { setId } })
      const { acked, rejected } = await post(viewer, [answer(2, factIds[0] ?? ''), answer(3, factIds[1] ?? '')])
      expect(acked.map(({ id }) => id)).toEqual([numberedId(2)])
      expect(rejected.map(({ id }) => id)).toEqual([numberedId(3)])
    })

    it('fixes the effective time at the first insert: never later than the server, corrected where the clock is off', async () => {
      const { viewer, first } = await learnerWithSet()
      const ahead = { protocol: 1, userId: viewer.userId, clientNow: LATER.getTime() + 7_200_000, cursor: 0 }
      const entry = answer(1, first, 3, LATER.getTime() + 7_100_000)
      const { acked } = await syncEntries(viewer, readSync({ ...ahead, entries: [entry] }).request, [], LATER)
      expect(acked[0]?.effectiveAt).toBe(LATER.getTime() - 100_000)
    })
  })
