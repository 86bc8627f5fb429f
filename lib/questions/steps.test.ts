import { expect, test } from 'vitest'
import { generate, generateInSteps } from './index.ts'

const SENTENCE = 'In 1928 Alexander Fleming discovered penicillin in London.'
const input = {
  text: Array.from({ length: 900 }, (_, n) => SENTENCE.replace('1928', String(1100 + n))).join(' '),
  format: 'text',
} as const

test('steps rise through every stage to the same result', () => {
  const work = generateInSteps(input)
  const steps = []
  let step = work.next()
  for (; !step.done; step = work.next()) steps.push(step.value)
  expect(step.value).toEqual(generate(input))
  const shares = steps.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(new Set(shares).size).toBeGreaterThan(10)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  expect([...new Set(steps.map(({ stage }) => stage))]).toEqual(['reading', 'names', 'facts', 'questions'])
})

test('whoever stops drawing steps stops the work', () => {
  const work = generateInSteps(input)
  work.next()
  work.return({ ok: false, error: { code: 'empty', message: 'Stopped.' } })
  expect(work.next()).toEqual({ done: true, value: undefined })
})
