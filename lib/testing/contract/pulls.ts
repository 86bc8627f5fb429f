import { describe, expect, it } from 'vitest'
import type { StoredEntry } from '#lib/log/index.ts'
import { cardsFromLog, cardsOf } from '#lib/server/cards.ts'
import { db } from '#lib/server/db.ts'
import { PULLED_MAX } from '#lib/server/sync.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { draftOf, manyLines, newSet } from '../drafts.ts'
import { NOON, numberedId } from '../entries.ts'
import { newLearner } from '../stage.ts'
import { answer, post } from './posts.ts'

/** Pulls until there is no more, as a device does. */
const pullAll = async (
  viewer: Viewer,
  from = 0,
): Promise<{ entries: StoredEntry[]; pages: number; cursor: number }> => {
  const entries: StoredEntry[] = []
  let cursor = from
  for (let pages = 1; ; pages++) {
    const response = await post(viewer, [], cursor)
    entries.push(...response.pulled.entries)
    cursor = response.cursor
    if (!response.more) return { entries, pages, cursor }
  }
}

export const pullContract = () =>
  describe('pulls', () => {
    it('give a second device everything in order, page by page, exactly as it was sent', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId], draftOf(manyLines(20)))
      const count = PULLED_MAX + 150
      const sent = Array.from({ length: count }, (_, n) => answer(n + 1, factIds[n % 20] ?? ''))
      for (let from = 0; from < count; from += 200) await post(viewer, sent.slice(from, from + 200))
      const { entries, pages, cursor } = await pullAll(viewer)
      expect(pages).toBe(2)
      expect(cursor).toBe(count)
      expect(entries.map(({ serverSeq }) => serverSeq)).toEqual(sent.map((_, index) => index + 1))
      expect(entries).toEqual(sent.map((entry, n) => ({ ...entry, effectiveAt: entry.at, serverSeq: n + 1 })))
      expect((await pullAll(viewer, cursor)).entries).toEqual([])
    })

    it('leave out what the same request brought', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId])
      await post(viewer, [answer(1, factIds[0] ?? '')])
      const { pulled, cursor } = await post(viewer, [answer(2, factIds[1] ?? '')])
      expect(pulled.entries.map(({ id }) => id)).toEqual([numberedId(1)])
      expect(cursor).toBe(2)
      const next = await post(viewer, [answer(3, factIds[2] ?? '')], cursor)
      expect([next.pulled.entries, next.cursor, next.more]).toEqual([[], 3, false])
    })

    it('skip nothing while many devices post at once', async () => {
      const viewer = await newLearner()
      const { factIds } = await newSet({}, [viewer.userId])
      const pulled: StoredEntry[] = []
      let cursor = 0
      let open = true
      const reading = (async () => {
        while (open) {
          const response = await post(viewer, [], cursor)
          pulled.push(...response.pulled.entries)
          cursor = response.cursor
        }
      })()
      const posts = Array.from({ length: 24 }, (_, n) => {
        const entries = [1, 2, 3].map((k) =>
          answer(n * 3 + k, factIds[(n + k) % 6] ?? '', 3, NOON + ((n * 7 + k) % 50) * 1000),
        )
        return post(viewer, entries)
      })
      const answers = await Promise.all(posts)
      open = false
      await reading
      pulled.push(...(await pullAll(viewer, cursor)).entries)
      expect(answers.flatMap(({ acked }) => acked)).toHaveLength(72)
      expect(pulled.map(({ serverSeq }) => serverSeq)).toEqual(Array.from({ length: 72 }, (_, n) => n + 1))
      expect(await cardsOf(db(), viewer.userId)).toEqual(await cardsFromLog(db(), viewer.userId))
    })

    it('tell the sets at their newest version and the settings', async () => {
      const viewer = await newLearner()
      const { setId } = await newSet({}, [viewer.userId])
      const { pulled } = await post(viewer, [])
      expect(pulled.packs).toMatchObject([
        { setId, version: 1, title: 'The harbour of Anset', newPerDayMax: null, paused: false },
      ])
      expect(pulled.settings.newPerDayMax).toBe(10)
      expect(pulled.assignments).toEqual([])
    })
  })
