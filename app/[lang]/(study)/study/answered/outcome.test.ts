import { describe, expect, it } from 'vitest'
import { cardKey } from '#lib/log/index.ts'
import { type Answered, sessionReducer, startSession } from '#lib/session/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { cardInReview, packOfForms } from '#lib/testing/session.ts'
import { planSession, requestOf } from '../plan.ts'
import { askedOf } from '../question.ts'
import { outcomeOf } from './outcome.ts'

const DAY = 86_400_000
const today = { now: NOON, tzOffsetMin: 0, rolloverHour: 4 }

describe('when an answer says that a fact returns', () => {
  const pack = packOfForms(3)
  const refs = [{ setId: 's', version: 1, hash: '', title: '', addedAt: 0, newPerDayMax: null, paused: false }]
  const learner = { packs: [pack], refs, cards: new Map(), entries: [], settings: defaultSettings }
  const items = planSession(learner, requestOf(''), NOON, 'seed')
  const [item] = items
  const asked = item ? askedOf([pack], item, '') : null
  const answerOf = (verdict: 'right' | 'wrong'): Answered => {
    const marking = { verdict, nearly: false }
    const action = { type: 'answer', at: NOON, entryId: 'e', given: 'x', marking } as const
    const given = sessionReducer(startSession(items), action).answers[0]
    if (!given) throw new Error('Not answered')
    return given
  }
  const returns = (verdict: 'right' | 'wrong', context: 'study' | 'practice' = 'study') => {
    if (!asked || !item) throw new Error('Nothing to ask')
    const card = { ...cardInReview(item.factIds[0] ?? '', 5, 5, 0), due: NOON + 3 * DAY }
    const cards = new Map([[cardKey(card.factId, item.direction), card]])
    return outcomeOf(asked, answerOf(verdict), null, { ...learner, cards }, today, context).after
  }

  it('is this session, where it was missed', () => {
    expect(returns('wrong')).toBe('Again in this session')
    expect(returns('wrong', 'practice')).toBe('Again in this session')
  })
  it('is by its schedule, where it was right', () => {
    expect(returns('right')).toBe('Back in 3 days')
    expect(returns('right', 'practice')).toBeNull()
  })
})
