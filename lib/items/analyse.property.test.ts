import fc from 'fast-check'
import { sampleCorrelation, sampleVariance, standardDeviation, sum } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { itemOf, takenBy } from '#lib/testing/quizzes.ts'
import { runs } from '#lib/testing/runs.ts'
import { analyse, type Item } from './index.ts'

const options = ['A', 'B', 'C'].map((text) => ({ text, isKey: text === 'A' }))
const letter = fc.constantFrom('A', 'B', 'C', null)

/** A row a person: what they chose of each question; some were not asked some of them. */
const quizzes = (asked: fc.Arbitrary<boolean>) =>
  fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 3, max: 30 }))
    .chain(([items, people]) =>
      fc.array(fc.array(fc.tuple(letter, asked), { minLength: items, maxLength: items }), {
        minLength: people,
        maxLength: people,
      }),
    )
    .map((rows): Item[] =>
      (rows[0] ?? []).map((_, at) =>
        itemOf(
          `item${at}`,
          rows.flatMap((row, place) => {
            const [given, wasAsked] = row[at] ?? [null, false]
            return wasAsked ? [{ takerId: `p${place}`, share: Number(given === 'A'), given }] : []
          }),
          { options },
        ),
      ),
    )
const whole = quizzes(fc.constant(true))
const drawn = quizzes(fc.boolean())

const sharesOf = ({ taken }: Item) => taken.map(({ share }) => share)

describe('any quiz', () => {
  it('has the figures of an independent package', () => {
    fc.assert(
      fc.property(whole, (items) => {
        const told = analyse(items)
        const columns = items.map(sharesOf)
        const totals = (columns[0] ?? []).map((_, place) => sum(columns.map((column) => column[place] ?? 0)))
        columns.forEach((column, at) => {
          const rest = totals.map((total, place) => total - (column[place] ?? 0))
          const varies = standardDeviation(column) > 0 && standardDeviation(rest) > 0
          const expected = varies ? expect.closeTo(sampleCorrelation(column, rest), 9) : null
          expect(told.items[at]?.discrimination.value).toEqual(expected)
        })
        const [k, spread] = [columns.length, sampleVariance(totals)]
        const alpha = (k / (k - 1)) * (1 - sum(columns.map(sampleVariance)) / spread)
        expect(told.whole.alpha.value).toEqual(spread > 0 ? expect.closeTo(alpha, 9) : null)
      }),
      { numRuns: runs(100) },
    )
  })

  it('does not depend on the order of its people', () => {
    fc.assert(
      fc.property(drawn, (items) => {
        const turned = items.map((item) => ({ ...item, taken: item.taken.toReversed() }))
        const [one, other] = [analyse(items), analyse(turned)]
        one.items.forEach(({ discrimination, options: tallies, flags, ...found }, at) => {
          expect(other.items[at]).toMatchObject(found)
          expect(other.items[at]?.flags).toEqual(flags)
          if (discrimination.value !== null)
            expect(other.items[at]?.discrimination.value).toBeCloseTo(discrimination.value, 9)
          tallies?.forEach((tally, nth) => {
            if (tally.strong !== null) expect(other.items[at]?.options?.[nth]?.strong).toBeCloseTo(tally.strong, 9)
          })
        })
      }),
      { numRuns: runs(100) },
    )
  })

  it('counts everybody once, and its groups are whole', () => {
    fc.assert(
      fc.property(drawn, (items) => {
        for (const { asked, unanswered, missed, right, options: tallies, wrong, facility } of analyse(items).items) {
          const chosen = sum((tallies ?? []).map((each) => each.chosen))
          expect(chosen + unanswered).toBe(asked)
          expect(missed + right).toBe(asked)
          expect(sum([0, ...wrong.map(({ count }) => count)]) + unanswered).toBe(missed)
          if (facility.value === null) continue
          expect(facility.low).toBeLessThanOrEqual(facility.value + 1e-12)
          expect(facility.high).toBeGreaterThanOrEqual(facility.value - 1e-12)
        }
      }),
      { numRuns: runs(100) },
    )
  })

  it('turns its correlations round where right becomes wrong', () => {
    fc.assert(
      fc.property(whole, fc.nat(5), (items, at) => {
        const mirrored = items.map((item, place) =>
          place === at ? itemOf(item.itemId, takenBy(sharesOf(item).map((share) => 1 - share))) : item,
        )
        const [one, other] = [analyse(items).items[at], analyse(mirrored).items[at]]
        if (!one || !other) return
        const { value, low, high } = one.discrimination
        const turned = (bound: number | null) => (bound === null ? null : expect.closeTo(-bound, 9))
        expect(other.discrimination).toEqual({ value: turned(value), low: turned(high), high: turned(low) })
      }),
      { numRuns: runs(100) },
    )
  })
})
