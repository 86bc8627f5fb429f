import { describe, expect, it } from 'vitest'
import { type CardState, cardKey } from '#lib/log/index.ts'
import { defaultSettings, type PackRef } from '#lib/sync/index.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { overviewOf } from './overview.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Tuesday 24 November 2026, 09:00 UTC. */
const NOW = Date.UTC(2026, 10, 24, 9)

const pack = packOfLighthouse()
const ref: PackRef = {
  setId: pack.setId,
  version: 1,
  hash: '',
  title: pack.title,
  addedAt: 0,
  newPerDayMax: null,
  paused: false,
}
const heldUntil =
  (due: number) =>
  (factId: string): [string, CardState] => [
    cardKey(factId, 'forward'),
    {
      factId,
      direction: 'forward',
      factVersion: 1,
      state: 'review',
      memory: { stability: 10, difficulty: 5 },
      due,
      lastAt: NOW - 5 * DAY,
      lastDay: Math.floor(NOW / DAY) - 5,
      reps: 2,
      lapses: 0,
      suspended: false,
      buriedDay: null,
    },
  ]
const learnerWith = (cards: [string, CardState][]) => ({
  packs: [pack],
  refs: [ref],
  cards: new Map(cards),
  entries: [],
  settings: { ...defaultSettings, timeZone: 'UTC' },
})
const ids = pack.facts.map(({ id }) => id)

describe('what today holds', () => {
  it('counts what is due and what is new', () => {
    const view = overviewOf(learnerWith(ids.slice(0, 4).map(heldUntil(NOW - HOUR))), NOW)
    // Of the four one stands in the sentence of another, and one evens out tomorrow; of the six new ones one waits likewise.
    expect(view).toMatchObject({ due: 2, new: 5, documents: 1, next: null })
    expect(view.minutes).toBeGreaterThan(0)
  })

  it('names the moment the next fact falls due where nothing is left to do', () => {
    const cards = ids.map(heldUntil(NOW + 3 * DAY))
    const [key, card] = heldUntil(NOW + 7 * HOUR)(ids[3] ?? '')
    cards[3] = [key, { ...card, state: 'relearning' }]
    expect(overviewOf(learnerWith(cards), NOW)).toMatchObject({ due: 0, new: 0, minutes: 0, next: NOW + 7 * HOUR })
  })

  it('waits for the next study day where only the daily limit stands before new facts', () => {
    const learner = learnerWith(ids.slice(0, 4).map(heldUntil(NOW + 3 * DAY)))
    const limited = { ...learner, settings: { ...learner.settings, newPerDayMax: 0 } }
    expect(overviewOf(limited, NOW)).toMatchObject({ due: 0, new: 0, next: Date.UTC(2026, 10, 25, 4) })
  })

  it('has nothing to name where no card and no fact is there', () =>
    expect(overviewOf({ ...learnerWith([]), packs: [], refs: [] }, NOW)).toMatchObject({ documents: 0, next: null }))

  it('spreads the coming week over its days', () => {
    const { week } = overviewOf(learnerWith(ids.map(heldUntil(NOW + 2 * DAY))), NOW)
    expect(week).toHaveLength(7)
    expect(week.map(({ minutes }) => minutes > 0)).toEqual([false, true, true, true, false, false, false])
    expect(week[0]?.day).toBe(Math.floor(NOW / DAY))
  })
})
