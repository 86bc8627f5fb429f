import { describe, expect, it } from 'vitest'
import { headOf, nameOf, wordsOf } from './wording.ts'

const names = new Map([
  ['u1', 'Olga'],
  ['s1', 'Lighthouses'],
])

describe('a line of the security log', () => {
  it.each([
    [null, []],
    ['text', []],
    [{}, []],
    [{ guestBefore: 'u9' }, []],
    [{ for: 'reset', by: 'u1' }, ['for a new password', 'by Olga']],
    [{ for: 'invite', by: 'shell' }, ['to invite someone', 'from the server itself']],
    [{ for: 'entry', by: 'mail' }, ['to come in by mail', 'by mail']],
    [{ for: 'slips', accounts: 2, by: 'u1' }, ['on slips of paper', '2 accounts', 'by Olga']],
    [{ for: 'constructor' }, []],
    [{ by: 'u9' }, ['by an account that is gone']],
    [{ set: 's1', by: 'u1' }, ['Lighthouses', 'by Olga']],
    [{ set: 's9' }, ['a set that is gone']],
    [{ ended: 2 }, ['on 2 browsers']],
    [{ guest: 'u9', entries: 1 }, ['1 entry']],
    [
      { rules: '{"signUp":"invited","domains":["a.example","b.example"],"library":false}' },
      ['signing up: Invited', 'e-mail domains: a.example, b.example', 'public library: off'],
    ],
    [
      { rules: '{"domains":[],"documentsMax":1,"megabytesMax":0}' },
      ['e-mail domains: all', 'room for 1 text', 'room for 0 megabytes'],
    ],
    [{ rules: 'no JSON' }, []],
  ])('says %j in words', (detail, words) => expect(wordsOf(detail, names)).toEqual(words))

  it('names every kind, one that is unknown too', () => {
    expect(headOf('signed-in')).toBe('Signed in')
    for (const unknown of ['of-yore', 'constructor', 'forReset']) expect(headOf(unknown)).toBe('Something else')
  })

  it('calls people by name, else by e-mail', () => {
    expect(nameOf({ kind: 'member', name: 'Ada', email: 'a@b.example' })).toBe('Ada')
    expect(nameOf({ kind: 'member', name: null, email: 'a@b.example' })).toBe('a@b.example')
    expect(nameOf({ kind: 'guest', name: null, email: null })).toBe('a guest')
  })
})
