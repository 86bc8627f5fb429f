import { describe, expect, it } from 'vitest'
import { packOfLighthouse, packOfMarked } from '#lib/testing/pack.ts'
import { chosen, PAGE_ID, readingOf, stepFrom, textOf } from './reading.ts'

const address = { set: null, doc: null, fact: null }

describe('the document an address asks for', () => {
  const packs = [packOfLighthouse('a'), packOfLighthouse('b')]

  it('is the first one where none is named', () => expect(chosen(packs, address)?.pack.setId).toBe('a'))
  it('is the one that is named', () => {
    expect(chosen(packs, { ...address, set: 'b' })?.document.id).toBe('b-d1')
    expect(chosen(packs, { ...address, set: 'b', doc: 'b-d1' })?.document.id).toBe('b-d1')
  })
  it.each([
    { ...address, set: 'c' },
    { ...address, set: 'b', doc: 'a-d1' },
  ])('is none where it is not on the device', (missing) => expect(chosen(packs, missing)).toBeNull())
})

describe('a document with facts under no heading', () => {
  it('puts them under its title', () => {
    const pack = packOfMarked('x', 'Notes', [{ heading: 'One', text: '[[First]].' }])
    const [document] = pack.documents
    if (!document) throw new Error('a fixture has a document')
    const [fact] = pack.facts
    if (!fact) throw new Error('a fixture has a fact')
    const loose = { ...pack, facts: [{ ...fact, sectionId: null }] }
    const { sections } = readingOf(loose, document, textOf(loose, document), new Map(), { now: 0, tzOffsetMin: 0 })
    expect(sections.map(({ id, heading, facts }) => [id, heading, facts.length])).toEqual([
      [PAGE_ID, 'Notes', 1],
      ['x-d1-s1', 'One', 0],
    ])
  })
})

describe('the way through the facts', () => {
  const [pack] = [packOfLighthouse()]
  const [document] = pack.documents
  if (!document) throw new Error('a fixture has a document')
  const order = textOf(pack, document).facts.map(({ number }) => number)

  it('follows the text', () => expect(order).toEqual([...order].sort((a, b) => a - b)))
  it('begins at either end, and stops there', () => {
    expect(stepFrom(order, null, 1)).toBe(1)
    expect(stepFrom(order, null, -1)).toBe(10)
    expect(stepFrom(order, 3, 1)).toBe(4)
    expect(stepFrom(order, 3, -1)).toBe(2)
    expect(stepFrom(order, 10, 1)).toBeNull()
    expect(stepFrom([], null, 1)).toBeNull()
  })
})
