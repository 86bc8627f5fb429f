import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardKey } from '#lib/log/index.ts'
import { NOON, numberedId, reviewOf } from '#lib/testing/entries.ts'
import { memoryLog } from '#lib/testing/memory-log.ts'
import { memoryPeer } from '#lib/testing/memory-peer.ts'
import { effectiveAt, parseSyncRequest, type SyncPeer, syncOnce } from './index.ts'

const request = (change: object = {}) => ({
  protocol: 1,
  userId: 'u',
  clientNow: NOON,
  cursor: 0,
  entries: [],
  ...change,
})

describe('the time of an entry', () => {
  test('is left alone up to a minute, moved beyond, and never in the future', () => {
    expect(effectiveAt(NOON - 5000, NOON, NOON + 60_000)).toBe(NOON - 5000)
    expect(effectiveAt(NOON - 5000, NOON, NOON + 60_001)).toBe(NOON - 5000 + 60_001)
    expect(effectiveAt(NOON, NOON, NOON - 30_000)).toBe(NOON - 30_000)
    expect(effectiveAt(NOON - 5000, NOON, NOON - 7_200_000)).toBe(NOON - 5000 - 7_200_000)
  })
  test('whatever the clocks say, it lies between 1970 and now', () => {
    const time = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(time, time, time, (at, clientNow, serverNow) => {
        const fixed = effectiveAt(at, clientNow, serverNow)
        expect(fixed >= 0 && fixed <= serverNow).toBe(true)
      }),
    )
  })
})

describe('a request', () => {
  test('keeps its good entries and names its bad ones', () => {
    const bad = { ...reviewOf(2), form: 'essay' }
    expect(parseSyncRequest(request({ entries: [reviewOf(1), bad] }))).toEqual({
      ok: true,
      value: { ...request({ entries: [reviewOf(1)] }), rejected: [{ id: bad.id, reason: 'bad form' }] },
    })
  })
  test.each<[string, unknown, string]>([
    ['nothing', null, 'malformed'],
    ['another protocol', request({ protocol: 2 }), 'malformed'],
    ['no learner', request({ userId: '' }), 'malformed'],
    ['a cursor below 0', request({ cursor: -1 }), 'malformed'],
    ['a time as text', request({ clientNow: 'noon' }), 'malformed'],
    ['entries that are none', request({ entries: {} }), 'malformed'],
    ['an entry without id', request({ entries: [{}] }), 'malformed'],
    ['201 entries', request({ entries: Array.from({ length: 201 }, (_, i) => reviewOf(i + 1)) }), 'too-many-entries'],
    ['inherited fields', Object.create(request()), 'malformed'],
  ])('is refused with %s', (_what, value, code) => {
    expect(parseSyncRequest(value)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('one sync', () => {
  const now = () => NOON
  test('sends 450 entries in three exchanges and leaves nothing behind', async () => {
    const [log, peer] = [memoryLog('u'), memoryPeer({ userId: 'u', now })]
    for (let n = 1; n <= 450; n++) log.append(reviewOf(n))
    expect(await syncOnce(log, peer, now)).toMatchObject({ sent: 450, acked: 450, exchanges: 3, pulled: 0 })
    expect([log.unsent(), peer.log.length]).toEqual([0, 450])
  })

  test('pulls page after page', async () => {
    const peer = memoryPeer({ userId: 'u', now, pageSize: 10 })
    const [one, other] = [memoryLog('u'), memoryLog('u')]
    for (let n = 1; n <= 35; n++) one.append(reviewOf(n))
    await syncOnce(one, peer, now)
    expect(await syncOnce(other, peer, now)).toMatchObject({ pulled: 35, exchanges: 4 })
    expect(other.cards.get(cardKey('f1', 'forward'))).toEqual(one.cards.get(cardKey('f1', 'forward')))
  })

  test('puts what is refused aside, out of the fold, and goes on', async () => {
    const [log, peer] = [memoryLog('u'), memoryPeer({ userId: 'u', now })]
    log.append(
      reviewOf(1, {
        given: 'x'.repeat(3000),
        grades: [{ factId: 'f9', factVersion: 1, direction: 'forward', rating: 3 }],
      }),
    )
    log.append(reviewOf(2))
    const report = await syncOnce(log, peer, now)
    expect(report.rejected).toEqual([{ id: numberedId(1), reason: 'bad given' }])
    expect([log.unsent(), log.quarantine.length, peer.log.length]).toEqual([0, 1, 1])
    expect([...log.cards.keys()]).toEqual([cardKey('f1', 'forward')])
  })

  test('the same id with other content is refused', async () => {
    const [one, other] = [memoryLog('u'), memoryLog('u')]
    const peer = memoryPeer({ userId: 'u', now })
    one.append(reviewOf(1))
    other.append(reviewOf(1, { given: 'something else' }))
    await syncOnce(one, peer, now)
    expect((await syncOnce(other, peer, now)).rejected).toHaveLength(1)
  })

  test('ends when a peer settles nothing, and tells how far the clocks are apart', async () => {
    const log = memoryLog('u')
    log.append(reviewOf(1))
    const sound = memoryPeer({ userId: 'u', now: () => NOON + 5000 })
    const mute: SyncPeer = {
      exchange: async (sent) => ({ ...(await sound.exchange({ ...sent, entries: [] })), more: true }),
    }
    expect(await syncOnce(log, mute, now)).toMatchObject({ exchanges: 1, acked: 0, clockOffset: 5000 })
    expect(log.unsent()).toBe(1)
  })

  test("another learner's log is never sent", async () => {
    const log = memoryLog('someone else')
    log.append(reviewOf(1))
    const peer = memoryPeer({ userId: 'u', now })
    await expect(syncOnce(log, peer, now)).rejects.toThrow()
    expect([log.unsent(), peer.log.length]).toEqual([1, 0])
  })
})
