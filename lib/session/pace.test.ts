import { expect, test } from 'vitest'
import { type StoredReview, standingReviews } from '#lib/log/index.ts'
import { gradeOf, NOON, reviewOf, storedOf } from '#lib/testing/entries.ts'
import { secondsPerAnswer } from './index.ts'

const answered = (...seconds: number[]): StoredReview[] =>
  standingReviews(
    seconds.map((each, i) =>
      storedOf(reviewOf(i + 1, { at: NOON + i, grades: [gradeOf('f', 3)], durationMs: each * 1000 })),
    ),
  )

test('the seconds of an answer are the median once five tell, an open question no more than two minutes', () => {
  expect(secondsPerAnswer(answered(2, 3, 4, 5))).toBe(12)
  expect(secondsPerAnswer(answered(2, 3, 4, 5, 600))).toBe(4)
  expect(secondsPerAnswer(answered(600, 600, 600, 600, 600))).toBe(120)
  expect(secondsPerAnswer(answered(0, 0, 0, 0, 0, 0))).toBe(1)
})

test('the last answers tell, and practice does not', () => {
  const slowOnce = answered(...Array.from({ length: 300 }, () => 90), ...Array.from({ length: 200 }, () => 5))
  expect(secondsPerAnswer(slowOnce)).toBe(5)
  const practice = answered(90, 90, 90, 90, 90).map((review) => ({ ...review, context: 'practice' as const }))
  expect(secondsPerAnswer([...answered(2, 2, 2, 2, 2), ...practice])).toBe(2)
})
