import { describe, expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { extractFacts } from './extract.ts'

const LEAD = 'The museum keeps a record of the people who are named in it, and of what they made.'

const extracted = (text: string) => {
  const result = readDocument({ text: `${LEAD}\n\n${text}`, format: 'markdown', title: 'Notes' })
  if (!result.ok) throw new Error(result.error.message)
  return extractFacts(result.value)
}

describe('words of doubt, praise or address that do not touch the main clause', () => {
  test.each([
    ['our planet', 'Charles Keeling measured the air of our planet on Mauna Loa in 1958.', '1958'],
    ['us after a preposition', 'Edmund Halley saw Venus pass between us and the Sun in 1682.', '1682'],
    ['what we call', 'The part of a plant that we call the trunk is known as a **bole**.', 'bole'],
    ['a lead', 'We now know that Charles Keeling measured the air on Mauna Loa in 1958.', '1958'],
    ['a reference', 'As you learned in Chapter 2, Charles Keeling measured the air on Mauna Loa in 1958.', '1958'],
    ['no figure', 'Togo was originally part of the German Empire until it was occupied in August 1914.', '1914'],
    [
      'a purpose',
      'The Homestead Act, which aimed to settle the West, was signed in Washington in 1862.',
      'Homestead Act',
    ],
    ['a plan as a thing', 'General Lee drew up a bold plan to invade the North at Richmond in 1863.', '1863'],
    ['clearly as a manner', 'The Treaty of Ryswick set clearly defined borders in Alsace in 1697.', '1697'],
  ])('%s', (_, text, answer) => {
    expect(extracted(text).facts.map((fact) => fact.slot.answer)).toContain(answer)
  })
})

describe('traps stay refused', () => {
  test.each([
    ['The tower in Leeds was originally 310 m high and held a clock.', 'figure that was replaced'],
    ['First reported at 12 deaths in Leeds, the toll of the storm was low.', 'figure that was replaced'],
    ['The tower of Leeds would have been built by monks in 1310.', 'possibility, not a fact'],
    ['The tower of Leeds could have held a clock in 1310.', 'possibility, not a fact'],
    ['The tower of Leeds is thought to date from 1310.', 'possibility, not a fact'],
    ['The council planned to open a tunnel to Leeds in 1990.', 'plan or forecast'],
    ['Clearly, the tower of Leeds is the best of 12 towers.', 'opinion'],
    ['Our engineers built the tower of Leeds in 1990.', 'speaks to or for the reader'],
    ['You can climb the tower of Leeds by 310 steps.', 'speaks to or for the reader'],
    ['The army of Saxony did not leave Leipzig in 1813.', 'negated'],
  ])('%s', (text, reason) => {
    const { facts, skipped } = extracted(text)
    expect(facts).toEqual([])
    expect(skipped.at(-1)?.reason).toBe(reason)
  })
})

describe('adverbs of the time of writing', () => {
  const statements = (text: string) => extracted(text).facts.map((fact) => fact.statement)

  test('leave a statement that is as true without them', () => {
    expect(statements('Inflammation of the liver is called hepatitis today.')).toContain(
      'Inflammation of the liver is called hepatitis.',
    )
  })

  test('"as well" at the end goes, and "that law" at the front of a clause points outside', () => {
    expect(statements('The Court of Arches was held at Ely in 1251 as well.')).toContain(
      'The Court of Arches was held at Ely in 1251.',
    )
    expect(statements('In 1945, that law was repealed by the Senate of Maryland.')).toEqual([])
  })

  test('keep a number out that changes, and the largest of its kind', () => {
    expect(statements('The port of Hull now handles 12 million tonnes a year.')).toEqual([])
    expect(statements('Today, the port of Hull handles 12 million tonnes a year.')).toEqual([])
  })

  test('a sentence with a year of its own needs no "two years later"', () => {
    expect(statements('Two years later, in 1907, Halford Mackinder joined the board of Hull.')).toContain(
      'In 1907, Halford Mackinder joined the board of Hull.',
    )
    expect(statements('Two years later, Halford Mackinder joined the board of Hull.')).toEqual([])
  })
})
