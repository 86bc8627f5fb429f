import { describe, expect, test } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { extractFacts } from './extract.ts'

const LEAD = 'The handbook keeps a record of what is taught in the rooms of the school, and of how it is taught.'

const factsOf = (text: string) => {
  const result = readDocument({ text: `${LEAD}\n\n${text}`, format: 'markdown', title: 'Notes' })
  if (!result.ok) throw new Error(result.error.message)
  return extractFacts(result.value).facts
}
const strong = (text: string) => factsOf(text).flatMap((fact) => (fact.confidence >= 0.66 ? [fact.slot.answer] : []))

describe('a term is asked where the rest of the sentence determines it', () => {
  test.each([
    ['as the subject', 'Osteoclasts dissolve the mineral of bone and release calcium into the plasma.', 'osteoclasts'],
    ['after a verb that governs it', 'Gastrin is a peptide that is secreted by enteroendocrine cells.', 'gastrin'],
    [
      'as the owner of the subject',
      'The cortex of the kidney holds the glomeruli, and the medulla of the kidney holds the loops.',
      'kidney',
    ],
  ])('%s', (_, text, answer) => {
    const all = factsOf(text).map((fact) => fact.slot.answer)
    expect(all).toContain(answer)
  })

  test('an everyday thing in a narrative is not', () => {
    expect(strong('After the concert in the village the visitors walked home and ate bread.')).toEqual([])
  })

  test('a verb taken for a noun is no term', () => {
    const answers = factsOf('The limb is supplied with blood by arteries branching off the femoral trunk.')
    expect(answers.map((fact) => fact.slot.answer)).not.toContain('arteries branching')
  })
})

test('a compound that recurs is a term, however plain its words are', () => {
  const uses = ['Wells reach the water table.', 'Roots follow the water table.', 'Rain lifts the water table.']
  const text = 'A water table is lowered where pumps drain sandstone aquifers faster than rainfall recharges them.'
  expect(strong(text)).not.toContain('water table')
  expect(strong([...uses, text].join(' '))).toContain('water table')
})

test('a subject that takes up something said before asks for no term', () => {
  const told = 'the lymphocytes of the thymus bind to antigens that macrophages have engulfed.'
  expect(strong(`Each one shows how ${told}`)).toEqual([])
  expect(strong(`Cortex—In addition, ${told}`)).toEqual([])
})

test('a sentence that tells too little asks for no term', () => {
  expect(strong('The cytoplasmic membrane can have several variations.')).toEqual([])
})

describe('abbreviations', () => {
  const text = 'Lysergic transferase (LYT) is an enzyme that moves methyl groups between alkaloid precursors.'

  test('the bracket is left out of the stem that asks for the long form', () => {
    const [fact] = factsOf(text)
    expect(fact?.slot.answer).toBe('lysergic transferase')
    expect(fact?.edits.map((edit) => text.includes('(LYT)') && edit.text)).toEqual([''])
    expect(fact?.slot.accepted).toContain('LYT')
  })

  test('what the letters stand for is asked where nothing better is', () => {
    const [fact] = factsOf(
      'Staff at the school may use the quiet room and the optical scanning device (OSD). Use of the OSD is free.',
    )
    expect(fact?.wh).toBe('What does the abbreviation “OSD” stand for?')
    expect(fact?.slot.answer).toBe('optical scanning device')
  })
})

describe('definitions', () => {
  test.each([
    [
      'by a condition',
      'Cavitation occurs when the pressure of a liquid falls below its vapour pressure.',
      'cavitation',
    ],
    [
      'in apposition',
      'Plants lose water through stomata, the microscopic pores that open in the epidermis of a leaf.',
      'stomata',
    ],
    ['as defined', 'Molarity is defined as the number of moles of a solute in one litre of solution.', 'molarity'],
  ])('%s', (_, text, answer) => {
    const fact = factsOf(text).find((one) => one.kind === 'definition')
    expect(fact?.slot.answer).toBe(answer)
  })

  test('a comma that ends an adverbial opens no apposition', () => {
    const facts = factsOf('Without a catalyst, the reaction of the two gases needs a temperature that no oven reaches.')
    expect(facts.filter((fact) => fact.kind === 'definition')).toEqual([])
  })

  test('no name is asked for “the other kind”', () => {
    const [fact] = factsOf(
      'Monocots are the other group of flowering plants that botanists distinguish by seed leaves.',
    )
    expect(fact?.wh).toBeUndefined()
  })
})

test('of the parts of a whole the last is asked', () => {
  const facts = factsOf('Granite is composed of quartz, mica and alkali feldspar.')
  const parts = facts.find((fact) => fact.kind === 'enumeration')
  expect(parts?.slot.answer).toBe('alkali feldspar')
})

describe('names', () => {
  test('of two names for one thing the first is asked, either counts and neither shows', () => {
    const text = 'The person who lends the money is known as the mortgagee or chargee.'
    const fact = factsOf(text).find((one) => one.kind === 'naming')
    expect(fact?.slot.answer).toBe('mortgagee')
    expect(fact?.slot.accepted).toContain('chargee')
    expect(fact?.edits).toContainEqual(expect.objectContaining({ text: '' }))
  })

  test('a second name between commas is asked by the first', () => {
    const fact = factsOf('Erythrocytes, or haematids, are carried by the plasma to every tissue of the body.')
    expect(fact.map((one) => [one.kind, one.slot.answer])).toContainEqual(['naming', 'haematids'])
  })

  test('the last of a list is no second name', () => {
    const facts = factsOf('Voles chew seeds, rhizomes, or tubers, and they are hunted by kestrels and by stoats.')
    expect(facts.filter((fact) => fact.kind === 'naming')).toEqual([])
  })
})
