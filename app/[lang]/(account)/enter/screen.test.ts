import { describe, expect, it } from 'vitest'
import { codeIn, type Here, type Note, noteFor, type Screen, screenFor, tokenIn } from './screen.ts'

const guest: Here = { kind: 'guest', name: null }
const ada: Here = { kind: 'member', name: 'Ada' }

describe('the screen of a link', () => {
  it.each<[purpose: string, nobody: Screen, asGuest: Screen, asMember: Screen]>([
    ['operator', 'operator-stranger', 'operator-stranger', 'operator'],
    ['invite', 'invite', 'invite', 'invite-member'],
    ['reset', 'reset', 'reset', 'reset'],
    ['entry', 'entry', 'entry', 'entry'],
    ['move', 'move', 'move', 'move-member'],
    ['passkey', 'over', 'over', 'over'],
    ['constructor', 'over', 'over', 'over'],
  ])('for %s is %s, for a guest %s, for a member %s', (purpose, ...screens) => {
    const link = { purpose, name: null, login: null }
    expect([null, guest, ada].map((here) => screenFor(link, here))).toEqual(screens)
  })
})

describe('what is said of whoever the device knows', () => {
  it.each<[screen: Screen, here: Here, answers: number, note: Note]>([
    ['entry', null, 0, null],
    ['entry', guest, 0, null],
    ['entry', guest, 3, 'guest-kept'],
    ['reset', guest, 3, 'guest-kept'],
    ['move', guest, 3, 'guest-asked'],
    ['invite', guest, 3, null],
    ['operator-stranger', guest, 3, null],
    ['entry', ada, 0, null],
    ['entry', { kind: 'member', name: 'Bo' }, 0, 'member-leaves'],
    ['reset', { kind: 'member', name: 'Bo' }, 0, 'member-leaves'],
    ['move-member', ada, 0, null],
  ])('on %s to %j with %i answers is %s', (screen, here, answers, note) =>
    expect(noteFor(screen, { purpose: '', name: 'Ada', login: null }, here, answers)).toBe(note),
  )
})

describe('a code', () => {
  it.each([
    ['ABCD2345', 'ABCD2345'],
    [' abcd-2345 ', 'ABCD2345'],
    ['abcd efgh 2345', 'ABCDEFGH2345'],
    ['abcd 2345', 'ABCD2345'],
    ['ABCD234', null],
    ['ABCD23456', null],
    ['ABCD234ß', null],
    ['', null],
  ])('typed %j is %j', (typed, code) => expect(codeIn(typed)).toBe(code))
})

describe('a fragment', () => {
  it.each([
    ['#ABCD2345', 'ABCD2345'],
    [`#${'x-_'.repeat(14)}`, 'x-_'.repeat(14)],
    ['', null],
    ['#', null],
    ['#content', null],
    ['#a token!', null],
  ])('%j holds %j', (hash, token) => expect(tokenIn(hash)).toBe(token))
})
