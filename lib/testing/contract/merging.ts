import { describe, expect, it } from 'vitest'
import { cardsOf } from '#lib/server/cards.ts'
import { db } from '#lib/server/db.ts'
import { saveList } from '#lib/server/desk/lists.ts'
import { importText } from '#lib/server/documents.ts'
import { packRefs } from '#lib/server/enrolment.ts'
import { guestWork, mergeGuest } from '#lib/server/merge.ts'
import { saveSettings } from '#lib/server/settings.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { newSet } from '../drafts.ts'
import { NOON, numberedId, undoOf } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, expectCacheEqualsLog, post } from './posts.ts'

const NOTES = `Agnes Rennick designed Skerry Lighthouse in 1784. Tom Garrow became the first keeper of Skerry Lighthouse in April 1790.
Skerry Lighthouse burned whale oil until 1837. Marta Quill wrote a history of Skerry Lighthouse in 1901.`

const newGuest = async (): Promise<Viewer> => {
  const { id } = await db().user.create({ data: { kind: 'guest' }, select: { id: true } })
  return { userId: id, sessionId: 'none', kind: 'guest', role: 'learner' }
}

/** A member and a guest who study one set. */
const two = async () => {
  const [member, guest] = [await newLearner(), await newGuest()]
  const { factIds } = await newSet({}, [member.userId, guest.userId])
  const [first = '', second = ''] = factIds
  return { member, guest, first, second }
}

const logOf = (viewer: Viewer) =>
  db().entry.findMany({
    where: { userId: viewer.userId },
    select: { id: true, serverSeq: true },
    orderBy: { serverSeq: 'asc' },
  })

export const mergingContract = () =>
  describe('a guest who comes into an account', () => {
    it('brings every answer, and the cards are those of one log', async () => {
      const { member, guest, first, second } = await two()
      const DAY = 86_400_000
      const now = new Date(NOON + 9 * DAY)
      await post(member, [answer(1, first, 3, NOON), answer(2, first, 3, NOON + 4 * DAY)], 0, now)
      await post(
        guest,
        [answer(3, first, 1, NOON + 2 * DAY), answer(4, second, 3, NOON), undoOf(5, numberedId(4))],
        0,
        now,
      )
      expect(await guestWork(guest)).toEqual({ answers: 2, documents: 0 })
      expect(await mergeGuest(member, guest, now)).toBe(3)
      expect((await logOf(member)).map(({ serverSeq }) => serverSeq)).toEqual([1, 2, 3, 4, 5])
      await expectCacheEqualsLog(member)
      const cards = await cardsOf(db(), member.userId)
      expect(cards.get(`${first}|forward`)).toMatchObject({ reps: 3, lapses: 1 })
      expect(cards.has(`${second}|forward`)).toBe(false)
      expect((await post(member, [], 2, now)).pulled.entries).toHaveLength(3)
    })

    it('doubles nothing when it is repeated, nor where both sent the same entries', async () => {
      const { member, guest, first } = await two()
      await post(member, [answer(1, first)])
      await post(guest, [answer(1, first), answer(2, first)])
      expect(await Promise.all([mergeGuest(member, guest), mergeGuest(member, guest)])).toContain(1)
      expect(await mergeGuest(member, guest)).toBe(0)
      expect((await logOf(member)).map(({ id }) => id)).toEqual([numberedId(1), numberedId(2)])
      await expectCacheEqualsLog(member)
    })

    it('brings texts and sets along, also one that both have pasted', async () => {
      const { member, guest } = await two()
      const paste = { text: NOTES, format: 'text' as const }
      const mine = await importText(member, paste)
      const theirs = await importText(guest, paste)
      await mergeGuest(member, guest)
      const refs = (await packRefs(member)).map(({ setId }) => setId)
      expect(refs).toEqual(expect.arrayContaining([mine.setId, theirs.setId]))
      expect(await db().document.count({ where: { ownerId: member.userId } })).toBe(2)
      expect(await importText(member, paste)).toEqual(mine)
    })

    it('counts a list of pairs as work to take along', async () => {
      const guest = await newGuest()
      await saveList(guest, {
        ...{ setId: null, version: 0, title: 'Words', language: 'en', directions: ['forward'], open: 'private' },
        rows: [{ factId: null, front: 'lighthouse', back: 'latarnia' }],
      })
      expect(await guestWork(guest)).toEqual({ answers: 0, documents: 1 })
    })

    it('leaves the guest’s settings behind, and the guest is no more', async () => {
      const { member, guest, first } = await two()
      await saveSettings(guest, { desiredRetention: 0.8 })
      await post(guest, [answer(1, first)])
      await mergeGuest(member, guest)
      expect(await db().entry.count({ where: { kind: 'settings' } })).toBe(0)
      expect(await db().user.findUnique({ where: { id: guest.userId } })).toBeNull()
      await expect(post(guest, [answer(2, first)])).rejects.toMatchObject({ code: 'sign-in-needed' })
      await expectCacheEqualsLog(member)
    })

    it('has to be a guest, and the account a member', async () => {
      const { member, guest } = await two()
      const other = await newLearner()
      await expect(mergeGuest(member, other)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(mergeGuest(guest, guest)).rejects.toMatchObject({ code: 'not-allowed' })
    })
  })
