import fc from 'fast-check'
import { createEmptyCard, default_w as DEFAULT_WEIGHTS, FSRSAlgorithm, fsrs } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { intervalDays, type Memory, nextMemory, type Rating, retrievability } from './index.ts'

const w = (i: number): number => DEFAULT_WEIGHTS[i] ?? Number.NaN
const rating = fc.constantFrom<Rating>(1, 2, 3, 4)
const history = fc.array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(400)), rating), { minLength: 1, maxLength: 30 })
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** FSRS-6 as its authors write it down, with no rounding between. */
const recall = (t: number, s: number) => (1 + (0.9 ** (-1 / w(20)) - 1) * (t / s)) ** -w(20)
const first = (g: Rating): Memory => ({
  stability: w(g - 1),
  difficulty: clamp(w(4) - Math.exp((g - 1) * w(5)) + 1, 1, 10),
})
const after = ({ stability: s, difficulty: d }: Memory, t: number, g: Rating): Memory => {
  const easiest = w(4) - Math.exp(3 * w(5)) + 1
  const difficulty = clamp(w(7) * easiest + (1 - w(7)) * (d - (w(6) * (g - 3) * (10 - d)) / 9), 1, 10)
  const sameDay = s ** -w(19) * Math.exp(w(17) * (g - 3 + w(18)))
  if (t === 0) return { difficulty, stability: clamp(s * (g >= 2 ? Math.max(1, sameDay) : sameDay), 0.001, 36_500) }
  const forgotten = 1 - recall(t, s)
  const lost = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * forgotten)
  if (g === 1) return { difficulty, stability: clamp(Math.min(s / Math.exp(w(17) * w(18)), lost), 0.001, 36_500) }
  const growth = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * forgotten) - 1)
  const bonus = (g === 2 ? w(15) : 1) * (g === 4 ? w(16) : 1)
  return { difficulty, stability: clamp(s * (1 + growth * bonus), 0.001, 36_500) }
}

describe('memory', () => {
  test('follows the published formulae over random histories', () => {
    fc.assert(
      fc.property(history, (answers) => {
        let ours: Memory | null = null
        for (const [days, grade] of answers) {
          const expected: Memory = ours ? after(ours, days, grade) : first(grade)
          ours = nextMemory(ours, days, grade)
          expect(Math.abs(ours.stability / expected.stability - 1)).toBeLessThan(1e-4)
          expect(ours.difficulty).toBeCloseTo(expected.difficulty, 5)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is that of ts-fsrs to the last digit, with its own weights or with others', () => {
    const weight = (i: number) => fc.double({ min: 0.5 * w(i), max: 1.5 * w(i), noNaN: true })
    const weights = fc.option(fc.tuple(...DEFAULT_WEIGHTS.map((_, i) => weight(i))))
    fc.assert(
      fc.property(history, weights, (answers, others) => {
        const peer = new FSRSAlgorithm(others ? { w: others } : {})
        let memory: Memory | null = null
        for (const [days, grade] of answers) {
          const { stability, difficulty } = peer.next_state(memory, days, grade)
          if (memory) expect(retrievability(memory, days, others)).toBe(peer.forgetting_curve(days, memory.stability))
          memory = nextMemory(memory, days, grade, others)
          expect(memory).toEqual({ stability, difficulty })
        }
        const modifier = peer.calculate_interval_modifier(0.87)
        if (memory)
          // A hundred years are the most, which a stability near as long comes to at this retention.
          expect(intervalDays(memory, 0.87, others)).toBe(
            Math.min(36_500, Math.max(1, Math.round(memory.stability * modifier))),
          )
      }),
      { numRuns: 5000 },
    )
  })

  test('comes back in a hundred years at the latest, also where a low retention would make more of it', () => {
    expect(intervalDays({ stability: 36_400, difficulty: 5 }, 0.87)).toBe(36_500)
  })

  test('is that of ts-fsrs with dates, where a study day is a day of UTC', () => {
    const peer = fsrs({ enable_fuzz: false, enable_short_term: true })
    fc.assert(
      fc.property(history, (answers) => {
        let card = createEmptyCard(new Date(0))
        let memory: Memory | null = null
        let day = 0
        for (const [days, grade] of answers) {
          day += memory ? days : 0
          memory = nextMemory(memory, days, grade)
          card = peer.next(card, new Date(day * 86_400_000), grade).card
        }
        expect(memory?.stability).toBeCloseTo(card.stability, 4)
        expect(memory?.difficulty).toBeCloseTo(card.difficulty, 4)
      }),
      { numRuns: 1000 },
    )
  })

  test('a clock that went back counts as the same day', () => {
    const memory = nextMemory(null, 0, 3)
    expect(nextMemory(memory, -3, 3)).toEqual(nextMemory(memory, 0, 3))
  })

  test('takes 21 weights, and the defaults for anything else', () => {
    const slow = DEFAULT_WEIGHTS.map((value, i) => (i === 2 ? 9 : value))
    expect(nextMemory(null, 0, 3, slow).stability).toBe(9)
    for (const bad of [[], [1, 2], slow.map(() => Number.NaN)])
      expect(nextMemory(null, 0, 3, bad)).toEqual(nextMemory(null, 0, 3))
  })
})

describe('recall and intervals', () => {
  const memory = fc.record({
    stability: fc.double({ min: 0.1, max: 3000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  })
  test('recall is 0.9 after one stability, 1 at once, and falls', () => {
    fc.assert(
      fc.property(memory, (one) => {
        expect(retrievability(one, one.stability)).toBeCloseTo(0.9, 6)
        expect(retrievability(one, 0)).toBe(1)
        expect(retrievability(one, 10 * one.stability)).toBeLessThan(0.9)
      }),
    )
  })

  test('an interval is whole days, at least one, at which recall is about what was desired', () => {
    fc.assert(
      fc.property(memory, fc.double({ min: 0.75, max: 0.97, noNaN: true }), (one, desired) => {
        const interval = intervalDays(one, desired)
        expect(Number.isInteger(interval) && interval >= 1 && interval <= 36_500).toBe(true)
        if (interval === 1 || interval === 36_500) return
        expect(retrievability(one, interval - 0.51)).toBeGreaterThanOrEqual(desired - 1e-6)
        expect(retrievability(one, interval + 0.51)).toBeLessThanOrEqual(desired + 1e-6)
      }),
    )
  })

  test('more retention never means a longer interval; what is out of range counts as the nearest', () => {
    fc.assert(
      fc.property(memory, (one) => {
        expect(intervalDays(one, 0.95)).toBeLessThanOrEqual(intervalDays(one, 0.9))
        expect(intervalDays(one, 1)).toBe(intervalDays(one, 0.99))
        expect(intervalDays(one, 0)).toBe(intervalDays(one, 0.7))
      }),
    )
  })
})
