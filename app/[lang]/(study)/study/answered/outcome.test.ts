import { describe, expect, it } from 'vitest'
import { cardKey } from '#lib/log/index.ts'
import { type Answered, sessionReducer, startSession } from '#lib/session/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { cardInReview, packOfForms } from '#lib/testing/session.ts'
import { planSession, requestOf } from '../plan.ts'
import { askedOf } from '../question.ts'
import { intervalsOf, outcomeOf } from './outcome.ts'
import type { StudyToday } from './when.ts'

const DAY = 86_400_000
const today = { now: NOON, tzOffsetMin: 0, rolloverHour: 4 }
/** A study day on whose morning an exam asks a fact. */
const withExam = (factId: string, inDays: number): StudyToday => ({
  ...today,
  until: new Map([[cardKey(factId, 'forward'), Math.floor(NOON / DAY) + inDays]]),
})

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
  const returns = (verdict: 'right' | 'wrong', context: 'study' | 'practice' = 'study', where: StudyToday = today) => {
    if (!asked || !item) throw new Error('Nothing to ask')
    const card = { ...cardInReview(item.factIds[0] ?? '', 5, 5, 0), due: NOON + 3 * DAY }
    const cards = new Map([[cardKey(card.factId, item.direction), card]])
    return outcomeOf(asked, answerOf(verdict), null, { ...learner, cards }, where, context).after
  }

  it('is this session, where it was missed', () => {
    expect(returns('wrong')).toBe('Again in this session')
    expect(returns('wrong', 'practice')).toBe('Again in this session')
  })
  it('is by its schedule, where it was right', () => {
    expect(returns('right')).toBe('Back in 3 days')
    expect(returns('right', 'practice')).toBeNull()
  })
  it('is before the exam, where the schedule alone would have it after', () => {
    const factId = item?.factIds[0] ?? ''
    expect(returns('right', 'study', withExam(factId, 3))).toBe('Back before the exam')
    expect(returns('right', 'study', withExam(factId, 4))).toBe('Back in 3 days')
  })
  it('is on no button beyond the exam', () => {
    if (!asked || !item) throw new Error('Nothing to ask')
    const [factId = ''] = item.factIds
    const cards = new Map([[cardKey(factId, item.direction), cardInReview(factId, 5, 5, 5)]])
    const labels = (where: StudyToday) => intervalsOf(asked, { ...learner, cards }, where, 'study')
    expect(labels(today)?.[4]).not.toBe('by the exam')
    const near = labels(withExam(factId, 3))
    expect([near?.[1], near?.[3], near?.[4]]).toEqual(['10 min', 'by the exam', 'by the exam'])
  })
})
