import { describe, expect, it } from 'vitest'
import { type Action, type Actor, may, type Subject } from './index.ts'

const ada: Actor = { userId: 'ada', kind: 'member', role: 'learner' }
const guest: Actor = { userId: 'guest', kind: 'guest', role: 'learner' }
const operator: Actor = { userId: 'op', kind: 'member', role: 'operator' }
const ACTIONS: Action[] = [
  ...(['read', 'change', 'delete', 'readmit', 'suspend', 'withhold', 'appoint', 'teach', 'enlist'] as const),
]
const OWN: Action[] = ['read', 'change', 'delete']

const allowed = (actor: Actor, subject: Subject) => ACTIONS.filter((action) => may(actor, action, subject))

describe('may', () => {
  it('gives an account to its owner; an operator can let people in again and keep them out, but not themselves', () => {
    const subject: Subject = { kind: 'account', userId: 'ada' }
    expect(allowed(ada, subject)).toEqual(OWN)
    expect(allowed(guest, subject)).toEqual([])
    expect(allowed(operator, subject)).toEqual(['readmit', 'suspend', 'appoint'])
    expect(allowed(operator, { kind: 'account', userId: 'op' })).toEqual([...OWN, 'readmit', 'appoint'])
  })

  it('gives what someone learned to them alone, operators included', () => {
    const subject: Subject = { kind: 'learning', userId: 'ada' }
    expect(allowed(ada, subject)).toEqual(OWN)
    expect(allowed(guest, subject)).toEqual([])
    expect(allowed(operator, subject)).toEqual([])
  })

  it('lets an owner do everything with a private set, and an operator withhold it unseen', () => {
    const subject: Subject = { kind: 'set', ownerId: 'ada', shared: false }
    expect(allowed(ada, subject)).toEqual(OWN)
    expect(allowed(guest, subject)).toEqual([])
    expect(allowed(operator, subject)).toEqual(['withhold'])
  })

  it('opens shared and shipped content for reading only', () => {
    expect(allowed(guest, { kind: 'document', ownerId: 'ada', shared: true })).toEqual(['read'])
    expect(allowed(guest, { kind: 'document', ownerId: null, shared: true })).toEqual(['read'])
    expect(allowed(operator, { kind: 'set', ownerId: null, shared: false })).toEqual(['read'])
  })

  it('keeps the installation for operators', () => {
    expect(allowed(ada, { kind: 'installation' })).toEqual([])
    expect(allowed(operator, { kind: 'installation' })).toEqual(OWN)
  })

  it('gives a class to those who are in it, by their role there and no other', () => {
    for (const actor of [ada, guest, operator]) {
      expect(allowed(actor, { kind: 'class', role: null })).toEqual([])
      expect(allowed(actor, { kind: 'class', role: 'learner' })).toEqual(['read'])
      expect(allowed(actor, { kind: 'class', role: 'assistant' })).toEqual(['read', 'teach', 'enlist'])
      expect(allowed(actor, { kind: 'class', role: 'instructor' })).toEqual([...OWN, 'appoint', 'teach', 'enlist'])
    }
  })
})
