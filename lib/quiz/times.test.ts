import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Allowance, closedForAll, closesFor, endOf, mayBegin, NO_ALLOWANCE, receiptOf, toldFrom } from './index.ts'

const MINUTE = 60_000
const open = { draft: false, opensAt: null, closesAt: null }
const later: Allowance = { closesAt: 90 * MINUTE, extraMinutes: 5, extraAttempts: 1 }

describe('an attempt', () => {
  it('ends when its time is up or its quiz closes, whichever comes first', () => {
    const window = { ...open, closesAt: 60 * MINUTE }
    const ten = { limitMinutes: 10 }
    expect(endOf(0, ten, window, NO_ALLOWANCE)).toBe(10 * MINUTE)
    expect(endOf(55 * MINUTE, ten, window, NO_ALLOWANCE)).toBe(60 * MINUTE)
    expect(endOf(55 * MINUTE, ten, window, later)).toBe(70 * MINUTE)
    expect(endOf(0, { limitMinutes: null }, open, later)).toBeNull()
    expect(endOf(0, { limitMinutes: null }, window, later)).toBe(90 * MINUTE)
  })

  it('is begun while its quiz is open and attempts are left', () => {
    const window = { ...open, opensAt: MINUTE, closesAt: 60 * MINUTE }
    const may = (now: number, allowance = NO_ALLOWANCE, handedIn = 0) =>
      mayBegin(window, { attempts: 1 }, allowance, handedIn, now)
    expect([may(MINUTE - 1), may(MINUTE), may(60 * MINUTE)]).toEqual(['not-yet', 'yes', 'closed'])
    expect(may(60 * MINUTE, later)).toBe('yes')
    expect([may(MINUTE, NO_ALLOWANCE, 1), may(MINUTE, later, 1), may(MINUTE, later, 2)]).toEqual([
      ...['used-up', 'yes', 'used-up'],
    ])
    expect(mayBegin({ ...open, draft: true }, { attempts: null }, later, 9, MINUTE)).toBe('not-yet')
    expect(mayBegin(open, { attempts: null }, NO_ALLOWANCE, 99, MINUTE)).toBe('yes')
  })

  it('is told of when its rules say so: never before it was handed in', () => {
    expect(toldFrom({ feedback: 'after' }, null, 5)).toBeNull()
    expect(toldFrom({ feedback: 'after' }, 3, 5)).toBe(3)
    expect(toldFrom({ feedback: 'each' }, 3, null)).toBe(3)
    expect(toldFrom({ feedback: 'closed' }, 3, 5)).toBe(5)
    expect(toldFrom({ feedback: 'closed' }, 7, 5)).toBe(7)
    expect(toldFrom({ feedback: 'closed' }, 3, null)).toBeNull()
  })
})

describe('an extension', () => {
  it('moves an end later and never earlier, and what is told at the end waits for it', () => {
    const window = { ...open, closesAt: 60 * MINUTE }
    expect(closesFor(window, { ...later, closesAt: MINUTE })).toBe(60 * MINUTE)
    expect(closedForAll(window, [NO_ALLOWANCE, later])).toBe(90 * MINUTE)
    expect(closedForAll(window, [])).toBe(60 * MINUTE)
    expect(closedForAll(open, [later])).toBeNull()
  })
})

const END = 10 * MINUTE
const receiving = (receivedAt: number, before: { seq: number; elapsedMs: number } | null = null) => ({
  ...{ startedAt: 0, endsAt: END, graceMs: MINUTE, receivedAt, before },
})

describe('an answer that comes in', () => {
  it.each([
    ['before the end, whatever its device says', receiving(END), { seq: 1, elapsedMs: -5 }, false, 'counts'],
    ['in the grace, written in time', receiving(END + MINUTE), { seq: 1, elapsedMs: END }, true, 'counts'],
    ['in the grace, written behind the end', receiving(END + MINUTE), { seq: 1, elapsedMs: END + 1 }, true, 'late'],
    ['behind the grace', receiving(END + MINUTE + 1), { seq: 1, elapsedMs: 5 }, true, 'late'],
    ['in the grace, by a wall clock', receiving(END + 1), { seq: 1, elapsedMs: 5 }, false, 'unsure'],
    ['in the grace, from before the start', receiving(END + 1), { seq: 1, elapsedMs: -1 }, true, 'unsure'],
    [
      ...['in the grace, earlier than the one before'],
      ...[receiving(END + 1, { seq: 1, elapsedMs: 9 }), { seq: 2, elapsedMs: 8 }, true, 'unsure'],
    ],
  ] as const)('%s', (_, from, stamp, counted, expected) => expect(receiptOf(from, stamp, counted)).toBe(expected))

  it('has no end to miss where there is none', () =>
    expect(receiptOf({ ...receiving(1e12), endsAt: null }, { seq: 1, elapsedMs: 1e13 }, false)).toBe('counts'))

  it('never counts by a claim alone: not behind the grace, and not by writing that the end had not come', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e7 }),
        fc.integer({ min: -1e7, max: 1e8 }),
        fc.boolean(),
        (lateBy, elapsedMs, counted) => {
          const receipt = receiptOf(receiving(END + lateBy), { seq: 1, elapsedMs }, counted)
          if (lateBy > MINUTE || elapsedMs > END) expect(receipt).toBe('late')
          else expect(receipt).toBe(counted && elapsedMs >= 0 ? 'counts' : 'unsure')
        },
      ),
    ))
})
