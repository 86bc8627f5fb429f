import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ClientEntry, cardKey, foldCards, type StoredEntry } from '#lib/log/index.ts'
import { defaultSettings, type PackRef, type SyncChange } from '#lib/sync/index.ts'
import { cardEntryOf, gradeOf, NOON, numberedId, reviewOf, storedOf, undoOf } from '#lib/testing/entries.ts'
import { failNextPut, newDevice } from '#lib/testing/indexeddb.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { type LearnerStore, openStore } from './store.ts'

const F1 = cardKey('f1', 'forward')
const MINUTE = 60_000

const refTo = (setId: string, version = 1): PackRef => ({
  setId,
  version,
  hash: 'h',
  title: setId,
  addedAt: NOON,
  newPerDayMax: null,
  paused: false,
})

const changeOf = (part: Partial<Omit<SyncChange, 'pulled'>> & { entries?: StoredEntry[]; packs?: PackRef[] }) => ({
  acked: part.acked ?? [],
  rejected: part.rejected ?? [],
  cursor: part.cursor ?? 1,
  pulled: {
    entries: part.entries ?? [],
    packs: part.packs ?? [],
    settings: defaultSettings,
    assignments: [],
  },
})

/** What every state of the store must satisfy: its cards are the fold of its log. */
const expectFolded = async (store: LearnerStore) =>
  expect(await store.cards()).toEqual(foldCards(await store.entries()))

beforeEach(newDevice)

describe('append', () => {
  it('keeps the entry, its place in the outbox and its card over a reopening', async () => {
    const store = await openStore('u1')
    const entry = await store.append(reviewOf(1))
    store.close()
    const again = await openStore('u1')
    expect(await again.entries()).toEqual([entry])
    expect(await again.outbox(200)).toEqual([{ ...reviewOf(1), deviceId: store.deviceId, seq: 1 }])
    expect((await again.cards()).get(F1)?.reps).toBe(1)
    expect(await again.unsynced()).toBe(1)
    await expectFolded(again)
  })

  it('makes the id, the time and the zone where the draft leaves them out', async () => {
    const { id: _id, at: _at, tzOffsetMin: _tz, deviceId: _device, seq: _seq, v: _v, ...draft } = reviewOf(1)
    const store = await openStore('u1')
    const entry = await store.append(draft)
    expect(entry.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(Math.abs(entry.at - Date.now())).toBeLessThan(5_000)
    expect(entry.tzOffsetMin).toBe(-new Date().getTimezoneOffset())
  })

  it('counts one answer once, however often it is appended', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    await store.append(reviewOf(1))
    expect(await store.entries()).toHaveLength(1)
    expect(await store.unsynced()).toBe(1)
    expect((await store.cards()).get(F1)?.reps).toBe(1)
  })

  it('gives two tabs places of their own in one device log', async () => {
    const [left, right] = await Promise.all([openStore('u1'), openStore('u1')])
    expect(left.deviceId).toBe(right.deviceId)
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? left : right).append(reviewOf(n, { at: NOON + n }))))
    const seqs = (await left.entries()).map((entry) => entry.seq)
    expect(seqs.sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect((await right.cards()).get(F1)?.reps).toBe(6)
    await expectFolded(left)
  })

  it('writes nothing at all when any part of the write fails', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    for (const table of ['entries', 'outbox', 'cards', 'meta']) {
      failNextPut(table, new Error('the process died here'))
      await expect(store.append(reviewOf(2, { at: NOON + MINUTE }))).rejects.toThrow('the process died here')
      expect(await store.entries()).toHaveLength(1)
      expect(await store.unsynced()).toBe(1)
      expect((await store.cards()).get(F1)?.reps).toBe(1)
    }
    expect((await store.append(reviewOf(2, { at: NOON + MINUTE }))).seq).toBe(2)
    await expectFolded(store)
  })

  it('asks for the write to be on disk before it counts', async () => {
    const store = await openStore('u1')
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await store.append(reviewOf(1))
    await store.commit(changeOf({}))
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.map(([, , options]) => options?.durability)).toEqual(['strict', 'strict'])
    opened.mockRestore()
  })

  it('says so when the device is full, and loses nothing that was saved', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    failNextPut('entries', new DOMException('no room', 'QuotaExceededError'))
    await expect(store.append(reviewOf(2))).rejects.toMatchObject({ name: 'StorageError', trouble: 'full' })
    expect(await store.entries()).toHaveLength(1)
  })

  it('opens the database again, once, when its handle has died', async () => {
    const store = await openStore('u1')
    failNextPut('entries', new DOMException('connection lost', 'InvalidStateError'))
    await store.append(reviewOf(1))
    expect(await store.entries()).toHaveLength(1)
  })

  it('keeps two learners of one device apart', async () => {
    const mine = await openStore('u1')
    await mine.append(reviewOf(1))
    const yours = await openStore('u2')
    expect(await yours.entries()).toEqual([])
    expect(await yours.unsynced()).toBe(0)
    expect(yours.deviceId).not.toBe(mine.deviceId)
  })

  it('tells its listeners the entry and the cards it moved', async () => {
    const store = await openStore('u1')
    const heard = vi.fn()
    const stop = store.onChange(heard)
    const entry = await store.append(reviewOf(1))
    stop()
    await store.append(reviewOf(2, { at: NOON + MINUTE }))
    expect(heard).toHaveBeenCalledTimes(1)
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ kind: 'appended', entries: [entry] })
    expect(heard.mock.calls[0]?.[0].cards.get(F1).reps).toBe(1)
  })
})

describe('undo', () => {
  it('takes the card back to what it was, and away when it was the first', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    const before = await store.cards()
    await store.append(reviewOf(2, { at: NOON + MINUTE, grades: [gradeOf('f1', 1)] }))
    await store.append(undoOf(3, numberedId(2), { at: NOON + 2 * MINUTE }))
    expect(await store.cards()).toEqual(before)
    await store.append(undoOf(4, numberedId(1), { at: NOON + 3 * MINUTE }))
    expect(await store.cards()).toEqual(new Map())
    await expectFolded(store)
  })

  it('may be pulled before the answer it takes back', async () => {
    const store = await openStore('u1')
    await store.commit(changeOf({ entries: [storedOf(undoOf(2, numberedId(1), { deviceId: 'laptop' }))] }))
    await store.commit(changeOf({ entries: [storedOf(reviewOf(1, { deviceId: 'laptop' }))], cursor: 2 }))
    expect(await store.cards()).toEqual(new Map())
    await expectFolded(store)
  })
})

describe('beginning again', () => {
  it('sends all of this device’s own entries, none of another’s, and fetches everything', async () => {
    const store = await openStore('learner')
    await store.append(reviewOf(1))
    await store.append(reviewOf(2))
    const acked = [1, 2].map((n) => ({ id: numberedId(n), effectiveAt: NOON, serverSeq: n }))
    await store.commit(changeOf({ acked, entries: [storedOf(reviewOf(3, { deviceId: 'laptop' }))], cursor: 3 }))
    expect([await store.unsynced(), await store.cursor()]).toEqual([0, 3])
    await store.beginAgain()
    expect((await store.outbox(9)).map(({ id }) => id)).toEqual([numberedId(1), numberedId(2)])
    expect(await store.cursor()).toBe(0)
    await store.refold()
    await expectFolded(store)
  })
})

describe('commit', () => {
  it('empties the outbox of what the server has, and of nothing else', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    await store.append(reviewOf(2, { at: NOON + MINUTE }))
    await store.commit(changeOf({ acked: [{ id: numberedId(1), effectiveAt: NOON, serverSeq: 1 }] }))
    expect((await store.outbox(200)).map((entry) => entry.id)).toEqual([numberedId(2)])
    expect(await store.cursor()).toBe(1)
    await expectFolded(store)
  })

  it.each([
    ['later', 3 * MINUTE],
    ['earlier', -3 * MINUTE],
  ])('replays a card when the server puts its answer %s', async (_, shift) => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    await store.append(reviewOf(2, { at: NOON + MINUTE, grades: [gradeOf('f1', 1)] }))
    await store.commit(
      changeOf({ acked: [{ id: numberedId(shift > 0 ? 1 : 2), effectiveAt: NOON + shift, serverSeq: 1 }] }),
    )
    await expectFolded(store)
    expect((await store.cards()).get(F1)?.reps).toBe(2)
  })

  it('folds what other devices did between our own answers', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    await store.append(reviewOf(3, { at: NOON + 2 * MINUTE }))
    const between = reviewOf(9, { deviceId: 'laptop', at: NOON + MINUTE, grades: [gradeOf('f1', 1)] })
    const suspended = cardEntryOf(10, 'suspend', 'f2', { deviceId: 'laptop' })
    await store.commit(changeOf({ entries: [storedOf(between), storedOf(suspended)] }))
    await store.commit(changeOf({ entries: [storedOf(between), storedOf(suspended)] }))
    expect(await store.entries()).toHaveLength(4)
    await expectFolded(store)
  })

  it('replays a card that an entry without effect had named before it existed', async () => {
    const store = await openStore('u1')
    const { v, deviceId, tzOffsetMin } = reviewOf(1, { deviceId: 'server' })
    const stamp = { v, id: numberedId(8), deviceId, seq: 8, at: NOON, tzOffsetMin, effectiveAt: NOON }
    const changed: StoredEntry = { ...stamp, kind: 'invalidate', factId: 'f1', factVersion: 2 }
    await store.commit(changeOf({ entries: [changed] }))
    const earlier = reviewOf(1, { deviceId: 'laptop', at: NOON - MINUTE })
    await store.commit(changeOf({ entries: [storedOf(earlier)], cursor: 2 }))
    await expectFolded(store)
  })

  it('sets a refused entry aside: out of the queue and the fold, kept to be seen', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    await store.commit(changeOf({ rejected: [{ id: numberedId(1), reason: 'too long' }] }))
    expect(await store.outbox(200)).toEqual([])
    expect(await store.cards()).toEqual(new Map())
    expect(await store.refused()).toMatchObject([{ id: numberedId(1), reason: 'too long' }])
  })

  it('is all or nothing: a failure half-way leaves outbox and cursor for the next time', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    failNextPut('meta', new Error('the process died here'))
    const change = changeOf({ acked: [{ id: numberedId(1), effectiveAt: NOON, serverSeq: 1 }], cursor: 7 })
    await expect(store.commit(change)).rejects.toThrow()
    expect(await store.unsynced()).toBe(1)
    expect(await store.cursor()).toBe(0)
    await store.commit(change)
    expect(await store.unsynced()).toBe(0)
    expect(await store.cursor()).toBe(7)
  })

  it('never moves the cursor back', async () => {
    const store = await openStore('u1')
    await store.commit(changeOf({ cursor: 9 }))
    await store.commit(changeOf({ cursor: 4 }))
    expect(await store.cursor()).toBe(9)
  })

  it('folds anew when the settings in the log bring other weights', async () => {
    const store = await openStore('u1')
    await store.append(reviewOf(1))
    const stamp: ClientEntry = reviewOf(5, { deviceId: 'server' })
    const { v, id, deviceId, seq, at, tzOffsetMin } = stamp
    await store.commit(
      changeOf({
        entries: [
          {
            ...{ v, id, deviceId, seq, at, tzOffsetMin, effectiveAt: NOON - MINUTE },
            ...{ kind: 'settings', weights: null, desiredRetention: 0.8, schedulerVersion: 1 },
          },
        ],
      }),
    )
    await expectFolded(store)
    const harder = (await store.cards()).get(F1)?.due ?? 0
    newDevice()
    const plain = await openStore('u1')
    await plain.append(reviewOf(1))
    expect(harder).toBeGreaterThan((await plain.cards()).get(F1)?.due ?? 0)
  })
})

describe('packs', () => {
  it('keeps the old version until the new one is here, then drops it', async () => {
    const store = await openStore('u1')
    const first = packOfLighthouse()
    await store.commit(changeOf({ packs: [refTo(first.setId)] }))
    await store.putPack(first)
    await store.commit(changeOf({ packs: [refTo(first.setId, 2)] }))
    expect(await store.hasPack(refTo(first.setId, 2))).toBe(false)
    expect(await store.pack(refTo(first.setId, 2))).toEqual(first)
    await store.putPack({ ...first, version: 2 })
    await store.commit(changeOf({ packs: [refTo(first.setId, 2)] }))
    expect(await store.hasPack(refTo(first.setId, 1))).toBe(false)
    expect((await store.pack(refTo(first.setId, 2)))?.version).toBe(2)
  })

  it('drops the content of a set the learner has left', async () => {
    const store = await openStore('u1')
    const pack = packOfLighthouse()
    await store.commit(changeOf({ packs: [refTo(pack.setId)] }))
    await store.putPack(pack)
    await store.commit(changeOf({ packs: [] }))
    expect(await store.pack(refTo(pack.setId))).toBeNull()
  })
})
