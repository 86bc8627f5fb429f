import { describe, expect, it } from 'vitest'
import { fieldsOf, instantOf, localOf, newDraft, rulesOf, wrongIn } from './draft.ts'

describe('a quiz as it is set', () => {
  it('comes back from its rules as it was', () => {
    const draft = { ...newDraft('set', ['a', 'b']), pass: '50', draw: '12', limit: '' }
    const rules = rulesOf(draft)
    expect(rules).toEqual({
      ...{ limitMinutes: null, attempts: 1, counts: 'best', pass: 0.5, shuffle: true, draw: 12 },
      ...{ feedback: 'after', graceSeconds: 600 },
    })
    expect(rulesOf({ ...draft, ...fieldsOf(rules) })).toEqual(rules)
  })

  it('makes of what cannot be the nearest that can', () => {
    const draft = { ...newDraft('set', []), limit: '-3', attempts: 'x', pass: '250', draw: '0', grace: '' }
    expect(rulesOf(draft)).toMatchObject({ limitMinutes: 1, attempts: null, pass: 1, draw: 1, graceSeconds: 0 })
  })

  it('says which fields hold no number that will do, and from where to where that goes', () => {
    const draft = { ...newDraft('set', []), questionIds: ['a', 'b', 'c'] }
    expect([...wrongIn({ ...draft, limit: '', pass: '', draw: '3', grace: '0' })]).toEqual([])
    const wrong = { limit: '0', attempts: '1.5', pass: '200', draw: '4', grace: '-1', seconds: 'x' }
    expect([...wrongIn({ ...draft, ...wrong })]).toEqual([
      ['limit', [1, 1_440]],
      ['attempts', [1, 100]],
      ['pass', [0, 100]],
      ['draw', [1, 3]],
      ['grace', [0, 1_440]],
    ])
    expect([...wrongIn({ ...draft, ...wrong, kind: 'live' })]).toEqual([['seconds', [5, 600]]])
  })

  it('has one attempt and tells each question where all answer together', () =>
    expect(rulesOf({ ...newDraft('set', []), kind: 'live', attempts: '9' })).toMatchObject({
      ...{ limitMinutes: null, attempts: 1, feedback: 'each' },
    }))

  it('counts down and gives points for speed only where that is wanted, and all answer together', () => {
    const live = { ...newDraft('set', []), kind: 'live' as const, seconds: '3', speed: true }
    expect(rulesOf(live)).toMatchObject({ limitSeconds: 5, speed: true })
    expect(rulesOf({ ...live, ...fieldsOf(rulesOf(live)) })).toEqual(rulesOf(live))
    expect(rulesOf({ ...live, speed: false })).not.toHaveProperty('speed')
    for (const other of [
      { ...live, seconds: '' },
      { ...live, kind: 'quiz' as const },
    ])
      expect(Object.keys(rulesOf(other))).not.toContain('limitSeconds')
  })

  it('has its moments by the clock of the device', () => {
    const at = new Date(2026, 2, 5, 9, 7).getTime()
    expect(localOf(at)).toBe('2026-03-05T09:07')
    expect(instantOf(localOf(at))).toBe(at)
    expect([localOf(null), instantOf(''), instantOf('soon')]).toEqual(['', null, null])
  })
})
