import { describe, expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { extractFacts } from './extract.ts'

const LEAD = 'The museum keeps a record of the people who are named in it, and of what they made.'

const facts = (text: string) => {
  const result = readDocument({ text: `${LEAD}\n\n${text}`, format: 'markdown', title: 'Notes' })
  if (!result.ok) throw new Error(result.error.message)
  return { text: result.value.text, facts: extractFacts(result.value).facts }
}
const statement = (text: string) => facts(text).facts[0]?.statement

describe('asides leave the stem', () => {
  test.each([
    [
      'Edward Lloyd (see Figure 3) sat in the Senate of Maryland in 1819.',
      'Edward Lloyd sat in the Senate of Maryland in 1819.',
    ],
    [
      'Edward Lloyd (rhymes with “void”) sat in the Senate of Maryland in 1819.',
      'Edward Lloyd sat in the Senate of Maryland in 1819.',
    ],
    [
      'Mount Kenya was climbed () by Halford Mackinder in 1899.',
      'Mount Kenya was climbed by Halford Mackinder in 1899.',
    ],
    ['Mount Kenya is 5,199 m (17,057 ft) high and lies in Kenya.', 'Mount Kenya is 5,199 m high and lies in Kenya.'],
    [
      'The World Trade Organization (WTO) was founded in Geneva in 1995.',
      'The World Trade Organization (WTO) was founded in Geneva in 1995.',
    ],
    [
      'Open courts: The Court of Arches was founded in London in 1251.',
      'The Court of Arches was founded in London in 1251.',
    ],
  ])('%s', (text, expected) => expect(statement(text)).toBe(expected))
})

describe('what points outside leaves the stem', () => {
  test.each([
    [
      'Halford Mackinder climbed Mount Kenya with two guides in 1899; this made him famous.',
      'Halford Mackinder climbed Mount Kenya with two guides in 1899.',
    ],
    [
      'Halford Mackinder climbed Mount Kenya with two guides in 1899, which made these men famous.',
      'Halford Mackinder climbed Mount Kenya with two guides in 1899.',
    ],
    [
      'After this defeat, the Ottoman army left the town of Vienna in 1683.',
      'The Ottoman army left the town of Vienna in 1683.',
    ],
    [
      'The Senate of Maryland, which passed this law, met at Annapolis in 1819.',
      'The Senate of Maryland met at Annapolis in 1819.',
    ],
    [
      'Halford Mackinder climbed Mount Kenya with two guides in 1899, although others might have been there before.',
      'Halford Mackinder climbed Mount Kenya with two guides in 1899.',
    ],
    [
      'This made the clergy weak; the Court of Arches was founded in London in 1251.',
      'The Court of Arches was founded in London in 1251.',
    ],
    [
      'Halford Mackinder climbed Mount Kenya with two guides in 1899 because this was his last chance.',
      'Halford Mackinder climbed Mount Kenya with two guides in 1899.',
    ],
  ])('%s', (text, expected) => expect(statement(text)).toBe(expected))

  test('the quote stays whole, and nothing is asked of what was cut', () => {
    const text = 'Halford Mackinder climbed Mount Kenya with two guides in 1899, and this led to a treaty in 1901.'
    const made = facts(text)
    expect(made.facts.map((fact) => fact.quote.exact)).toContain(text)
    for (const { slot } of made.facts) expect(slot.end).toBeLessThanOrEqual(made.text.indexOf(', and this'))
  })
})

describe('nothing is cut that the rest needs', () => {
  test.each([
    'Edward Lloyd might have sat in the Senate in 1819, and this made him famous.',
    'The survey of 1899 put the height of Mount Kenya at 5,100 m, but this was later revised to 5,199 m.',
    'These men from Leeds climbed Mount Kenya with two guides in 1899, which was hard.',
    'In this country, the Senate of Maryland meets once in 3 years.',
    'The survey says that this fails, and the Senate of Maryland meets at Annapolis after 12 days.',
    'If this law fails, the Senate of Maryland meets again after 12 days.',
  ])('%s', (text) => expect(facts(text).facts).toEqual([]))

  test('a list keeps its last member', () => {
    const text = 'Halford Mackinder carried iron, lead and tin from Kenya to London in 1899.'
    expect(statement(text)).toBe(text)
  })
})
