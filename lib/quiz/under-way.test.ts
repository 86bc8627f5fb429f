import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Clocks,
  elapsedAt,
  isWaiting,
  leftAt,
  type Running,
  type Saved,
  type UnderWay,
  underWayAfter,
  underWayFrom,
  underWayIn,
  unsentOf,
} from './index.ts'

const START = 1_000_000
const running: Running = {
  ...{ attemptId: 'a', assignmentId: 'q', title: 'Harbours', language: 'en', number: 1, feedback: 'after' },
  items: [0, 1, 2].map((place) => ({ place, form: 'typed', stem: `${place}?`, direction: 'forward', options: [] })),
  ...{ given: {}, startedAt: START, endsAt: START + 60_000, graceMs: 5_000, serverNow: START + 400 },
}
/** The device's clocks so many milliseconds after it was told the time; its wall clock is hours off. */
const clocks = (ms: number, change: Partial<Clocks> = {}): Clocks => ({
  ...{ wallNow: 9_000_000 + ms, origin: 5, count: 70 + ms },
  ...change,
})
const begun = underWayFrom(running, null, clocks(0))
const give = (state: UnderWay, place: number, given: string, ms: number, tell = false): UnderWay =>
  underWayAfter(state, { type: 'give', place, given, spentMs: 100, clocks: clocks(ms), tell })
const received = (state: UnderWay, change: Partial<Saved> = {}): Saved => ({
  received: unsentOf(state).map(({ place, seq }) => ({ place, seq, standing: 'counts' })),
  ...{ told: [], handedInAt: null, endsAt: running.endsAt, serverNow: START + 3_000, ...change },
})
const save = (state: UnderWay, saved: Saved, ms = 2_600): UnderWay =>
  underWayAfter(state, { type: 'saved', saved, clocks: clocks(ms) })

describe('the time of an attempt', () => {
  it('is counted from the server’s start, whatever the wall clock says', () => {
    expect(elapsedAt(begun, clocks(1_000))).toEqual({ elapsedMs: 1_400, counted: true })
    expect(leftAt(begun, clocks(1_000))).toBe(58_600)
    expect(leftAt(begun, clocks(90_000))).toBe(0)
    expect(leftAt({ ...begun, running: { ...running, endsAt: null } }, clocks(0))).toBeNull()
  })

  it('is not vouched for after a reload, a sleep, or a clock that was set, until the server tells it again', () => {
    expect(elapsedAt(begun, clocks(8_000, { origin: 6, count: 3 }))).toEqual({ elapsedMs: 8_400, counted: false })
    expect(elapsedAt(begun, clocks(8_000, { count: 70 + 1_000 })).counted).toBe(false)
    expect(elapsedAt(begun, clocks(8_000, { wallNow: 1 }))).toEqual({ elapsedMs: 8_400, counted: false })
    const again = save(begun, received(begun), 8_000)
    expect(elapsedAt(again, clocks(8_500))).toEqual({ elapsedMs: 3_500, counted: true })
  })
})

describe('an attempt on a phone', () => {
  it('keeps each answer’s last change, in the order in which they were made', () => {
    const state = give(give(give(begun, 2, 'c', 10), 0, 'a', 20), 2, 'cc', 30)
    expect(unsentOf(state).map(({ place, given, seq, spentMs }) => [place, given, seq, spentMs])).toEqual([
      [0, 'a', 2, 100],
      [2, 'cc', 3, 200],
    ])
    expect(give(begun, 1, '  ', 40)).toBe(begun)
    expect(unsentOf(give(give(begun, 1, 'b', 5), 1, '', 9))).toMatchObject([{ place: 1, given: '', seq: 2 }])
  })

  it('waits until the server has it all, and until it is handed in where that is wanted', () => {
    const state = give(begun, 0, 'a', 10)
    expect([isWaiting(begun), isWaiting(state)]).toEqual([false, true])
    const sent = save(state, received(state))
    expect(isWaiting(sent)).toBe(false)
    const done = underWayAfter(sent, { type: 'hand-in' })
    expect(isWaiting(done)).toBe(true)
    expect(give(done, 1, 'b', 50)).toBe(done)
    expect(isWaiting(save(done, received(done, { handedInAt: 5 })))).toBe(false)
  })

  it('loses nothing that was answered while something was on its way', () => {
    const state = give(begun, 0, 'a', 10)
    const saved = received(state)
    const meanwhile = give(state, 0, 'aa', 20)
    expect(unsentOf(save(meanwhile, saved))).toMatchObject([{ place: 0, given: 'aa' }])
  })

  it('gives way to a later change from elsewhere, and changes nothing that was told', () => {
    const state = give(begun, 0, 'a', 10)
    const elsewhere = { received: [{ place: 0, seq: 9, standing: 'counts' }] }
    expect(unsentOf(save(state, received(state, elsewhere)))).toEqual([])
    const told = give(begun, 0, 'a', 10, true)
    expect(give(told, 0, 'b', 20)).toBe(told)
  })

  it('goes on elsewhere with what the server has, and here with what is later', () => {
    const kept = give(give(begun, 0, 'mine', 10), 1, 'old', 20)
    const server = { ...running, given: { 1: { given: 'newer', seq: 7, told: null } } }
    const state = underWayFrom(server, kept, clocks(0))
    expect(state.answers).toMatchObject({ 0: { given: 'mine' }, 1: { given: 'newer', standing: 'counts' } })
    expect(unsentOf(state).map(({ place }) => place)).toEqual([0])
    expect(underWayFrom({ ...server, attemptId: 'b' }, kept, clocks(0)).answers).not.toHaveProperty('0')
  })

  it('comes back from the disk as it was, and nothing else does', () => {
    const state = give(begun, 0, 'a', 10)
    expect(underWayIn(JSON.parse(JSON.stringify(state)))).toEqual(state)
    for (const other of [null, 3, {}, { ...state, v: 2 }, { v: 1, running: {} }]) expect(underWayIn(other)).toBeNull()
  })

  it('stays within its questions, whatever is done with it', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 9 })), (steps) => {
        const state = steps.reduce((before, to) => {
          const gone = underWayAfter(before, { type: 'go', to })
          return to % 2 === 0 ? underWayAfter(gone, { type: 'flag' }) : gone
        }, begun)
        expect(state.at).toBeGreaterThanOrEqual(0)
        expect(state.at).toBeLessThan(running.items.length)
        expect(state.flagged.every((place) => place < running.items.length)).toBe(true)
      }),
    ))
})
