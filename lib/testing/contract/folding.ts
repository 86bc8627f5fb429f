import { describe, expect, it } from 'vitest'
import { cardsOf } from '#lib/server/cards.ts'
import { checkLearner } from '#lib/server/check.ts'
import { db } from '#lib/server/db.ts'
import { saveSettings } from '#lib/server/settings.ts'
import { digestOfCards } from '#lib/sync/index.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, undoOf } from '../entries.ts'
import { answer, expectCacheEqualsLog, LATER, learnerWithSet, post } from './posts.ts'

export const foldingContract = () =>
  describe('folding cards', () => {
    it('folds an entry that arrives late as if it had come in time', async () => {
      const { viewer, first } = await learnerWithSet()
      const DAY = 86_400_000
      const now = new Date(NOON + 9 * DAY)
      await post(viewer, [answer(1, first, 3, NOON), answer(3, first, 1, NOON + 5 * DAY)], 0, now)
      await post(viewer, [answer(2, first, 3, NOON + 2 * DAY)], 0, now)
      await expectCacheEqualsLog(viewer)
      expect((await cardsOf(db(), viewer.userId)).get(`${first}|forward`)).toMatchObject({ reps: 3, lapses: 1 })
    })

    it('folds two entries of one instant in their order, whichever comes first', async () => {
      const { viewer, first } = await learnerWithSet()
      await post(viewer, [answer(1, first, 3, NOON - 86_400_000)])
      await post(viewer, [answer(5, first, 1, NOON), answer(4, first, 3, NOON)])
      await expectCacheEqualsLog(viewer)
      await post(viewer, [answer(2, first, 4, NOON)])
      await expectCacheEqualsLog(viewer)
    })

    it('finds a card that says something else than the log, puts it right, and gives the digests of the two', async () => {
      const { viewer, first, second } = await learnerWithSet()
      const { userId } = viewer
      await post(viewer, [answer(1, first), answer(2, second)])
      const cards = await cardsOf(db(), userId)
      const told = { entries: 2, cardsDigest: digestOfCards(cards.values()) }
      const clean = await checkLearner(viewer)
      expect(clean).toMatchObject({ ...told, repaired: 0 })
      await db().card.update({
        where: { userId_factId_direction: { userId, factId: first, direction: 'forward' } },
        data: { reps: 99 },
      })
      await db().card.deleteMany({ where: { userId, factId: second } })
      expect(await checkLearner(viewer)).toEqual({ ...clean, repaired: 2 })
      expect(await cardsOf(db(), userId)).toEqual(cards)
      await post(viewer, [answer(3, first, 1, NOON + 86_400_000)], 0, new Date(NOON + 2 * 86_400_000))
      const later = await checkLearner(viewer)
      expect([later.logDigest === clean.logDigest, later.cardsDigest === clean.cardsDigest]).toEqual([false, false])
    })

    it('takes an answer back, also when the undo comes before it', async () => {
      const { viewer, first, second } = await learnerWithSet()
      await post(viewer, [answer(1, first), undoOf(2, numberedId(1)), undoOf(3, numberedId(4))])
      expect((await cardsOf(db(), viewer.userId)).size).toBe(0)
      await post(viewer, [answer(4, second)])
      expect((await cardsOf(db(), viewer.userId)).size).toBe(0)
      expect(await db().entry.count()).toBe(4)
      await expectCacheEqualsLog(viewer)
    })

    it('keeps one entry with a rating for each of several facts', async () => {
      const { viewer, first, second, third } = await learnerWithSet()
      const grades = [gradeOf(first, 3), gradeOf(second, 1), gradeOf(third, 4)]
      await post(viewer, [reviewOf(1, { form: 'order', mode: 'tap', grades })])
      const rows = await db().grade.findMany({ orderBy: { position: 'asc' } })
      expect(rows.map(({ factId, rating }) => [factId, rating])).toEqual([
        [first, 3],
        [second, 1],
        [third, 4],
      ])
      await post(viewer, [undoOf(2, numberedId(1))])
      expect((await cardsOf(db(), viewer.userId)).size).toBe(0)
    })

    it('suspends, buries and resets, and moves no schedule by practice', async () => {
      const { viewer, first, second } = await learnerWithSet()
      await post(viewer, [
        answer(1, first),
        reviewOf(2, { context: 'practice', at: NOON + 9_000, grades: [gradeOf(second, 1)] }),
      ])
      await post(viewer, [cardEntryOf(3, 'suspend', first, { at: NOON + 10_000 })])
      expect([...(await cardsOf(db(), viewer.userId)).values()]).toMatchObject([
        { factId: first, suspended: true, reps: 1 },
      ])
      await post(viewer, [
        cardEntryOf(4, 'reset', first, { at: NOON + 11_000 }),
        cardEntryOf(5, 'bury', second, { at: NOON }),
      ])
      await expectCacheEqualsLog(viewer)
    })

    it('writes a change of the desired retention into the log, and schedules by it from then on', async () => {
      const { viewer, first, second } = await learnerWithSet()
      await post(viewer, [answer(1, first, 4)])
      await saveSettings(viewer, { desiredRetention: 0.97, theme: 'dark' }, LATER)
      await saveSettings(viewer, { theme: 'light' }, LATER)
      const now = new Date(LATER.getTime() + 60_000)
      const { pulled } = await post(viewer, [answer(2, second, 4, now.getTime() - 1000)], 1, now)
      expect(pulled.entries).toMatchObject([{ kind: 'settings', desiredRetention: 0.97, serverSeq: 2 }])
      expect(pulled.settings).toMatchObject({ desiredRetention: 0.97, theme: 'light', newPerDayMax: 10 })
      await expectCacheEqualsLog(viewer)
      const cards = await cardsOf(db(), viewer.userId)
      const days = (factId: string, at: number) => ((cards.get(`${factId}|forward`)?.due ?? 0) - at) / 86_400_000
      expect(days(second, now.getTime())).toBeLessThan(days(first, NOON))
    })

    it('folds anew where a clock that was set back puts a change of retention before answers', async () => {
      const { viewer, first } = await learnerWithSet()
      await post(viewer, [answer(1, first, 4)])
      await saveSettings(viewer, { desiredRetention: 0.8 }, new Date(NOON - 3_600_000))
      await expectCacheEqualsLog(viewer)
    })
  })
