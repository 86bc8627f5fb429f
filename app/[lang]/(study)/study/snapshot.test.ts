import { describe, expect, it } from 'vitest'
import { buildSession, type SessionAction, sessionReducer, startSession } from '#lib/session/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { packOfForms, SINGLE_FORMS, sessionInputOf } from '#lib/testing/session.ts'
import { packed, unpacked } from './snapshot.ts'

const { items } = buildSession(sessionInputOf([packOfForms(30, SINGLE_FORMS, 3)], { limits: { items: 20 } }))
const answer = (n: number): SessionAction[] => [
  { type: 'show', at: NOON + n },
  {
    type: 'answer',
    at: NOON + n,
    entryId: `e${n}`,
    given: 'x',
    marking: { verdict: n % 2 ? 'wrong' : 'right', nearly: false },
  },
]
const answered = (answers: number) =>
  Array.from({ length: answers }, (_, n) => n)
    .flatMap((n): SessionAction[] => (n === 0 ? answer(n) : [{ type: 'next' }, ...answer(n)]))
    .reduce(sessionReducer, startSession(items))

describe('a session that was left', () => {
  const session = answered(6)
  const text = packed({ session, seed: 'seed', savedAt: NOON })

  it('is the same when it is taken up, missed facts and undo included', () => {
    const back = unpacked(text, NOON)
    expect(back).toEqual({ session, seed: 'seed', savedAt: NOON })
    const steps: SessionAction[] = [{ type: 'next' }, { type: 'undo' }, { type: 'undo' }]
    if (back) expect(steps.reduce(sessionReducer, back.session)).toEqual(steps.reduce(sessionReducer, session))
  })

  it('counts no time away as time on a question', () => {
    const asking = sessionReducer(startSession(items), { type: 'show', at: NOON })
    const left = packed({ session: asking, seed: '', savedAt: NOON + 2000 })
    expect(unpacked(left, NOON + 62_000)?.session.shownAt).toBe(NOON + 60_000)
  })

  it('is not taken up when it is old, and text that is none is refused', () => {
    expect(unpacked(text, NOON + 4 * 3_600_000)).toBeNull()
    expect(() => unpacked('{', NOON)).toThrow()
    expect(() => unpacked(text.replace('"queue":[0', '"queue":[99'), NOON)).toThrow()
  })

  it('stays small', () =>
    expect(packed({ session: answered(30), seed: '', savedAt: NOON }).length).toBeLessThan(40_000))
})
