import { expect, it } from 'vitest'
import type { StoredReview } from '#lib/log/index.ts'
import { cardKey } from '#lib/log/index.ts'
import { gradeOf, NOON, reviewOf, storedOf } from '#lib/testing/entries.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { historiesOf } from './histories.ts'
import { pacesOf } from './paces.ts'

const DAY = 86_400_000
const [pack, fact] = [packOfLighthouse(), packOfLighthouse().facts[0]]
if (!fact) throw new Error('A fact is needed')
const KEY = cardKey(fact.id, 'forward')
const TODAY = 20_513
let next = 1
const answer = (day: number, change: Parameters<typeof reviewOf>[1] = {}): StoredReview => {
  const n = next++
  const at = NOON + day * DAY + n
  return storedOf(reviewOf(n, { at, grades: [gradeOf(fact.id, 3)], ...change })) as StoredReview
}
const historyOf = (...reviews: StoredReview[]) =>
  historiesOf([KEY], reviews, { packs: [pack], rolloverHour: 4, today: TODAY })[0]

it('takes of a study day the first answer, and none of practice', () => {
  const told = historyOf(
    answer(-2),
    answer(-2, { grades: [gradeOf(fact.id, 1)] }),
    answer(-1, { context: 'practice' }),
    answer(0, { grades: [gradeOf(fact.id, 2)] }),
  )
  expect(told?.map(({ day, rating }) => [day, rating])).toEqual([
    [TODAY - 2, 3],
    [TODAY, 2],
  ])
})

it('knows how likely an answer was guessed, and trusts one that its giver judged, or an old one, half', () => {
  const of = (...reviews: StoredReview[]) => historyOf(...reviews)?.map(({ guess, trust }) => [guess, trust])
  expect(of(answer(0))).toEqual([[0, 1]])
  expect(of(answer(0, { form: 'true-false', mode: 'tap' }))).toEqual([[1 / 2, 1]])
  expect(of(answer(0, { form: 'choice', mode: 'tap' }))).toEqual([[1 / 4, 1]])
  for (const judged of [{ mode: 'flip' as const }, { overridden: true }, { auto: null }])
    expect(of(answer(0, { form: 'choice', mode: 'tap', ...judged }))).toEqual([[0, 0.5]])
  expect(of(answer(-180))).toEqual([[0, 0.5]])
})

it('reckons a fact slower that is asked in a form which takes its learner longer', () => {
  const asked = { key: KEY, fact, direction: 'forward' as const, pack, section: null, weight: 1 }
  const fast = Array.from({ length: 12 }, () => answer(0, { form: 'choice', mode: 'tap', durationMs: 4_000 }))
  const slow = Array.from({ length: 10 }, () => answer(0, { form: 'cloze', durationMs: 12_000 }))
  expect(pacesOf([asked], [])).toEqual([1])
  expect(pacesOf([asked], [...fast, ...slow])).toEqual([3])
  expect(pacesOf([asked], [...fast, ...slow.slice(0, 7)])).toEqual([1])
})
