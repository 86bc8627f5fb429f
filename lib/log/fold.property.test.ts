import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MS_PER_DAY } from '#lib/base/index.ts'
import { NOON, numberedId } from '#lib/testing/entries.ts'
import { runs } from '#lib/testing/runs.ts'
import {
  applyEntries,
  type CardState,
  compareEntries,
  foldCards,
  type Grade,
  type StoredEntry,
  standingEntries,
} from './index.ts'

const fact = fc.constantFrom('f1', 'f2', 'f3')
const direction = fc.constantFrom('forward' as const, 'backward' as const)
const grade: fc.Arbitrary<Grade> = fc.record({
  factId: fact,
  factVersion: fc.integer({ min: 1, max: 3 }),
  direction,
  rating: fc.constantFrom(1, 2, 3, 4),
})
const grades = fc.uniqueArray(grade, { minLength: 1, maxLength: 3, selector: (one) => one.factId })
/** Some targets are known, some never come, some are undos or the server's own. */
const target = fc.integer({ min: 1, max: 45 }).map(numberedId)

const review = fc.record({
  kind: fc.constant('review' as const),
  grades,
  context: fc.constantFrom('study' as const, 'study' as const, 'practice' as const),
  questionId: fc.constant('q'),
  questionVersion: fc.constant(1),
  form: fc.constant('typed' as const),
  mode: fc.constant('type' as const),
  given: fc.constant(''),
  auto: fc.constant(null),
  overridden: fc.constant(false),
  hints: fc.constant(0),
  durationMs: fc.constant(1),
})
const others = [
  fc.record({ kind: fc.constant('undo' as const), target }),
  fc.record({ kind: fc.constantFrom('suspend' as const, 'unsuspend', 'bury', 'reset'), factId: fact, direction }),
  fc.record({ kind: fc.constant('invalidate' as const), factId: fact, factVersion: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('regrade' as const), target, grades }),
  fc.record({
    kind: fc.constant('settings' as const),
    weights: fc.constantFrom(
      null,
      [0.3, 1.4, 5, 9, 6.4, 0.8, 3, 0.001, 1.8, 0.17, 0.8, 1.5, 0.06, 0.26, 1.6, 0.6, 1.9, 0.5, 0.1, 0.07, 0.2],
    ),
    desiredRetention: fc.constantFrom(0.8, 0.9, 0.95),
    schedulerVersion: fc.constant(6),
  }),
]

/** A log with ties in time and device, as stored (ids are unique and an id has one content). */
const log: fc.Arbitrary<StoredEntry[]> = fc
  .array(
    fc.record({
      body: fc.oneof({ weight: 6, arbitrary: review }, ...others.map((arbitrary) => ({ weight: 1, arbitrary }))),
      deviceId: fc.constantFrom('a', 'b', 'c'),
      hour: fc.integer({ min: 0, max: 24 * 20 }),
      tzOffsetMin: fc.constantFrom(0, 540, -480),
    }),
    { maxLength: 40 },
  )
  .map((parts) =>
    parts.map(({ body, deviceId, hour, tzOffsetMin }, index) => {
      const at = NOON + hour * (MS_PER_DAY / 24)
      return {
        v: 1,
        id: numberedId(index + 1),
        deviceId,
        seq: index + 1,
        at,
        effectiveAt: at,
        tzOffsetMin,
        ...body,
      } as StoredEntry
    }),
  )

const merged = (cards: ReadonlyMap<string, CardState>, change: ReadonlyMap<string, CardState | null>) => {
  const next = new Map(cards)
  for (const [key, card] of change)
    if (card) next.set(key, card)
    else next.delete(key)
  return next
}
const sorted = (cards: ReadonlyMap<string, CardState>) => [...cards].sort(([a], [b]) => (a < b ? -1 : 1))

test('shuffled and repeated entries fold to the same cards', () => {
  fc.assert(
    fc.property(
      log.chain((entries) =>
        fc.tuple(
          fc.constant(entries),
          fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 }),
        ),
      ),
      ([entries, mixed]) => {
        expect(sorted(foldCards(mixed))).toEqual(sorted(foldCards(entries)))
      },
    ),
    { numRuns: runs(300) },
  )
})

test('entry by entry, or in batches, in any order of arrival, equals a full replay', () => {
  fc.assert(
    fc.property(
      log.chain((entries) =>
        fc.tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.integer({ min: 1, max: 7 })),
      ),
      ([arrivals, size]) => {
        let cards = new Map<string, CardState>()
        for (let start = 0; start < arrivals.length; start += size) {
          const known = arrivals.slice(0, start)
          cards = merged(cards, applyEntries(cards, known, arrivals.slice(start, start + size)))
        }
        expect(sorted(cards)).toEqual(sorted(foldCards(arrivals)))
      },
    ),
    { numRuns: runs(400) },
  )
})

test('an entry that is later than the card needs no history', () => {
  fc.assert(
    fc.property(log, (entries) => {
      const inOrder = entries
        .filter((entry) => ['review', 'suspend', 'bury', 'invalidate'].includes(entry.kind))
        .sort(compareEntries)
      let cards = new Map<string, CardState>()
      for (const [index, entry] of inOrder.entries()) {
        const keys = new Set(
          'grades' in entry ? entry.grades.map((one) => one.factId) : 'factId' in entry ? [entry.factId] : [],
        )
        const late = [...cards.values()].filter((card) => keys.has(card.factId))
        const bare =
          entry.kind !== 'invalidate' &&
          late.length === keys.size * 2 &&
          late.every((card) => entry.effectiveAt > card.lastAt)
        cards = merged(cards, applyEntries(cards, bare ? [] : inOrder.slice(0, index), [entry]))
      }
      expect(sorted(cards)).toEqual(sorted(foldCards(inOrder)))
    }),
    { numRuns: runs(300) },
  )
})

test('taking everything back leaves no card, and standing entries are in order', () => {
  fc.assert(
    fc.property(log, (entries) => {
      const undos = entries.map(
        (entry, index): StoredEntry => ({
          v: 1,
          id: numberedId(1000 + index),
          deviceId: 'z',
          seq: index + 1,
          at: NOON,
          effectiveAt: NOON,
          tzOffsetMin: 0,
          kind: 'undo',
          target: entry.id,
        }),
      )
      expect(foldCards([...undos, ...entries]).size).toBe(0)
      const standing = standingEntries(entries)
      expect(standing).toEqual([...standing].sort(compareEntries))
    }),
  )
})
