import { expect, it } from 'vitest'
import { likest } from './likeness.ts'

const same = { fresh: (text: string) => text, known: (text: string) => text }
const LOE = 'Edward Loe founded the Anset Harbour Company in 1744.'
const LOE_LATER = 'Edward Loe founded the Anset Harbour Company in 1748.'

it('pairs what is most alike, each at most once', () => {
  const far = 'The treaty was signed by nobody at all.'
  expect(likest([LOE_LATER, far], [LOE, 'Quite another sentence.'], same, 0.9)).toEqual([[LOE_LATER, LOE]])
  expect(likest([LOE_LATER, LOE], [LOE], same, 0.9)).toEqual([[LOE, LOE]])
  expect(likest([], [LOE], same, 0.9)).toEqual([])
  expect(likest([''], [''], same, 0.9)).toEqual([])
})

it('leaves alone what is too far from anything', () =>
  expect(likest(['Edward Loe was born in Anset.'], [LOE], same, 0.9)).toEqual([]))

it('takes no longer for thousands of like sentences than their number', () => {
  const many = Array.from({ length: 4_000 }, (_, n) => `Ship number ${n} was built in the yard of Anset Harbour.`)
  expect(likest(many, many, same, 1).length).toBeGreaterThan(0)
})
