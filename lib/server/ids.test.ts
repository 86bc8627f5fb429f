import { expect, it } from 'vitest'
import { newId } from './ids.ts'

it('sorts ids by their making, also within a millisecond: the questions of a fact came in any order', () => {
  const made = [...Array.from({ length: 5_000 }, () => newId(1_000)), newId(1_002), newId(1_003)]
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})
