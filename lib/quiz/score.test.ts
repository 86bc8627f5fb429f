import { describe, expect, it } from 'vitest'
import { gradeOf, type QuizRules, shareOf } from './index.ts'

const scores = [
  { points: 3, outOf: 4 },
  { points: 1, outOf: 4 },
  { points: 2, outOf: 4 },
]

describe('a mark', () => {
  it.each<[QuizRules['counts'], number]>([
    ['best', 0.75],
    ['last', 0.5],
    ['mean', 0.5],
  ])('is the %s of the attempts', (counts, mark) => expect(gradeOf(scores, counts)).toBe(mark))

  it('passes over an attempt of which every question was dropped, and is none where that is all there is', () => {
    const nothing = { points: 0, outOf: 0 }
    expect(shareOf(nothing)).toBeNull()
    expect(gradeOf([...scores, nothing], 'last')).toBe(0.5)
    expect(gradeOf([nothing], 'best')).toBeNull()
    expect(gradeOf([], 'mean')).toBeNull()
  })
})
